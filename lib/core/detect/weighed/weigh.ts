import { CATEGORIES, type Category } from '../categories.ts';
import { foldText } from '../fold.ts';
import { FIELD_ERRORS, mayHead, WHOLE_PAGE } from '../generic.ts';
import { tellsNothing } from '../prose.ts';
import type { WordingRule } from '../rule.ts';
import { GENERIC_RULES } from '../rules/index.ts';
import { parse } from './packed.ts';
import { type Shown, traitsOf } from './traits.ts';
import { CATEGORY_WEIGHTS, TELLING } from './weights.ts';

/** A message that weighs more tells of something, in tenths. */
const ENOUGH = 20;
/** Nothing calls it a message where it merely stands alone on its page. */
const ENOUGH_ALONE = 30;

/** Words of somebody else's. */
const QUOTED = /"[^"]*"/;

interface Scale {
  readonly bias: number;
  readonly weights: ReadonlyMap<string, number>;
}

const scaleOf = ([bias, text]: readonly [number, string]): Scale => ({ bias, weights: parse(text) });

/** Read from their text once a message has to be weighed, and not at each start of the background. */
let scales: { readonly telling: Scale; readonly categories: ReadonlyMap<Category, Scale> } | undefined;

const allScales = () => ({
  telling: scaleOf(TELLING.told),
  categories: new Map(CATEGORIES.map((category) => [category, scaleOf(CATEGORY_WEIGHTS[category])])),
});

/** Long messages do not weigh more than short ones: `known` is how many of the traits were ever learnt. */
const weightOn = ({ bias, weights }: Scale, traits: ReadonlySet<string>, known: number): number => {
  let sum = 0;
  for (const trait of traits) sum += weights.get(trait) ?? 0;
  return bias + sum / Math.sqrt(Math.max(1, known));
};

const countIn = (known: (trait: string) => boolean, traits: ReadonlySet<string>): number =>
  [...traits].filter(known).length;

/** How surely the message tells of something: 0 where it may as well not, in tenths of the natural logarithm of the odds. */
export const weigh = (traits: ReadonlySet<string>): number => {
  scales ??= allScales();
  const { telling } = scales;
  return (
    2 *
    weightOn(
      telling,
      traits,
      countIn((trait) => telling.weights.has(trait), traits),
    )
  );
};

/** What it tells of, if it does. */
export const categoryOf = (traits: ReadonlySet<string>): Category => {
  scales ??= allScales();
  const { categories } = scales;
  const all = [...categories.values()];
  const known = countIn((trait) => all.some(({ weights }) => weights.has(trait)), traits);
  const weights = CATEGORIES.map((category) => {
    const scale = categories.get(category);
    return scale === undefined ? -Infinity : weightOn(scale, traits, known);
  });
  return CATEGORIES[weights.indexOf(Math.max(...weights))] ?? 'server-error';
};

/**
 * The general rule under which a message comes of which the rules say nothing, or too little to tell it, by what it shares
 * with the phrases that the weights were learnt from: at most one, and none when it is not sure.
 */
export const weighedRules = (shown: Shown): readonly WordingRule[] => {
  // What is under a field the person mends herself, as long as she can: the watchers see when she cannot.
  if (FIELD_ERRORS.has(shown.component)) return [];
  const folded = foldText(shown.text);
  if (tellsNothing(folded) || QUOTED.test(folded)) return [];
  const traits = traitsOf(shown);
  if (weigh(traits) < (shown.component === WHOLE_PAGE ? ENOUGH_ALONE : ENOUGH)) return [];
  const category = categoryOf(traits);
  // A proof that was none is worse than one that was not kept: only the rules tell of a success.
  if (category === 'confirmation') return [];
  if (!mayHead(shown.text, shown.component, category)) return [];
  return GENERIC_RULES.filter((rule) => rule.category === category).slice(0, 1);
};
