import type { WordingRule } from '../rule.ts';

export const genericRefused: WordingRule = {
  kind: 'wording',
  id: 'generic-refused',
  version: 1,
  category: 'refused',
  measure: 'substitute-solution',
  hosts: 'any',
  where: 'component',
  weight: 0.6,
  generic: true,
  wordings: [
    { text: 'Demande invalide', lang: 'fr', source: 'inferred' },
    { text: "Vous n'êtes pas autorisé à effectuer cette démarche", lang: 'fr', source: 'inferred' },
    { text: 'Vous ne pouvez pas déposer de demande', lang: 'fr', source: 'inferred' },
    { text: 'Invalid request', lang: 'en', source: 'inferred' },
    { text: 'You are not allowed to file this request', lang: 'en', source: 'inferred' },
  ],
  concepts: [
    ['invalid', 'request'],
    ['not-allowed', 'request'],
    ['refused', 'request'],
    ['closed', 'request', 'not-allowed'],
    ['impossible', 'request'],
    ['not-allowed', 'person'],
    ['not-found', 'request'],
    ['request', 'unavailable'],
    ['request', 'unknown'],
  ],
};
