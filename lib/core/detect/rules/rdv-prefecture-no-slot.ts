import type { WordingRule } from '../rule.ts';

/** Read on the list of slots, with « Veuillez réessayer ultérieurement. » */
export const rdvPrefectureNoSlot: WordingRule = {
  kind: 'wording',
  id: 'rdv-prefecture-no-slot',
  version: 2,
  category: 'appointment',
  measure: 'substitute-solution',
  hosts: ['rdv-prefecture', 'paris-rdv', 'booking'],
  where: 'text',
  weight: 1,
  generic: false,
  wordings: [
    { text: 'Aucun créneau disponible', lang: 'fr', source: 'verbatim' },
    { text: 'aucun créneau', lang: 'fr', source: 'inferred' },
    { text: 'aucune plage', lang: 'fr', source: 'inferred' },
    { text: 'plus de créneau', lang: 'fr', source: 'inferred' },
    { text: 'aucun rendez-vous disponible', lang: 'fr', source: 'inferred' },
    { text: "Aucun rendez-vous n'est disponible", lang: 'fr', source: 'inferred' },
    { text: 'No slot available', lang: 'en', source: 'inferred' },
    { text: 'No available slot', lang: 'en', source: 'inferred' },
  ],
};
