import { setTimeout as pause } from 'node:timers/promises';

const INTERVAL = 50;

/** Milliseconds. Far more than anything needs: a busy machine is slow, and what never comes fails all the same. */
export const PATIENCE_MS = 30_000;

/**
 * Asks again and again until the answer is something true, and returns it; undefined after `timeout` milliseconds.
 * An answer that rejects counts as "not yet": a page that is just loading refuses questions.
 */
export async function soon<T>(
  ask: () => T | Promise<T>,
  timeout = PATIENCE_MS,
): Promise<Exclude<T, false | undefined | null> | undefined> {
  const deadline = performance.now() + timeout;
  for (;;) {
    const answer = await Promise.resolve()
      .then(ask)
      .catch(() => undefined);
    if (answer) return answer as Exclude<T, false | undefined | null>;
    if (performance.now() > deadline) return undefined;
    await pause(INTERVAL);
  }
}

/** As `soon`; rejects with what `complaint` says when the time is over. */
export async function expectSoon<T>(
  ask: () => T | Promise<T>,
  complaint: () => string | Promise<string>,
  timeout = PATIENCE_MS,
): Promise<Exclude<T, false | undefined | null>> {
  const answer = await soon(ask, timeout);
  if (answer === undefined) throw new Error(`${await complaint()} (waited ${timeout} ms)`);
  return answer;
}
