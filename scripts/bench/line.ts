import type { BrowserName } from '../../tests/e2e/browser/witnessed.ts';
import type { LineName } from './options.mjs';

/** What a line measures, in which browser, and what is aimed at. */
export interface Measured {
  readonly name: LineName;
  readonly unit: 'ms' | 'MB' | 'kB';
  readonly browser: BrowserName;
  /** What `ours` and `other` are, in words. */
  readonly compared: string;
  /** Of `ours` or of `ratio`; null where nothing is aimed at. */
  readonly aim: { readonly of: 'ours' | 'ratio'; readonly most: number } | null;
}

/** One line of the report. `ratio` is ours over other, null when there is nothing to compare with. */
export interface BenchLine extends Measured {
  readonly ours: number;
  readonly other: number | null;
  readonly ratio: number | null;
  readonly runs: number;
  /** Other things seen in the same runs. */
  readonly more?: Readonly<Record<string, unknown>>;
}

/** One measure: ours and what it is compared with, taken in the same run. */
export interface Pair {
  readonly ours: number;
  readonly other: number | null;
}

/** Middle value, or the mean of the two in the middle. Throws on an empty list. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const upper = sorted[Math.floor(sorted.length / 2)];
  const lower = sorted[Math.ceil(sorted.length / 2) - 1];
  if (upper === undefined || lower === undefined) throw new Error('no measure');
  return (upper + lower) / 2;
}

const rounded = (value: number): number => Number(value.toFixed(value < 10 ? 3 : 1));

/** Medians of several runs. The ratio is the median of each run's own: the machine may be slower in one than in another. */
export function lineOf(
  { name, unit, ...what }: Measured,
  pairs: readonly Pair[],
  more?: Readonly<Record<string, unknown>>,
): BenchLine {
  const compared = pairs.flatMap(({ ours, other }) => (other === null ? [] : [{ ours, other }]));
  const middle = (values: readonly number[]) => (values.length > 0 ? rounded(median(values)) : null);
  return {
    name,
    ours: rounded(median(pairs.map(({ ours }) => ours))),
    other: middle(compared.map(({ other }) => other)),
    ratio: middle(compared.map(({ ours, other }) => ours / other)),
    unit,
    ...what,
    runs: pairs.length,
    ...(more ? { more } : {}),
  };
}
