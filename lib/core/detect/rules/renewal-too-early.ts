import type { WordingRule } from '../rule.ts';

/** Read in triage. A legal rule, unless the dates entered say otherwise. */
export const renewalTooEarly: WordingRule = {
  kind: 'wording',
  id: 'renewal-too-early',
  version: 1,
  category: 'eligibility',
  measure: null,
  hosts: ['portal', 'sso'],
  where: 'block',
  weight: 1,
  generic: false,
  wordings: [
    {
      text: 'Il est trop tôt pour demander le renouvellement de votre titre.',
      lang: 'fr',
      source: 'verbatim',
    },
    { text: 'It is too early to request the renewal of your permit.', lang: 'en', source: 'inferred' },
    {
      text: 'It is too early to apply for the renewal of your residence permit.',
      lang: 'en',
      source: 'inferred',
    },
    { text: 'It is too early to renew your residence permit.', lang: 'en', source: 'inferred' },
  ],
};
