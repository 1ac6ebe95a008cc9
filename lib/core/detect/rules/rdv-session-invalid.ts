import type { WordingRule } from '../rule.ts';

/** Read in the address of the appointment service. */
export const rdvSessionInvalid: WordingRule = {
  kind: 'wording',
  id: 'rdv-session-invalid',
  version: 1,
  category: 'session',
  measure: 'substitute-solution',
  hosts: ['rdv-prefecture', 'paris-rdv'],
  where: 'block',
  weight: 1,
  generic: false,
  wordings: [
    { text: 'Votre session est invalide', lang: 'fr', source: 'inferred' },
    { text: 'Your session is invalid', lang: 'en', source: 'inferred' },
  ],
  markers: ['errorSessionInvalide'],
};
