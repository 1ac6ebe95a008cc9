import type { WordingRule } from '../rule.ts';

/** Read at payment. */
export const stampConsumed: WordingRule = {
  kind: 'wording',
  id: 'stamp-consumed',
  version: 1,
  category: 'confirmation',
  measure: null,
  hosts: ['portal', 'stamps'],
  where: 'block',
  weight: 1,
  generic: false,
  wordings: [
    { text: 'Votre timbre a été consommé.', lang: 'fr', source: 'verbatim' },
    { text: 'Your stamp has been used.', lang: 'en', source: 'inferred' },
    { text: 'Your stamp has been consumed.', lang: 'en', source: 'inferred' },
  ],
};
