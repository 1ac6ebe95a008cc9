import type { Page } from 'puppeteer-core';

/** Time spent in one extension's own functions on a page's main thread (ms), forced layouts included. */
export interface OwnTime {
  readonly total: number;
  /** The most that was added to one task of the page. */
  readonly worst: number;
}

/** What a trace says of one stretch of a thread; times in microseconds. `tdur`: of the processor, without waiting. */
interface Stretch {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  readonly ts: number;
  readonly dur?: number;
  readonly tdur?: number;
  readonly args?: { readonly data?: { readonly url?: string } };
}

const CATEGORIES = ['devtools.timeline', 'disabled-by-default-devtools.timeline', 'toplevel'];
const endOf = ({ ts, dur = 0 }: Stretch): number => ts + dur;
const lengthOf = ({ tdur, dur = 0 }: Stretch): number => (tdur ?? dur) / 1000;

/** Sums the calls into scripts under `origin`, and finds the task with the most of them. */
export function ownTimeOf(trace: readonly Stretch[], origin: string): OwnTime {
  const calls = trace
    .filter(
      ({ name, ph, args }) => ph === 'X' && name === 'FunctionCall' && args?.data?.url?.startsWith(origin),
    )
    .sort((a, b) => a.ts - b.ts);
  const tasks = trace.filter(({ name, ph }) => ph === 'X' && name === 'RunTask').sort((a, b) => a.ts - b.ts);
  let total = 0;
  let until = 0;
  const perTask = new Map<Stretch, number>();
  for (const call of calls) {
    // One within another is counted with it.
    if (call.ts < until) continue;
    until = endOf(call);
    total += lengthOf(call);
    const task = tasks.findLast(
      (one) => one.tid === call.tid && one.pid === call.pid && one.ts <= call.ts && endOf(one) >= call.ts,
    );
    if (task !== undefined) perTask.set(task, (perTask.get(task) ?? 0) + lengthOf(call));
  }
  return { total, worst: Math.max(0, ...perTask.values()) };
}

/** Chromium only. */
export async function ownTimeDuring(
  page: Page,
  origin: string,
  job: () => Promise<unknown>,
): Promise<OwnTime> {
  await page.tracing.start({ categories: CATEGORIES });
  await job();
  const trace = await page.tracing.stop();
  if (trace === undefined) throw new Error('the browser gave no trace');
  const { traceEvents } = JSON.parse(new TextDecoder().decode(trace)) as { traceEvents: Stretch[] };
  return ownTimeOf(traceEvents, origin);
}
