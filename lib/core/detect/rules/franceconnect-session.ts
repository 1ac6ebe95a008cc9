import type { WordingRule } from '../rule.ts';

/** Read on the error page of FranceConnect. */
export const franceconnectSession: WordingRule = {
  kind: 'wording',
  id: 'franceconnect-session',
  version: 1,
  category: 'session',
  measure: 'substitute-solution',
  hosts: ['franceconnect'],
  where: 'text',
  weight: 1,
  generic: false,
  wordings: [
    {
      text: 'Votre session a expiré ou est invalide, fermez l’onglet de votre navigateur et reconnectez-vous.',
      lang: 'fr',
      source: 'verbatim',
    },
    { text: 'Votre session a expiré ou est invalide', lang: 'fr', source: 'verbatim' },
    { text: 'Your session has expired or is invalid', lang: 'en', source: 'inferred' },
  ],
};
