import { CATEGORIES } from '../../lib/core/detect/categories.ts';
import { learnCategories, learnTelling } from './linear.ts';
import { exampleOf, isMessage, readLessons } from './phrases.ts';
import { weightsFile } from './weights-file.ts';

/** The module of weights that all lessons together give: the same, to the byte, each time. */
export const teach = (): string => {
  const examples = [...readLessons().values()].flat().filter(isMessage).map(exampleOf);
  return weightsFile(learnTelling(examples), learnCategories(examples, CATEGORIES));
};
