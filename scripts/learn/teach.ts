import { CATEGORIES } from '../../lib/core/detect/categories.ts';
import { learnCategories, learnTelling } from './linear.ts';
import { exampleOf, isMessage, type Phrase, readLessons } from './phrases.ts';
import { weightsFile } from './weights-file.ts';

/**
 * Where else an ordinary text may stand: headings, cells and paragraphs alone, on a page that has little else; what is said
 * under a field, in a box beside it.
 */
const elsewhere = (phrase: Phrase): Phrase[] => {
  if (phrase.label === 'positive') return [];
  if (/^(?:h\d|p|td)$/.test(phrase.component)) return [{ ...phrase, component: 'page' }];
  return phrase.component === '.fr-error-text' ? [{ ...phrase, component: 'p-message' }] : [];
};

/** The module of weights that all lessons together give: the same, to the byte, each time. */
export const teach = (): string => {
  const lessons = [...readLessons().values()].flat();
  const examples = [...lessons.filter(isMessage), ...lessons.flatMap(elsewhere)].map(exampleOf);
  return weightsFile(learnTelling(examples), learnCategories(examples, CATEGORIES));
};
