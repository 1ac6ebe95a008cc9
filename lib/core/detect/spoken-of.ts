import type { Category } from './categories.ts';
import { type Failing, failingsIn } from './failings.ts';
import { saysNoSlot } from './no-slot.ts';
import { LAST_SUBJECTS, SUBJECTS, type Subject } from './subjects.ts';

interface Row extends Subject {
  readonly names: RegExp;
  readonly tells: RegExp | undefined;
}

const words = (source: string): RegExp => new RegExp(`(?<![a-z0-9])(?:${source})(?![a-z0-9])`);

const compile = (subjects: readonly Subject[]): readonly Row[] =>
  subjects.map((subject) => ({
    ...subject,
    names: words(subject.about),
    tells: subject.also === undefined ? undefined : words(subject.also),
  }));

const holds = ({ names, fails, tells }: Row, sentence: string, failings: ReadonlySet<Failing>): boolean => {
  if (!names.test(sentence)) return false;
  if (fails === undefined && tells === undefined) return true;
  return fails?.some((failing) => failings.has(failing)) === true || tells?.test(sentence) === true;
};

let rows: readonly Row[] | undefined;
let last: readonly Row[] | undefined;

const heldOf = (table: readonly Row[], sentences: readonly string[]): Set<Category> =>
  new Set(
    sentences.flatMap((sentence) => {
      const failings = failingsIn(sentence);
      return table.filter((row) => holds(row, sentence, failings)).map(({ category }) => category);
    }),
  );

/** What the sentences say has failed: the categories of `subjects.ts`. The sentences are folded, and stated. */
export const spokenOf = (sentences: readonly string[]): ReadonlySet<Category> => {
  rows ??= compile(SUBJECTS);
  const found = heldOf(rows, sentences);
  if (sentences.some((sentence) => saysNoSlot(sentence))) found.add('appointment');
  if (found.size > 0) return found;
  last ??= compile(LAST_SUBJECTS);
  return heldOf(last, sentences);
};
