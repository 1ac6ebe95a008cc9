/** Between two traits of one weight: no trait holds it. */
const BETWEEN = '|';

/** Weights in tenths, each with its traits in order, one weight to a line. What is rounded to nothing is left out. */
export const format = (weights: readonly (readonly [trait: string, weight: number])[]): string => {
  const traits = new Map<number, string[]>();
  for (const [trait, weight] of weights) {
    const tenths = Math.round(weight * 10);
    if (tenths !== 0) traits.set(tenths, [...(traits.get(tenths) ?? []), trait]);
  }
  return [...traits]
    .sort(([a], [b]) => a - b)
    .map(([tenths, all]) => [tenths, ...all.sort()].join(BETWEEN))
    .join('\n');
};

/** The reverse of `format`, in tenths. */
export const parse = (text: string): Map<string, number> =>
  new Map(
    text.split('\n').flatMap((line) => {
      const [tenths, ...traits] = line.split(BETWEEN);
      return traits.map((trait) => [trait, Number(tenths)] as const);
    }),
  );
