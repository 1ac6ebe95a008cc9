import type { Clock } from '../../lib/app/ports.ts';

/** A clock that jumps: waiting takes no time, and moves it. */
export function fakeClock(start = Date.parse('2026-11-21T09:04:07.000Z')): Clock & { set(at: number): void } {
  let at = start;
  return {
    now: () => at,
    async wait(ms) {
      await Promise.resolve();
      at += ms;
    },
    zone: () => ({ name: 'Europe/Paris', offsetMinutes: 60 }),
    set(value) {
      at = value;
    },
  };
}
