import { type Category, isFailure } from './categories.ts';
import { saysOwnWords } from './generic.ts';
import { ruleOf } from './rule-book.ts';
import type { Finding } from './signals.ts';

/** What stops somebody for any reason: a message that speaks of something else as well is about that. */
export const GENERAL: ReadonlySet<Category> = new Set<Category>(['server-error', 'refused', 'blocked-form']);

const CAUSES: readonly string[] = ['internal', 'technical', 'unexpected'];

/** « Une erreur est survenue » is in everybody's words, whatever the message is about. */
const isInOwnWords = ({ ruleId, category, quote }: Finding): boolean => {
  const rule = ruleOf(ruleId);
  if (rule?.kind !== 'wording' || !rule.generic || category === 'server-error') return false;
  return quote !== undefined && saysOwnWords(rule, quote);
};

/**
 * Rank of a finding in a cascade; the lowest names the incident. A cause goes before what it entails (a failed request,
 * then its message), the site's own known words before words that every site uses, what happened before a rule that merely
 * stands there.
 */
export const precedenceOf = (finding: Finding): number => {
  const { ruleId, category, concepts } = finding;
  if (!isFailure(category)) return category === 'eligibility' ? 50 : 60;
  const rule = ruleOf(ruleId);
  // What a form does is what a failure entails, whoever saw the failure.
  if (rule?.kind === 'behaviour') return 35;
  if (rule?.kind === 'http') return rule.weight >= 1 ? 0 : rule.when === 'upload' ? 22 : 30;
  if (rule?.kind === 'wording' && rule.standing === true) return 40;
  if (rule?.kind === 'wording' && !rule.generic) return 10;
  if (!GENERAL.has(category) || isInOwnWords(finding)) return 20;
  // A technical failure is why the rest could not be done.
  return category === 'server-error' && concepts?.some((idea) => CAUSES.includes(idea)) ? 24 : 25;
};

/** Among words that every site uses, what a message may be about: the particular before the general. */
const PARTICULAR: readonly Category[] = [
  'captcha',
  'session',
  'payment',
  'attestation',
  'duplicate',
  'appointment',
  'account',
  'correction',
  'upload',
  'status',
  'unavailable',
  'refused',
  'blocked-form',
  'server-error',
];

/** Among findings of one rank, how well each fits: what was said in so many words, then the more particular. */
const fitOf = (finding: Finding): number => {
  const rule = ruleOf(finding.ruleId);
  if (rule?.kind === 'http') return rule.when === 'any' ? 1 : 0;
  if (rule?.kind !== 'wording' || !rule.generic) return 0;
  return PARTICULAR.indexOf(finding.category) - (isInOwnWords(finding) ? PARTICULAR.length : 0);
};

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Orders a cascade, the primary finding first. The order does not depend on which signal arrived first. */
export const orderFindings = (findings: readonly Finding[]): Finding[] =>
  [...findings].sort(
    (a, b) =>
      precedenceOf(a) - precedenceOf(b) ||
      fitOf(a) - fitOf(b) ||
      compareText(a.ruleId, b.ruleId) ||
      (a.status ?? 0) - (b.status ?? 0) ||
      a.at - b.at,
  );
