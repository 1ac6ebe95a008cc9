import type { Category } from '../../lib/core/detect/categories.ts';
import type { Example } from './phrases.ts';

/** Weight of each trait, for each of the classes; nothing where it is 0. */
export interface Linear<Class extends string> {
  readonly classes: readonly Class[];
  readonly bias: readonly number[];
  readonly weights: ReadonlyMap<string, readonly number[]>;
}

interface Settings {
  readonly epochs: number;
  /** Traits seen in fewer messages are not learnt. */
  readonly least: number;
  /** Pulls every weight towards 0 at each step: nothing is learnt from one message alone. */
  readonly decay: number;
  /** Weights nearer than this to the mean of their trait are left out: it says nothing of that class. */
  readonly kept: number;
}

const RATE = 0.25;
const BIAS_RATE = 0.03;

/** The order in which phrases come should count for little: so many orders are averaged. */
const ORDERS = 8;

/** The same numbers each time: what is learnt depends on the phrases alone. */
const shuffler = (from: number) => {
  let seed = from;
  const next = () => {
    seed = (seed * 1_664_525 + 1_013_904_223) >>> 0;
    return seed / 2 ** 32;
  };
  return (order: number[]): void => {
    for (let last = order.length - 1; last > 0; last -= 1) {
      const other = Math.floor(next() * (last + 1));
      [order[last], order[other]] = [order[other] ?? 0, order[last] ?? 0];
    }
  };
};

const shares = (scores: readonly number[]): number[] => {
  const most = Math.max(...scores);
  const powers = scores.map((score) => Math.exp(score - most));
  const sum = powers.reduce((total, power) => total + power, 0);
  return powers.map((power) => power / sum);
};

/**
 * Multinomial logistic regression by stochastic gradient (AdaGrad), averaged over the second half of the passes and over
 * several orders. A message counts by the mean direction of its traits, however many it has (`weigh.ts` divides in the same
 * way).
 */
export function learn<Class extends string>(
  examples: readonly { readonly traits: readonly string[]; readonly is: Class }[],
  classes: readonly Class[],
  { epochs, least, decay, kept }: Settings,
): Linear<Class> {
  const seen = new Map<string, number>();
  for (const { traits } of examples) for (const trait of traits) seen.set(trait, (seen.get(trait) ?? 0) + 1);
  const places = new Map(
    [...seen].filter(([, count]) => count >= least).map(([trait], place) => [trait, place]),
  );
  const count = classes.length;
  const rows = examples.map(({ traits, is }) => ({
    at: traits.flatMap((trait) => places.get(trait) ?? []),
    right: classes.indexOf(is),
  }));
  const sum = new Float64Array(places.size * count);
  const biasSum = new Float64Array(count);
  let averaged = 0;
  const learnInOrder = (shuffle: (order: number[]) => void): void => {
    const weights = new Float64Array(places.size * count);
    const steps = new Float64Array(places.size * count).fill(1e-6);
    const bias = new Float64Array(count);
    const order = rows.map((_, at) => at);
    for (let epoch = 0; epoch < epochs; epoch += 1) {
      shuffle(order);
      for (const one of order) {
        const { at, right } = rows[one] ?? { at: [], right: 0 };
        const scale = 1 / Math.sqrt(Math.max(1, at.length));
        const scores = [...bias];
        for (const place of at)
          for (let is = 0; is < count; is += 1)
            scores[is] = (scores[is] ?? 0) + (weights[place * count + is] ?? 0) * scale;
        shares(scores).forEach((share, is) => {
          const error = share - (is === right ? 1 : 0);
          bias[is] = (bias[is] ?? 0) - BIAS_RATE * error;
          for (const place of at) {
            const cell = place * count + is;
            const weight = weights[cell] ?? 0;
            const slope = error * scale + decay * weight;
            const step = (steps[cell] ?? 0) + slope * slope;
            steps[cell] = step;
            weights[cell] = weight - (RATE * slope) / Math.sqrt(step);
          }
        });
      }
      if (epoch < epochs / 2) continue;
      averaged += 1;
      for (let cell = 0; cell < sum.length; cell += 1) sum[cell] = (sum[cell] ?? 0) + (weights[cell] ?? 0);
      for (let is = 0; is < count; is += 1) biasSum[is] = (biasSum[is] ?? 0) + (bias[is] ?? 0);
    }
  };
  for (let from = 1; from <= ORDERS; from += 1) learnInOrder(shuffler(from));
  const learnt = new Map<string, readonly number[]>();
  for (const [trait, place] of places) {
    const row = classes.map((_, is) => (sum[place * count + is] ?? 0) / averaged);
    const mean = row.reduce((total, weight) => total + weight, 0) / count;
    const telling = row.map((weight) => (Math.abs(weight - mean) >= kept ? weight - mean : 0));
    if (telling.some((weight) => weight !== 0)) learnt.set(trait, telling);
  }
  return { classes, bias: [...biasSum].map((total) => total / averaged), weights: learnt };
}

export const TELLING = ['told', 'calm'] as const;
export type Telling = (typeof TELLING)[number];

/** Of what a message tells, its words say enough: neither their pieces, nor how long it is, nor three in a row. */
const isWhole = (trait: string): boolean => trait.includes(' ') && !/^(?:s |length )|^w \S+ \S+ /.test(trait);

/** Whether a message tells of something; and, of one that does, of what. */
export const learnTelling = (examples: readonly Example[]): Linear<Telling> =>
  learn(
    examples.map(({ traits, category }) => ({ traits, is: category === null ? 'calm' : 'told' })),
    TELLING,
    { epochs: 12, least: 3, decay: 1e-4, kept: 0.4 },
  );

export const learnCategories = (
  examples: readonly Example[],
  categories: readonly Category[],
): Linear<Category> =>
  learn(
    examples.flatMap(({ traits, category }) =>
      category === null ? [] : [{ traits: traits.filter(isWhole), is: category }],
    ),
    categories,
    { epochs: 12, least: 3, decay: 1e-4, kept: 1 },
  );
