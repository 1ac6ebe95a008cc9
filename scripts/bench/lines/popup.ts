import { setTimeout as pause } from 'node:timers/promises';
import type { Page } from 'puppeteer-core';
import type { Stage } from '../../../tests/e2e/stage.ts';
import { lineOf, median } from '../line.ts';
import { fill, onStage, type Scene, witnessing } from '../scene.ts';

const SIZES = [10, 1_000, 10_000] as const;
/** After a popup has closed (ms). */
const QUIET = 800;

interface BoundScope {
  readonly browser?: SessionApi;
  readonly chrome: SessionApi;
}
interface SessionApi {
  readonly tabs: { query(filter: object): Promise<{ id?: number }[]> };
  readonly runtime: { sendMessage(message: object): Promise<{ value: { dossier: { id: string } | null } }> };
}

/** What the popup is told, and how long the background takes to tell it (ms). */
const readView = async (): Promise<{ dossier: string | null; ms: number }> => {
  const scope = globalThis as unknown as BoundScope;
  const { tabs, runtime } = scope.browser ?? scope.chrome;
  const [tab] = await tabs.query({ active: true, currentWindow: true });
  const began = performance.now();
  const reply = await runtime.sendMessage({
    to: 'background',
    name: 'popup.read',
    data: { tabId: tab?.id, opened: false },
  });
  return { dossier: reply.value.dossier?.id ?? null, ms: performance.now() - began };
};

/** When its first content was drawn (ms since 1970); runs in the popup, which may have drawn it long ago. */
const drawnAt = async (): Promise<{ at: number; watched: boolean }> => {
  const isReady = () => document.querySelector('main[aria-busy="false"] > *') !== null;
  if (!isReady()) {
    await new Promise<void>((ready) => {
      const watching = new MutationObserver(() => {
        if (!isReady()) return;
        watching.disconnect();
        ready();
      });
      watching.observe(document, { subtree: true, childList: true, attributes: true });
    });
    await new Promise(requestAnimationFrame);
    return { at: Date.now(), watched: true };
  }
  const paints = await new Promise<PerformanceEntryList>((found) => {
    new PerformanceObserver((list, observer) => {
      observer.disconnect();
      found(list.getEntries());
    }).observe({ type: 'largest-contentful-paint', buffered: true });
    setTimeout(() => found([]), 500);
  });
  const last = paints.at(-1);
  return { at: last ? performance.timeOrigin + last.startTime : Date.now(), watched: false };
};

interface Opening {
  /** From the click (ms). */
  readonly ready: number;
  /** The drawing itself was watched; else its time is what the browser remembers of it. */
  readonly watched: boolean;
  /** What the background takes to tell what the popup shows (ms). */
  readonly answer: number;
}

async function open(stage: Stage, page: Page): Promise<Opening> {
  const began = Date.now();
  const popup = await stage.witnessed.popup(page);
  const { at, watched } = await popup.evaluate(drawnAt);
  const { ms: answer } = await popup.evaluate(readView);
  await popup.close();
  await pause(QUIET);
  return { ready: at - began, watched, answer };
}

/** Click to popup, at more and more captures in the attempt under way. */
export async function measurePopup(scene: Scene): Promise<void> {
  await onStage(scene, async (stage) => {
    const { page, popup } = await witnessing(stage);
    const { dossier } = await popup.evaluate(readView);
    if (dossier === null) throw new Error('no dossier is bound');
    await popup.close();
    let filled = 0;
    let least: number | undefined;
    for (const size of SIZES) {
      const name = `popup-${size}` as const;
      if (size > SIZES[0] && !scene.wants(name)) continue;
      scene.tell(`filling ${size} captures…`);
      await fill(stage, size - filled, 0, dossier);
      filled = size;
      await page.bringToFront();
      await pause(QUIET);
      await open(stage, page); // what was just written is brought into memory
      const opened: Opening[] = [];
      for (let run = 0; run < scene.runs(7); run++) opened.push(await open(stage, page));
      const other = least ?? null;
      least ??= median(opened.map(({ ready }) => ready));
      scene.tell(`${name}: ${opened.map(({ ready }) => Math.round(ready)).join(', ')} ms`);
      scene.print(
        lineOf(
          {
            name,
            unit: 'ms',
            browser: scene.browser,
            compared: 'click on the button to the first content drawn; the same at 10 captures',
            aim: size > SIZES[0] ? { of: 'ratio', most: 1.2 } : null,
          },
          opened.map(({ ready }) => ({ ours: ready, other })),
          {
            watched: opened.filter(({ watched }) => watched).length,
            answerMs: Math.round(median(opened.map(({ answer }) => answer))),
          },
        ),
      );
    }
  });
}
