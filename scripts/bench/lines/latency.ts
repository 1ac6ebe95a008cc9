import { setTimeout as pause } from 'node:timers/promises';
import type { Page } from 'puppeteer-core';
import { SETTLE_MS } from '../../../lib/core/detect/incidents.ts';
import { lineOf } from '../line.ts';
import { type ListsScope, openLists, workOn } from '../lists-page.ts';
import { onStage, type Scene, witnessing } from '../scene.ts';
import { watchIncidents } from './incident.ts';

const NODES = 5_000;
const ROWS = 150;
const MESSAGES = 20;
/** Between two messages: the capture of the one before is over (ms). */
const QUIET = 2_500;
const TICKS_EACH = 120;

const percentile = (values: readonly number[], share: number): number =>
  [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))] ??
  Number.NaN;

const showOn = (page: Page, route: string): Promise<number> =>
  page.evaluate((hash) => {
    location.hash = hash;
    return (globalThis as unknown as ListsScope).lists.show('Une erreur technique est survenue.');
  }, route);

/** From the frame that shows a message, on the page of long lists at work, to its incident on the disk. */
export async function measureLatency(scene: Scene): Promise<void> {
  const times: number[] = [];
  await onStage(scene, async (stage) => {
    const { page: first, popup } = await witnessing(stage);
    await popup.close();
    await first.close();
    const page = await openLists(stage, 'watched', NODES, ROWS);
    for (let run = 0; run <= scene.runs(MESSAGES); run += 1) {
      const { incidents } = await stage.witnessed.evaluateInBackground(watchIncidents, -1);
      const watched = stage.witnessed.evaluateInBackground(watchIncidents, incidents);
      const working = workOn(page, TICKS_EACH);
      await pause(QUIET / 2);
      const shown = await showOn(page, `#/banc/${run}`);
      const time = (await watched).at - shown;
      scene.tell(`message to incident on a busy page: ${time} ms`);
      // The first one also opens the attempt.
      if (run > 0) times.push(time);
      await working;
      await page.evaluate(() => (globalThis as unknown as ListsScope).lists.clear());
      await pause(QUIET);
    }
  });
  for (const [name, share] of [
    ['busy-latency-p50', 0.5],
    ['busy-latency-p95', 0.95],
  ] as const) {
    const ours = percentile(times, share);
    scene.print({
      ...lineOf(
        {
          name,
          unit: 'ms',
          browser: scene.browser,
          compared: `first frame of a message on a busy page to its incident on the disk, ${share * 100}th percentile; the settle time that is a rule of ours`,
          aim: { of: 'ours', most: 100 },
        },
        [{ ours, other: SETTLE_MS }],
        { beyondTheSettleTime: ours - SETTLE_MS },
      ),
      runs: times.length,
    });
  }
}
