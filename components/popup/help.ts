import type { SeenIncident } from '../../lib/app/popup/popup-view.ts';
import type { Category, Measure } from '../../lib/core/detect/categories.ts';

/** Rules that are explained better than their category could be, by what is said of them. */
export const HELP_OF_RULES = {
  'page-unreachable': 'no-answer',
  'http-connection-lost': 'no-answer',
  'page-blank': 'stuck-page',
  'page-endless-wait': 'stuck-page',
  'http-too-many-requests': 'too-many-requests',
  'firewall-request-rejected': 'filter',
  'firewall-blocked': 'filter',
  'http-session-lost': 'lost-session',
  'form-work-lost': 'lost-session',
  'http-forbidden': 'forbidden',
  'stamp-already-used': 'used-stamp',
  'protection-not-recognised': 'protection',
  'account-information-incorrect': 'identity-data',
  'franceconnect-identity': 'identity-data',
  'account-already-linked': 'linked-account',
  'account-password-mail': 'password-mail',
  'renewal-too-early': 'too-early',
  'permit-expired-since': 'expired-permit',
  'recap-no-later-change': 'recap',
  'request-closed-notification': 'closed-request',
  'demarches-closed': 'closed-procedure',
} as const;

type RuleWithHelp = keyof typeof HELP_OF_RULES;
export type HelpSubject = Category | (typeof HELP_OF_RULES)[RuleWithHelp] | 'upload-too-large';

const hasHelp = (ruleId: string): ruleId is RuleWithHelp => Object.hasOwn(HELP_OF_RULES, ruleId);

/** « Payload Too Large »: here the server does say why. */
const TOO_LARGE = 413;

/** What an incident is explained as. */
export function helpSubject(incident: Pick<SeenIncident, 'ruleId' | 'category' | 'httpStatus'>): HelpSubject {
  if (hasHelp(incident.ruleId)) return HELP_OF_RULES[incident.ruleId];
  if (incident.category === 'upload' && incident.httpStatus === TOO_LARGE) return 'upload-too-large';
  return incident.category;
}

/** How an incident counts. A rule whose dates are wrong would be an error to report and to correct. */
export function helpCounts({ category, measure }: Pick<SeenIncident, 'category' | 'measure'>): {
  readonly sentence: 'help_counts_measure' | 'help_counts_rule' | 'help_counts_success' | 'help_counts_none';
  readonly measure: Measure | null;
} {
  if (category === 'eligibility') return { sentence: 'help_counts_rule', measure: 'report-correct-complete' };
  if (category === 'confirmation') return { sentence: 'help_counts_success', measure: null };
  return { sentence: measure === null ? 'help_counts_none' : 'help_counts_measure', measure };
}

/** Whether a measure has the shorter or the longer of the two terms; the sentence says both dates. */
export const termSentence = (measure: Measure): 'measure_six_months' | 'measure_twelve_months' =>
  measure === 'several-requests' ? 'measure_twelve_months' : 'measure_six_months';
