import { setTimeout as pause } from 'node:timers/promises';
import type { Page } from 'puppeteer-core';
import type { Stage } from '../../../tests/e2e/stage.ts';
import { NEIGHBOURS, PORTAL } from '../../../tests/portal/hosts.mjs';
import { type BusyScope, createMeter } from '../busy-meter.ts';
import { lineOf, type Measured, type Pair } from '../line.ts';
import { onStage, type Scene } from '../scene.ts';

const PATH = '/replique/sites/busy.html';
/** The same document, byte for byte: on the portal, where the witness is, and where no script of ours may run. */
const WATCHED = `${PORTAL}${PATH}`;
const BARE = `https://${NEIGHBOURS.stamps}${PATH}`;
const BATCHES = 250;
const EVERY_MS = 40;
const KEYS = 'Impasse Imaginaire-Fictive, 42 '.repeat(4);
const KEY_MS = 60;
/** After loading: the first reading of the page is over, the watchers have joined (ms). */
const SETTLED_MS = 3_000;
/** Growth is counted after so many batches: what is kept up to a limit is there by then. */
const WARM = 2_000;
const LONG = 8_000;
const QUIET_MS = 4_000;
const MB = 1_000_000;

type Way = 'watched' | 'bare';

async function openBusy(stage: Stage, way: Way): Promise<Page> {
  const page = await stage.witnessed.newPage(way === 'watched' ? WATCHED : BARE);
  await page.bringToFront();
  await page.waitForFunction('globalThis.busy !== undefined');
  await pause(SETTLED_MS);
  return page;
}

const percentile = (values: readonly number[], share: number): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length * share)] ?? Number.NaN;

/** The page at work while somebody types into it: from the key to the frame, 95th percentile (ms). */
async function typeInto(stage: Stage, way: Way): Promise<number> {
  const page = await openBusy(stage, way);
  await page.focus('#champ-1');
  await Promise.all([
    page.evaluate(
      (batches, ms) => (globalThis as unknown as BusyScope).busy.run(batches, ms),
      BATCHES,
      EVERY_MS,
    ),
    page.keyboard.type(KEYS, { delay: KEY_MS }),
  ]);
  const latencies = await page.evaluate(() => (globalThis as unknown as BusyScope).busy.latencies);
  await page.close();
  return percentile(latencies, 0.95);
}

async function measureInput(scene: Scene): Promise<void> {
  const latencies: Pair[] = [];
  await onStage(scene, async (stage) => {
    await typeInto(stage, 'bare'); // what is compiled once is compiled
    await typeInto(stage, 'watched');
    for (let run = 0; run < scene.runs(5); run += 1) {
      const bare = await typeInto(stage, 'bare');
      const watched = await typeInto(stage, 'watched');
      latencies.push({ ours: watched, other: bare });
      scene.tell(`busy page, key to frame: bare ${bare.toFixed(1)} ms; witnessed ${watched.toFixed(1)} ms`);
    }
  });
  scene.print(
    lineOf(
      {
        name: 'busy-input',
        unit: 'ms',
        browser: scene.browser,
        compared: `key to the next frame, 95th percentile, during ${BATCHES} redrawings and ${KEYS.length} keys on a form of 150 fields; without the witness`,
        aim: { of: 'ratio', most: 1.15 },
      },
      latencies,
    ),
  );
}

async function grow(scene: Scene, way: Way): Promise<{ page: number; background: number }> {
  return onStage(scene, async (stage) => {
    const page = await openBusy(stage, way);
    const meter = await createMeter(scene.browser, stage, page);
    const after = async (batches: number) => {
      await page.evaluate((count) => (globalThis as unknown as BusyScope).busy.run(count, 0), batches);
      await pause(QUIET_MS);
      return meter.memory();
    };
    const [first, last] = [await after(WARM), await after(LONG)];
    return { page: (last.page - first.page) / MB, background: (last.background - first.background) / MB };
  });
}

async function measureGrowth(scene: Scene): Promise<void> {
  const ofPage: Pair[] = [];
  const ofBackground: Pair[] = [];
  for (let run = 0; run < scene.runs(1); run += 1) {
    const watched = await grow(scene, 'watched');
    scene.tell(`growth: page ${watched.page.toFixed(2)} MB, background ${watched.background.toFixed(2)} MB`);
    const bare = await grow(scene, 'bare');
    scene.tell(`growth without the witness: page ${bare.page.toFixed(2)} MB`);
    ofPage.push({ ours: watched.page, other: bare.page });
    ofBackground.push({ ours: watched.background, other: bare.background });
  }
  const kind = scene.browser === 'chromium' ? 'heap' : 'memory of all processes';
  const line = (name: Measured['name'], whose: string, most: number) =>
    ({
      name,
      unit: 'MB',
      browser: scene.browser,
      compared: `${kind}${whose}, from redrawing ${WARM} to redrawing ${WARM + LONG}, a change of route every 25; without the witness`,
      aim: { of: 'ours', most },
    }) as const;
  const isChromium = scene.browser === 'chromium';
  scene.print(
    lineOf(line('busy-growth-page', isChromium ? ' of the page' : '', isChromium ? 2 : 30), ofPage),
  );
  if (isChromium) scene.print(lineOf(line('busy-growth-background', ' of the background', 2), ofBackground));
}

/** What witnessing costs on a page that never stops moving. */
export async function measureBusyPage(scene: Scene): Promise<void> {
  if (scene.wants('busy-input')) await measureInput(scene);
  if (scene.wants('busy-growth-page', 'busy-growth-background')) await measureGrowth(scene);
}
