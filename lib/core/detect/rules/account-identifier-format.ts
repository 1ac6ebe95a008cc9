import type { WordingRule } from '../rule.ts';

/** Reported under the identifier, at account creation. */
export const accountIdentifierFormat: WordingRule = {
  kind: 'wording',
  id: 'account-identifier-format',
  version: 1,
  category: 'account',
  measure: 'substitute-solution',
  hosts: ['portal', 'sso'],
  where: 'component',
  weight: 0.7,
  generic: false,
  wordings: [
    { text: 'format non respecté', lang: 'fr', source: 'paraphrase' },
    { text: "Le format de l'identifiant n'est pas respecté", lang: 'fr', source: 'inferred' },
    { text: 'format not respected', lang: 'en', source: 'inferred' },
    { text: 'incorrect format', lang: 'en', source: 'inferred' },
  ],
};
