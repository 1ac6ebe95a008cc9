import type { CDPSession, Page } from 'puppeteer-core';
import type { BrowserName } from '../../tests/e2e/browser/witnessed.ts';
import type { Stage } from '../../tests/e2e/stage.ts';
import { memoryOf, processorTimeOf } from './memory.ts';
import { processOf } from './scene.ts';

/** What stands in the busy page's own world. */
export interface BusyScope {
  readonly busy: { readonly latencies: number[]; run(batches: number, ms: number): Promise<number> };
}

export interface Meter {
  /** Work done so far (ms): of the page's main thread where the browser says it, else of all its processes. */
  cost(): Promise<number>;
  /** Bytes in use after a collection; the background's are counted with the page's where the browser tells no more. */
  memory(): Promise<{ readonly page: number; readonly background: number }>;
}

const heapOf = async (session: CDPSession): Promise<number> => {
  await session.send('HeapProfiler.collectGarbage');
  return (await session.send('Runtime.getHeapUsage')).usedSize;
};

async function chromiumMeter({ witnessed }: Stage, page: Page): Promise<Meter> {
  const session = await page.createCDPSession();
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  const background = witnessed.browser
    .targets()
    .find((target) => target.type() === 'service_worker' && target.url().startsWith(witnessed.origin));
  const worker = await background?.createCDPSession();
  return {
    async cost() {
      const { metrics } = await session.send('Performance.getMetrics');
      return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN) * 1_000;
    },
    memory: async () => ({ page: await heapOf(session), background: worker ? await heapOf(worker) : 0 }),
  };
}

export async function createMeter(browser: BrowserName, stage: Stage, page: Page): Promise<Meter> {
  if (browser === 'chromium') return chromiumMeter(stage, page);
  const root = processOf(stage);
  return {
    cost: () => processorTimeOf(root),
    memory: async () => ({ page: await memoryOf(root), background: 0 }),
  };
}
