import { readdir, readFile } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';

/** Between two samples (ms): reading the pages of a browser's processes takes about 20 ms itself. */
const INTERVAL = 150;
/** What a fresh browser still does by itself is over by then (ms). */
const IDLE_FOR = 4_000;

/** Parent of a process, from its `/proc/<pid>/stat`, whose second field may hold spaces and parentheses. */
export const parentOf = (stat: string): number => Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);

/**
 * Proportional set size in bytes, from `/proc/<pid>/smaps_rollup`: shared pages count by their share. Without the pages
 * of files, which are the program's own and count for more as soon as another browser on the machine ends.
 */
export function pssOf(rollup: string): number {
  const share = (kind: string) => Number(new RegExp(`^${kind}:\\s+(\\d+) kB$`, 'm').exec(rollup)?.[1] ?? 0);
  return (share('Pss_Anon') + share('Pss_Shmem')) * 1024;
}

/** A process and all that come from it; `parents` maps each process to its parent. */
export function treeOf(root: number, parents: ReadonlyMap<number, number>): readonly number[] {
  const tree = [root];
  for (const pid of tree) for (const [child, parent] of parents) if (parent === pid) tree.push(child);
  return tree;
}

/** A process may end between two looks. */
const read = (path: string): Promise<string> => readFile(path, 'utf8').catch(() => '');

async function parents(): Promise<ReadonlyMap<number, number>> {
  const pids = (await readdir('/proc')).map(Number).filter(Number.isInteger);
  const stats = await Promise.all(pids.map(async (pid) => [pid, await read(`/proc/${pid}/stat`)] as const));
  return new Map(stats.filter(([, stat]) => stat !== '').map(([pid, stat]) => [pid, parentOf(stat)]));
}

/** Bytes that a browser's processes take together, each with its share. */
async function sample(root: number): Promise<ReadonlyMap<number, number>> {
  const tree = treeOf(root, await parents());
  const sizes = await Promise.all(
    tree.map(async (pid) => [pid, pssOf(await read(`/proc/${pid}/smaps_rollup`))] as const),
  );
  return new Map(sizes);
}

/** Bytes that a browser takes now, all its processes together. Linux only. */
export const memoryOf = async (root: number): Promise<number> => total(await sample(root));

/** Of a clock tick in `/proc/<pid>/stat` (ms). */
const TICK_MS = 10;

/** Processor time of one process so far (ms), from its `/proc/<pid>/stat`: in its own code and in the kernel's. */
export function processorTime(stat: string): number {
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[11] ?? 0) + Number(fields[12] ?? 0)) * TICK_MS;
}

/** Processor time of a browser's processes so far (ms). Linux only. */
export async function processorTimeOf(root: number): Promise<number> {
  const tree = treeOf(root, await parents());
  const stats = await Promise.all(tree.map((pid) => read(`/proc/${pid}/stat`)));
  return stats.reduce((sum, stat) => sum + processorTime(stat), 0);
}

const total = (sizes: ReadonlyMap<number, number>): number =>
  [...sizes.values()].reduce((sum, size) => sum + size, 0);

export interface PeakMemory {
  /** Bytes. */
  readonly idle: number;
  readonly peak: number;
  /** Growth of each process at the peak (bytes), largest first. */
  readonly byProcess: readonly number[];
}

/** Most memory of a browser while `job` runs, beside what it takes at rest just before. Linux only. */
export async function peakDuring(root: number, job: () => Promise<unknown>): Promise<PeakMemory> {
  let idle = await sample(root);
  for (const end = performance.now() + IDLE_FOR; performance.now() < end; await pause(INTERVAL)) {
    const now = await sample(root);
    if (total(now) < total(idle)) idle = now;
  }
  let peak = idle;
  let running = true;
  const watching = (async () => {
    for (; running; await pause(INTERVAL)) {
      const now = await sample(root);
      if (total(now) > total(peak)) peak = now;
    }
  })();
  try {
    await job();
  } finally {
    running = false;
    await watching;
  }
  const byProcess = [...peak].map(([pid, size]) => size - (idle.get(pid) ?? 0)).sort((a, b) => b - a);
  return { idle: total(idle), peak: total(peak), byProcess };
}
