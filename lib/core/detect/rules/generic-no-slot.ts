import type { WordingRule } from '../rule.ts';

export const genericNoSlot: WordingRule = {
  kind: 'wording',
  id: 'generic-no-slot',
  version: 1,
  category: 'appointment',
  measure: 'substitute-solution',
  hosts: 'any',
  where: 'component',
  weight: 0.6,
  generic: true,
  wordings: [
    { text: 'Aucun créneau disponible', lang: 'fr', source: 'inferred' },
    { text: 'Aucun rendez-vous disponible', lang: 'fr', source: 'inferred' },
    { text: 'Tous les créneaux sont complets', lang: 'fr', source: 'inferred' },
    { text: 'No appointment available', lang: 'en', source: 'inferred' },
    { text: 'No slot available', lang: 'en', source: 'inferred' },
    { text: 'Fully booked', lang: 'en', source: 'inferred' },
  ],
  concepts: [
    ['appointment', 'no-longer'],
    ['none', 'slot'],
    ['slot', 'unavailable'],
    ['appointment', 'none'],
    ['full', 'slot'],
    ['appointment', 'unavailable'],
    ['appointment', 'full'],
    ['appointment', 'impossible'],
    ['appointment', 'not-allowed'],
    ['no-longer', 'slot'],
  ],
  topics: ['appointment', 'slot'],
};
