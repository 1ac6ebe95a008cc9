import { setTimeout as pause } from 'node:timers/promises';
import type { Page } from 'puppeteer-core';

/** Between two looks (ms). */
const INTERVAL = 400;
/** After the last thing that moved: a message that was hidden is looked at for the last time after 4 s. */
const QUIET = 4_500;
/** After the last timer of judgement: what it found is then told, judged, and on its way to the disk. */
const TOLD = 2_000;
/** A page that is never quiet is judged by what was found until then: three times the slowest rule. */
const LONGEST = 60_000;

/** Milliseconds until the next timer of judgement of the page's script may fire, 0 when none is set. */
const PENDING = `globalThis[Symbol.for('anef-temoin.witness')]?.pending?.() ?? 0`;

/** Follows the world of the extension's script in the page, through its documents. */
export async function watchWitness(
  page: Page,
  extensionOrigin: string,
): Promise<{ readonly pending: () => Promise<number> }> {
  const session = await page.createCDPSession();
  let world: number | undefined;
  session.on('Runtime.executionContextCreated', ({ context }) => {
    if (context.origin === extensionOrigin) world = context.id;
  });
  session.on('Runtime.executionContextDestroyed', ({ executionContextId }) => {
    if (world === executionContextId) world = undefined;
  });
  await session.send('Runtime.enable');
  return {
    async pending() {
      if (world === undefined) return 0;
      const { result } = await session
        .send('Runtime.evaluate', { expression: PENDING, contextId: world, returnByValue: true })
        .catch(() => ({ result: { value: 0 } })); // the document has just been left
      return typeof result.value === 'number' ? result.value : 0;
    },
  };
}

interface Watched {
  /** Of the page's script. */
  readonly pending: () => Promise<number>;
  /** Everything found is stored. */
  readonly settled: () => Promise<boolean>;
  /** Late answers that will come. */
  readonly underWay: () => number;
}

/** Waits until nothing more can be found. Resolves to false when the page never came to rest. */
export async function untilQuiet({ pending, settled, underWay }: Watched): Promise<boolean> {
  const began = performance.now();
  let movedAt = began;
  let timedAt = began;
  for (;;) {
    const moving = underWay() > 0 || !(await settled());
    const timed = (await pending()) > 0;
    const now = performance.now();
    if (moving) movedAt = now;
    if (timed) timedAt = now;
    if (now - movedAt >= QUIET && now - timedAt >= TOLD) return true;
    if (now - began >= LONGEST) return false;
    await pause(INTERVAL);
  }
}
