import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Category } from '../../lib/core/detect/categories.ts';
import { foldText } from '../../lib/core/detect/fold.ts';
import { type Shown, traitsOf } from '../../lib/core/detect/weighed/traits.ts';
import { ROOT } from '../setup/run.mjs';

/** A message with what a reader makes of it: one line of a file of phrases. */
export interface Phrase {
  readonly id: string;
  readonly text: string;
  /** As in `MessageSignal`; `p` and `td` for running text. */
  readonly component: string;
  readonly level: Shown['level'];
  /** Says that something has gone wrong for whoever reads it, or proves that it went well; or neither. */
  readonly label: 'positive' | 'negative';
  /** Of a positive: each that is right, the best first. Of a negative: what may be told without being wrong. */
  readonly categories: readonly Category[];
}

/** The phrases that teach. */
export const LESSONS = join(ROOT, 'scripts', 'learn', 'phrases');
/** The phrases that examine, and never teach. */
export const EXAM = join(ROOT, 'tests', 'phrases', 'exam.jsonl');

export const readPhrases = (file: string): readonly Phrase[] =>
  readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Phrase);

/** By name of the file, in the order of their names, without what two people wrote alike and one of them to examine. */
export const readLessons = (): ReadonlyMap<string, readonly Phrase[]> => {
  const examined = new Set(readPhrases(EXAM).map(({ text }) => foldText(text)));
  return new Map(
    readdirSync(LESSONS)
      .sort()
      .map((name) => [
        name,
        readPhrases(join(LESSONS, name)).filter(({ text }) => !examined.has(foldText(text))),
      ]),
  );
};

/** As the page's script would tell it: what is alone on its page is an error, a heading has no level. */
export const shownOf = ({ text, component, level }: Phrase): Shown => {
  if (component === 'page') return { text, component, level: 'error' };
  return { text, component, level: /^h\d$/.test(component) ? 'unknown' : level };
};

/** Running text is read by other means. */
export const isMessage = ({ component }: Phrase): boolean => component !== 'p' && component !== 'td';

/** What is learnt from: the traits of a message, its category, null when it tells nothing. */
export interface Example {
  readonly traits: readonly string[];
  readonly category: Category | null;
}

export const exampleOf = (phrase: Phrase): Example => ({
  traits: [...traitsOf(shownOf(phrase))],
  category: phrase.label === 'positive' ? (phrase.categories[0] ?? null) : null,
});
