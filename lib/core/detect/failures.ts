import { type Category, isFailure } from './categories.ts';
import { ruleOf } from './rule-book.ts';

/**
 * Whether what was found is a failure of the portal. A legal rule, a success, or a sentence that stands on the page
 * every time (the recapitulation's) are kept and not counted.
 */
export function countsAsFailure({
  ruleId,
  category,
}: {
  readonly ruleId: string;
  readonly category: Category;
}): boolean {
  const rule = ruleOf(ruleId);
  return isFailure(category) && !(rule?.kind === 'wording' && rule.standing === true);
}
