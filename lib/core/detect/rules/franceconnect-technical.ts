import type { WordingRule } from '../rule.ts';

/** Read on the error page of FranceConnect, with « Erreur {code} ». */
export const franceconnectTechnical: WordingRule = {
  kind: 'wording',
  id: 'franceconnect-technical',
  version: 1,
  category: 'server-error',
  measure: 'substitute-solution',
  hosts: ['franceconnect'],
  where: 'text',
  weight: 1,
  generic: false,
  wordings: [
    { text: 'Une erreur technique est survenue, fermez l’onglet…', lang: 'fr', source: 'verbatim' },
    { text: 'Une erreur s’est produite', lang: 'fr', source: 'verbatim' },
    { text: 'A technical error occurred, close the tab', lang: 'en', source: 'inferred' },
    { text: 'An error occurred', lang: 'en', source: 'inferred' },
  ],
};
