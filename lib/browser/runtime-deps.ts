import type { Clock, Randomness } from '../app/ports.ts';

/** The device's own clock and chance. */
export const systemClock: Clock = {
  now: () => Date.now(),
  wait: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
  zone: () => ({
    name: Intl.DateTimeFormat().resolvedOptions().timeZone,
    // The platform counts minutes west of UTC, and may answer -0.
    offsetMinutes: 0 - new Date().getTimezoneOffset(),
  }),
};

export const systemRandomness: Randomness = {
  uuid: () => crypto.randomUUID(),
  hex: (length) =>
    Array.from(crypto.getRandomValues(new Uint8Array(length)), (byte) =>
      byte.toString(16).padStart(2, '0'),
    ).join(''),
};

/** One holder at a time among the background and all pages of the extension. */
export const withLock = <Value>(name: string, job: () => Promise<Value>): Promise<Value> =>
  navigator.locks.request(name, job) as Promise<Value>;
