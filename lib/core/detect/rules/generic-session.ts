import type { WordingRule } from '../rule.ts';

export const genericSession: WordingRule = {
  kind: 'wording',
  id: 'generic-session',
  version: 1,
  category: 'session',
  measure: 'substitute-solution',
  hosts: 'any',
  where: 'component',
  weight: 0.6,
  generic: true,
  wordings: [
    { text: 'Votre session a expiré', lang: 'fr', source: 'paraphrase' },
    { text: 'Vous avez été déconnecté', lang: 'fr', source: 'inferred' },
    { text: 'Your session has expired', lang: 'en', source: 'inferred' },
    { text: 'You have been logged out', lang: 'en', source: 'inferred' },
    { text: 'Session expired', lang: 'en', source: 'inferred' },
  ],
  concepts: [
    ['expired', 'session'],
    ['invalid', 'session'],
    ['closed', 'session'],
    ['disconnected'],
    ['session', 'not-found'],
    ['session', 'unknown'],
  ],
};
