import { conceptsOf } from './concepts.ts';
import type { WordingRule } from './rule.ts';
import { GENERIC_RULES } from './rules/index.ts';
import { type CompiledWording, compileWording, findWording, searchText } from './wording.ts';

/** Beyond this, a text is prose, not a message. */
const LONGEST_MESSAGE = 600;
/** « Si une erreur est survenue… »: says what may happen, not what happened. */
const CONDITIONAL =
  /^(?:si |s'il|en cas |lorsqu|quand |que faire|comment |pourquoi |pour eviter|if |in case|when |what (?:to|if)|how |why |to avoid)/;

/** What a page that shows nothing else must speak of, to be taken for an error page. */
const TROUBLE: ReadonlySet<string> = new Set([
  'blocked',
  'error',
  'expired',
  'failed',
  'impossible',
  'maintenance',
  'not-allowed',
  'problem',
  'refused',
  'unavailable',
]);

let compiled: readonly (readonly [WordingRule, readonly CompiledWording[]])[] | undefined;

/**
 * Rules that a message nobody has seen before may come under, by the ideas it combines. For texts that the page calls a
 * message: in running text the same words mean nothing. `wholePage`: no component says so, the page holds nothing else.
 */
export const genericRulesOf = (text: string, wholePage: boolean): readonly WordingRule[] => {
  compiled ??= GENERIC_RULES.map((rule) => [
    rule,
    rule.wordings.map(({ text: words }) => compileWording(words)),
  ]);
  const searched = searchText(text);
  const { folded } = searched;
  if (folded.length > LONGEST_MESSAGE || CONDITIONAL.test(folded) || folded.endsWith('?')) return [];
  const ideas = new Set<string>(conceptsOf(folded));
  if (wholePage && ![...ideas].some((idea) => TROUBLE.has(idea))) return [];
  return compiled
    .filter(
      ([{ concepts = [] }, wordings]) =>
        wordings.some((wording) => findWording(wording, searched) !== undefined) ||
        concepts.some((all) => all.every((idea) => ideas.has(idea))),
    )
    .map(([rule]) => rule);
};
