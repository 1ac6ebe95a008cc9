import { CATEGORIES } from '../../lib/core/detect/categories.ts';
import { learnCategories, learnTelling } from './linear.ts';
import { exampleOf, isMessage, type Phrase, readLessons } from './phrases.ts';
import { weightsFile } from './weights-file.ts';

/** What an ordinary page has in headings, cells and paragraphs also stands alone, on a page that has little else. */
const alone = (phrase: Phrase): Phrase[] =>
  phrase.label === 'negative' && /^(?:h\d|p|td)$/.test(phrase.component)
    ? [{ ...phrase, component: 'page' }]
    : [];

/** The module of weights that all lessons together give: the same, to the byte, each time. */
export const teach = (): string => {
  const lessons = [...readLessons().values()].flat();
  const examples = [...lessons.filter(isMessage), ...lessons.flatMap(alone)].map(exampleOf);
  return weightsFile(learnTelling(examples), learnCategories(examples, CATEGORIES));
};
