import type { WordingRule } from '../rule.ts';

/** Reported by users of RDV Service Public. */
export const rdvServicePublicNoSlot: WordingRule = {
  kind: 'wording',
  id: 'rdv-service-public-no-slot',
  version: 2,
  category: 'appointment',
  measure: 'substitute-solution',
  hosts: ['rdv-service-public'],
  where: 'text',
  weight: 1,
  generic: false,
  wordings: [
    { text: 'aucun créneau', lang: 'fr', source: 'paraphrase' },
    { text: 'plus de disponibilité', lang: 'fr', source: 'inferred' },
    { text: 'no slot', lang: 'en', source: 'inferred' },
  ],
};
