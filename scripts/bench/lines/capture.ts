import { setTimeout as pause } from 'node:timers/promises';
import type { Page } from 'puppeteer-core';
import { expectSoon } from '../../../tests/e2e/browser/soon.ts';
import type { Surface } from '../../../tests/e2e/browser/surface.ts';
import type { Stage } from '../../../tests/e2e/stage.ts';
import { lineOf, type Measured, type Pair } from '../line.ts';
import { onStage, type Scene, witnessing } from '../scene.ts';

/** Between two pictures: longer than the spacing that the browser asks for, so that none waits for it (ms). */
const QUIET = 1_500;
/** The queue asks the page before and after the picture, and each answer waits for two frames, by a rule of ours. */
const MOMENTS = 2;

interface PictureApi {
  readonly tabs: {
    query(filter: object): Promise<{ id?: number; windowId?: number }[]>;
    captureVisibleTab(windowId: number, options: object): Promise<string>;
  };
  readonly runtime: { sendMessage(message: object): Promise<{ ok: boolean; value?: unknown }> };
}
type ExtensionScope = { readonly browser?: PictureApi; readonly chrome: PictureApi };

/** « Photographier cette page », asked as the popup asks it. Resolves with the time until the answer (ms). */
const capture = (popup: Surface): Promise<number> =>
  popup.evaluate(async () => {
    const scope = globalThis as unknown as ExtensionScope;
    const { tabs, runtime } = scope.browser ?? scope.chrome;
    const [tab] = await tabs.query({ active: true, currentWindow: true });
    const began = performance.now();
    const reply = await runtime.sendMessage({
      to: 'background',
      name: 'popup.capture',
      data: { tabId: tab?.id, statement: null },
    });
    const ms = performance.now() - began;
    const answer = JSON.stringify(reply);
    if (!/"kind":"stored","imageMissing":null/.test(answer)) throw new Error(answer.slice(0, 300));
    return ms;
  });

/** The bare calls, in the same background: the picture, its bytes, one write that is on the disk when it is done (ms). */
const bareCapture = (stage: Stage): Promise<number> =>
  stage.witnessed.evaluateInBackground(async () => {
    const scope = globalThis as unknown as ExtensionScope;
    const { tabs } = scope.browser ?? scope.chrome;
    const [tab] = await tabs.query({ active: true, lastFocusedWindow: true });
    const database = await new Promise<IDBDatabase>((done, fail) => {
      const opening = indexedDB.open('bench', 1);
      opening.onupgradeneeded = () => opening.result.createObjectStore('pictures', { autoIncrement: true });
      opening.onsuccess = () => done(opening.result);
      opening.onerror = () => fail(opening.error);
    });
    const began = performance.now();
    const url = await tabs.captureVisibleTab(tab?.windowId ?? -1, { format: 'png' });
    const binary = atob(url.slice(url.indexOf(',') + 1));
    const bytes = Uint8Array.from(binary, (char) => char.charCodeAt(0));
    await new Promise<void>((done, fail) => {
      const writing = database.transaction('pictures', 'readwrite', { durability: 'strict' });
      writing.objectStore('pictures').add(bytes);
      writing.oncomplete = () => done();
      writing.onerror = () => fail(writing.error);
    });
    const ms = performance.now() - began;
    database.close();
    return ms;
  });

const twoFrames = (page: Page): Promise<number> =>
  page.evaluate(async () => {
    await new Promise(requestAnimationFrame);
    const began = performance.now();
    for (let frames = 0; frames < 20; frames++) await new Promise(requestAnimationFrame);
    return (performance.now() - began) / 10;
  });

/** The popup reads again each second, which would wake what was just stopped. */
const holdStill = (popup: Surface): Promise<void> =>
  popup.evaluate(() => {
    for (let timer = 1; timer < 1_000; timer++) clearInterval(timer);
  });

/** Asked again while the background that was stopped is still being taken away. */
async function isMarked({ witnessed }: Stage): Promise<boolean> {
  const { marked } = await expectSoon(
    async () => ({ marked: await witnessed.evaluateInBackground<boolean, []>('globalThis.marked === true') }),
    () => 'the background does not answer',
  );
  return marked;
}

async function stop({ witnessed }: Stage): Promise<void> {
  await witnessed.evaluateInBackground('void (globalThis.marked = true)');
  await witnessed.stopBackground();
}

interface Way {
  readonly name: 'capture-overhead' | 'capture-cold-worker';
  readonly compared: string;
  readonly aim: Measured['aim'];
  readonly before: (stage: Stage) => Promise<void>;
}
const AIM = { of: 'ratio', most: 1.5 } as const;
const WAYS: readonly Way[] = [
  { name: 'capture-overhead', compared: '', aim: AIM, before: async () => undefined },
  {
    name: 'capture-cold-worker',
    compared: ', the background just stopped',
    aim: null,
    before: stop,
  },
];

/** A capture by hand, from the message to the answer that it is stored, against the bare calls. */
export async function measureCaptures(scene: Scene): Promise<void> {
  const ways = WAYS.filter(({ name }) => scene.wants(name, `${name}-net`));
  const raw = new Map<Way, Pair[]>(ways.map((way) => [way, []]));
  const net = new Map<Way, Pair[]>(ways.map((way) => [way, []]));
  await onStage(scene, async (stage) => {
    const { page, popup } = await witnessing(stage);
    await popup.waitFor('textarea');
    await holdStill(popup);
    // The first one opens the attempt and compiles what is needed.
    await capture(popup);
    for (let run = 0; run < scene.runs(7); run++) {
      for (const way of ways) {
        await pause(QUIET);
        await way.before(stage);
        const ours = await capture(popup);
        if (way.before === stop && (await isMarked(stage))) throw new Error('the background had not stopped');
        await pause(QUIET);
        const other = await bareCapture(stage);
        const waits = MOMENTS * (await twoFrames(page));
        raw.get(way)?.push({ ours, other });
        net.get(way)?.push({ ours: Math.max(0, ours - waits), other });
        scene.tell(
          `${way.name}: ${Math.round(ours)} ms, frames ${Math.round(waits)}, bare ${Math.round(other)} ms`,
        );
      }
    }
  });
  const what = 'message to « stored » of a capture by hand';
  for (const way of ways) {
    const bare = 'captureVisibleTab and one flushed IndexedDB write of the same bytes in the same background';
    const common = { unit: 'ms', browser: scene.browser } as const;
    scene.print(
      lineOf(
        { ...common, name: way.name, compared: `${what}${way.compared}; ${bare}`, aim: null },
        raw.get(way) ?? [],
      ),
    );
    scene.print(
      lineOf(
        {
          ...common,
          name: `${way.name}-net`,
          compared: `${what}${way.compared}, less two frames before and two after the picture; ${bare}`,
          aim: way.aim,
        },
        net.get(way) ?? [],
      ),
    );
  }
}
