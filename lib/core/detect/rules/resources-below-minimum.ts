import type { WordingRule } from '../rule.ts';

/** Read on the resources screen. */
export const resourcesBelowMinimum: WordingRule = {
  kind: 'wording',
  id: 'resources-below-minimum',
  version: 1,
  category: 'eligibility',
  measure: null,
  hosts: ['portal', 'sso'],
  where: 'block',
  weight: 1,
  generic: false,
  wordings: [
    {
      text: "Vous n'avez pas atteint le montant minimum de ressources nécessaires",
      lang: 'fr',
      source: 'verbatim',
    },
    { text: 'You have not reached the minimum amount of resources required', lang: 'en', source: 'inferred' },
    {
      text: 'You have not reached the minimum amount of necessary resources',
      lang: 'en',
      source: 'inferred',
    },
  ],
};
