import type { Clock } from '../../lib/app/ports.ts';

export interface SteppingClock extends Clock {
  set(at: number): void;
  /** Whatever waits will never go on: the worker has died. */
  die(): void;
  /** Lets `ms` go by: whatever was due happens in its order, each followed to its end. */
  pass(ms: number): Promise<void>;
  /** Lets just as much time go by as the job needs. Rejects with the job's error. */
  until<Value>(job: Promise<Value>): Promise<Value>;
}

/** Everything that waits for no clock is done when this resolves. */
export const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** A clock that stands still until told: what happens within 400 ms can be told from what happens after. */
export function steppingClock(start = Date.parse('2026-11-21T09:04:07.000Z')): SteppingClock {
  let at = start;
  let timers: { readonly due: number; readonly ring: () => void }[] = [];

  async function ringNext(end: number): Promise<boolean> {
    const next = timers.filter(({ due }) => due <= end).sort((a, b) => a.due - b.due)[0];
    if (!next) return false;
    timers = timers.filter((timer) => timer !== next);
    at = Math.max(at, next.due);
    next.ring();
    await turn();
    return true;
  }

  return {
    now: () => at,
    wait: (ms) => new Promise((resolve) => timers.push({ due: at + ms, ring: resolve })),
    zone: () => ({ name: 'Europe/Paris', offsetMinutes: 60 }),
    set(value) {
      at = value;
    },
    die() {
      timers = [];
    },
    async pass(ms) {
      const end = at + ms;
      await turn();
      while (await ringNext(end));
      at = end;
    },
    async until(job) {
      let over = false;
      const end = () => {
        over = true;
      };
      job.then(end, end);
      await turn();
      while (!over && (await ringNext(Number.POSITIVE_INFINITY)));
      if (!over) throw new Error('waits for something that no clock brings');
      return job;
    },
  };
}
