import { isFailure } from './categories.ts';
import { ruleOf } from './rule-book.ts';
import type { Finding } from './signals.ts';

/**
 * Rank of a finding in a cascade; the lowest names the incident. A cause goes before what it entails (a failed request,
 * then its message), the site's own known words before words that every site uses, what happened before a rule that merely
 * stands there.
 */
export const precedenceOf = ({ ruleId, category }: Finding): number => {
  if (!isFailure(category)) return category === 'eligibility' ? 50 : 60;
  const rule = ruleOf(ruleId);
  // What a form does is what a failure entails, whoever saw the failure.
  if (rule?.kind === 'behaviour') return 35;
  if (rule?.kind === 'http') return rule.weight >= 1 ? 0 : 30;
  if (rule?.kind === 'wording' && rule.standing === true) return 40;
  if (rule?.kind === 'wording' && !rule.generic) return 10;
  return category === 'server-error' || category === 'refused' ? 25 : 20;
};

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Orders a cascade, the primary finding first. The order does not depend on which signal arrived first. */
export const orderFindings = (findings: readonly Finding[]): Finding[] =>
  [...findings].sort(
    (a, b) =>
      precedenceOf(a) - precedenceOf(b) ||
      compareText(a.ruleId, b.ruleId) ||
      (a.status ?? 0) - (b.status ?? 0) ||
      a.at - b.at,
  );
