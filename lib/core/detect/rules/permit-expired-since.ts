import type { WordingRule } from '../rule.ts';

/** Reported in triage. */
export const permitExpiredSince: WordingRule = {
  kind: 'wording',
  id: 'permit-expired-since',
  version: 1,
  category: 'eligibility',
  measure: null,
  hosts: ['portal', 'sso'],
  where: 'component',
  weight: 0.8,
  generic: false,
  wordings: [
    { text: 'Votre titre de séjour est expiré depuis …', lang: 'fr', source: 'paraphrase' },
    { text: 'Your residence permit has been expired for …', lang: 'en', source: 'inferred' },
    { text: 'Your residence permit expired …', lang: 'en', source: 'inferred' },
  ],
};
