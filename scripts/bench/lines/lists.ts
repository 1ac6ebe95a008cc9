import type { Page } from 'puppeteer-core';
import type { Stage } from '../../../tests/e2e/stage.ts';
import { createMeter, type Meter } from '../busy-meter.ts';
import { lineOf, type Measured, type Pair } from '../line.ts';
import { openLists, type Way, workOn } from '../lists-page.ts';
import { type OwnTime, ownTimeDuring } from '../own-time.ts';
import { onStage, type Scene } from '../scene.ts';

const NODES = 5_000;
const ROWS = 150;
/** Five seconds at twenty ticks a second: twelve stretches of each way are a minute of it. */
const TICKS = 100;
const STRETCHES = 12;
/** What grows is the page, not its lists. */
const SIZES = [500, 5_000, 50_000] as const;
const FEW_ROWS = 20;
const MB = 1_000_000;
const JOB = `${NODES} nodes, 200 changes a second, two lists of ${ROWS} rows rendered anew twice a second each`;

interface Tab {
  readonly page: Page;
  readonly meter: Meter;
}

async function openTab(scene: Scene, stage: Stage, way: Way): Promise<Tab> {
  const page = await openLists(stage, way, NODES, ROWS);
  return { page, meter: await createMeter(scene.browser, stage, page) };
}

async function costOf({ page, meter }: Tab): Promise<number> {
  await page.bringToFront();
  const before = await meter.cost();
  await workOn(page, TICKS);
  return (await meter.cost()) - before;
}

const lineIn =
  (scene: Scene) =>
  (name: Measured['name'], unit: Measured['unit'], compared: string, aim: Measured['aim']): Measured => ({
    name,
    unit,
    browser: scene.browser,
    compared,
    aim,
  });

async function measureCost(scene: Scene): Promise<void> {
  const costs: Pair[] = [];
  const added: Pair[] = [];
  const memory: Pair[] = [];
  const own: OwnTime[] = [];
  await onStage(scene, async (stage) => {
    const [bare, watched, recorded] = [
      await openTab(scene, stage, 'bare'),
      await openTab(scene, stage, 'watched'),
      await openTab(scene, stage, 'recorded'),
    ];
    // What is compiled once is compiled.
    for (const tab of [bare, watched, recorded]) await costOf(tab);
    for (let run = 0; run < scene.runs(STRETCHES); run += 1) {
      const [alone, ours, theirs] = [await costOf(bare), await costOf(watched), await costOf(recorded)];
      costs.push({ ours, other: alone });
      added.push({ ours: ours - alone, other: theirs - alone });
      scene.tell(
        `page of lists: bare ${alone.toFixed(1)} ms; witnessed ${ours.toFixed(1)} ms; rrweb ${theirs.toFixed(1)} ms`,
      );
    }
    if (scene.browser !== 'chromium') return;
    for (let run = 0; run < scene.runs(3); run += 1)
      own.push(await ownTimeDuring(watched.page, stage.witnessed.origin, () => workOn(watched.page, TICKS)));
    const heap = async ({ meter }: Tab) => (await meter.memory()).page / MB;
    const empty = await heap(bare);
    memory.push({ ours: (await heap(watched)) - empty, other: (await heap(recorded)) - empty });
  });
  const line = lineIn(scene);
  const what =
    scene.browser === 'chromium'
      ? 'work of the page’s main thread in 5 s'
      : 'processor time of all processes of the browser in 5 s';
  const inOwn = own.map(({ total }) => Number(total.toFixed(1)));
  scene.print(
    lineOf(
      line('busy-cost', 'ms', `${what}, ${JOB}; the same page without the witness`, {
        of: 'ratio',
        most: 1.01,
      }),
      costs,
      inOwn.length > 0 ? { inOurFunctions: inOwn } : undefined,
    ),
  );
  scene.print(
    lineOf(
      line('busy-added', 'ms', 'the same, what the witness adds; what rrweb adds', {
        of: 'ratio',
        most: 0.1,
      }),
      added,
    ),
  );
  if (own.length === 0) return;
  scene.print(
    lineOf(
      line('busy-task', 'ms', 'the most that the witness adds to one task of the page, in 5 s of it', {
        of: 'ours',
        most: 5,
      }),
      own.map(({ worst }) => ({ ours: worst, other: null })),
    ),
  );
  scene.print(
    lineOf(
      line('busy-memory', 'MB', 'heap of the page after it, beyond the bare page’s; what rrweb adds', null),
      memory,
    ),
  );
}

/** Time in our own functions, for the same changes on pages of different sizes. */
async function measureSizes(scene: Scene): Promise<void> {
  const pairs = SIZES.map((): Pair[] => []);
  await onStage(scene, async (stage) => {
    const pages: Page[] = [];
    for (const nodes of SIZES) pages.push(await openLists(stage, 'watched', nodes, FEW_ROWS));
    for (const page of pages) await workOn(page, TICKS);
    for (let run = 0; run < scene.runs(3); run += 1) {
      let smallest: number | null = null;
      for (const [index, page] of pages.entries()) {
        const { total } = await ownTimeDuring(page, stage.witnessed.origin, () => workOn(page, TICKS));
        scene.tell(`${SIZES[index]} nodes: ${total.toFixed(1)} ms`);
        pairs[index]?.push({ ours: total, other: smallest });
        smallest ??= total;
      }
    }
  });
  const line = lineIn(scene);
  for (const [index, nodes] of SIZES.entries())
    scene.print(
      lineOf(
        line(
          `busy-${nodes}`,
          'ms',
          `time in our functions in 5 s, the same 200 changes a second on a page of ${nodes} nodes; of ${SIZES[0]} nodes`,
          index === 0 ? null : { of: 'ratio', most: 1.2 },
        ),
        pairs[index] ?? [],
      ),
    );
}

/** What witnessing costs on a page of long lists that never stops changing. */
export async function measureLists(scene: Scene): Promise<void> {
  if (scene.wants('busy-cost', 'busy-added', 'busy-task', 'busy-memory')) await measureCost(scene);
  if (scene.browser === 'chromium' && scene.wants('busy-500', 'busy-5000', 'busy-50000'))
    await measureSizes(scene);
}
