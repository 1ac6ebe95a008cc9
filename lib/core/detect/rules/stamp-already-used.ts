import type { WordingRule } from '../rule.ts';

/** Read at payment. */
export const stampAlreadyUsed: WordingRule = {
  kind: 'wording',
  id: 'stamp-already-used',
  version: 1,
  category: 'payment',
  measure: 'substitute-solution',
  hosts: ['portal', 'stamps'],
  where: 'block',
  weight: 1,
  generic: false,
  wordings: [
    { text: 'Ce timbre ne peut être consommé. Il a déjà été utilisé.', lang: 'fr', source: 'verbatim' },
    { text: 'Ce timbre ne peut être consommé', lang: 'fr', source: 'verbatim' },
    { text: 'This stamp cannot be used. It has already been used.', lang: 'en', source: 'inferred' },
    { text: 'This stamp cannot be consumed', lang: 'en', source: 'inferred' },
  ],
};
