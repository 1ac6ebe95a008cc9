import { conceptsOf } from '../concepts.ts';
import { failingsIn } from '../failings.ts';
import { foldText } from '../fold.ts';
import { DIALOG, genericRulesOf, HEADING, isAlarming, WHOLE_PAGE } from '../generic.ts';
import { FAULT_NUMBER } from '../meant.ts';
import { tellsNothing } from '../prose.ts';
import type { MessageSignal } from '../signals.ts';
import { spokenOf } from '../spoken-of.ts';
import { statedIn } from '../statements.ts';

/** What the reader by weights is given of a message. */
export type Shown = Pick<MessageSignal, 'text' | 'component' | 'level'>;

/** What the mask has put in place of something personal, and every number: one sign. */
const NUMBERS = /\[masque: [^\]]*\]|\d(?:[\d ./-]*\d)?/g;
const WORDS = /[a-z0-9]+|[?!:"]/g;
/** Longer words are also known by their pieces: the same stem has many endings. */
const WHOLE_WORD = 3;
const PIECES: readonly number[] = [4, 5];
/** Words per step of length, and steps. */
const STEP = 6;
const STEPS = 6;

const wordsOf = (folded: string): readonly string[] => folded.replace(NUMBERS, ' 0 ').match(WORDS) ?? [];

const pairsOf = (kind: string, words: readonly string[]): string[] =>
  words.slice(1).map((word, at) => `${kind} ${words[at]} ${word}`);

const piecesOf = (word: string): string[] => {
  const whole = `^${word}$`;
  return PIECES.flatMap((length) =>
    Array.from({ length: Math.max(0, whole.length - length + 1) }, (_, at) => whole.slice(at, at + length)),
  );
};

const placeOf = (component: string): string => {
  if (component === WHOLE_PAGE) return 'page';
  if (HEADING.test(component)) return 'heading';
  if (/error-text|field|feedback|input-error/.test(component)) return 'field';
  return DIALOG.test(component) ? 'dialog' : 'box';
};

/**
 * Everything by which a message may be weighed, each once: its words, two and three at a time, the pieces of its long
 * words, what it states, the ideas and failings in it, the rules that its words alone suggest, where it stands.
 */
export const traitsOf = ({ text, component, level }: Shown): ReadonlySet<string> => {
  const folded = foldText(text).replace(FAULT_NUMBER, 'numero');
  const words = wordsOf(folded);
  const sentences = statedIn(folded, { alarm: isAlarming({ component, level }) });
  const stated = sentences.join(' ');
  const statedWords = wordsOf(stated);
  const guessed = genericRulesOf(text, { component, level });
  const spoken = [...spokenOf(sentences)];
  return new Set([
    ...words.map((word) => `w ${word}`),
    ...pairsOf('w', words),
    ...words.slice(2).map((word, at) => `w ${words[at]} ${words[at + 1]} ${word}`),
    ...words.filter(({ length }) => length > WHOLE_WORD).flatMap(piecesOf),
    ...statedWords.map((word) => `s ${word}`),
    ...pairsOf('s', statedWords),
    ...(statedWords.length === 0 ? ['unstated'] : []),
    ...(tellsNothing(folded) ? ['tells nothing'] : []),
    ...conceptsOf(folded).map((idea) => `idea ${idea}`),
    ...conceptsOf(stated).map((idea) => `stated ${idea}`),
    ...sentences.flatMap((sentence) => [...failingsIn(sentence)].map((failing) => `fails ${failing}`)),
    ...(guessed.length > 0 ? guessed.map(({ category }) => `rule ${category}`) : ['rule none']),
    ...(spoken.length > 0 ? spoken.map((category) => `spoken ${category}`) : ['spoken none']),
    `place ${placeOf(component)}`,
    `level ${level}`,
    `length ${Math.min(STEPS, Math.floor(words.length / STEP))}`,
  ]);
};
