import type { WordingRule } from '../rule.ts';

export const genericDuplicate: WordingRule = {
  kind: 'wording',
  id: 'generic-duplicate',
  version: 1,
  category: 'duplicate',
  measure: 'several-requests',
  hosts: 'any',
  where: 'component',
  weight: 0.6,
  generic: true,
  wordings: [
    { text: 'Vous avez déjà une demande en cours', lang: 'fr', source: 'paraphrase' },
    { text: 'Une demande est déjà en cours', lang: 'fr', source: 'paraphrase' },
    { text: 'Une demande est déjà en cours de traitement', lang: 'fr', source: 'inferred' },
    { text: 'You already have a request in progress', lang: 'en', source: 'inferred' },
    { text: 'An application is already in progress', lang: 'en', source: 'inferred' },
    { text: 'You already have a pending application', lang: 'en', source: 'inferred' },
  ],
  concepts: [
    ['already', 'filed', 'request'],
    ['already', 'exists', 'request'],
    ['already', 'in-progress', 'request'],
    ['already', 'request', 'sent'],
    ['already', 'request', 'submit'],
    ['in-progress', 'not-allowed', 'request'],
    ['in-progress', 'impossible', 'request'],
    ['request', 'several'],
    ['in-progress', 'several'],
    ['exists', 'request'],
  ],
  topics: ['several'],
};
