/** Pseudo-random numbers from a seed, so that a run that fails can be made again (mulberry32). */
export interface Chance {
  /** In [from, to[. */
  between(from: number, to: number): number;
  oneOf<Value>(values: readonly [Value, ...Value[]]): Value;
}

export function chanceFrom(seed: number): Chance {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  return {
    between: (from, to) => from + next() * (to - from),
    oneOf: (values) => values[Math.floor(next() * values.length)] ?? values[0],
  };
}

/** The number in an environment variable, or the default. Throws when it is no whole number above 0. */
export function countFrom(name: string, otherwise: number): number {
  const value = process.env[name];
  if (value === undefined || value === '') return otherwise;
  if (!/^[1-9]\d*$/.test(value)) throw new Error(`${name} must be a whole number above 0, not ${value}`);
  return Number(value);
}
