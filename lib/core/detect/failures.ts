import { type Category, isFailure } from './categories.ts';
import { isStanding } from './standing.ts';

/**
 * Whether what was found is a failure of the portal. A legal rule, a success, or a sentence that stands on the page
 * every time (the recapitulation's) are kept and not counted.
 */
export const countsAsFailure = ({
  ruleId,
  category,
}: {
  readonly ruleId: string;
  readonly category: Category;
}): boolean => isFailure(category) && !isStanding(ruleId);
