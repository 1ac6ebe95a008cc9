import type { WordingRule } from '../rule.ts';

export const genericCorrection: WordingRule = {
  kind: 'wording',
  id: 'generic-correction',
  version: 1,
  category: 'correction',
  measure: 'report-correct-complete',
  hosts: 'any',
  where: 'component',
  weight: 0.6,
  generic: true,
  wordings: [
    { text: 'Vous ne pouvez plus modifier votre demande', lang: 'fr', source: 'inferred' },
    { text: 'Cette demande ne peut plus être modifiée', lang: 'fr', source: 'inferred' },
    { text: 'You can no longer modify your request', lang: 'en', source: 'inferred' },
    { text: 'This application can no longer be changed', lang: 'en', source: 'inferred' },
  ],
  concepts: [
    ['blocked', 'modify'],
    ['modify', 'no-longer', 'request'],
    ['modify', 'not-allowed', 'request'],
    ['impossible', 'modify'],
    ['modify', 'no-longer'],
    ['modify', 'not-allowed'],
    ['document', 'no-longer', 'request'],
  ],
  topics: ['modify'],
};
