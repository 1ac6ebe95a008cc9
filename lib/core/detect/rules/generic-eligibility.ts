import type { WordingRule } from '../rule.ts';

export const genericEligibility: WordingRule = {
  kind: 'wording',
  id: 'generic-eligibility',
  version: 1,
  category: 'eligibility',
  measure: null,
  hosts: 'any',
  where: 'component',
  weight: 0.6,
  generic: true,
  wordings: [
    { text: 'Vous ne remplissez pas les conditions', lang: 'fr', source: 'inferred' },
    { text: "Vous n'êtes pas éligible", lang: 'fr', source: 'inferred' },
    { text: 'You do not meet the conditions', lang: 'en', source: 'inferred' },
    { text: 'You are not eligible', lang: 'en', source: 'inferred' },
    { text: 'ressources sont insuffisantes', lang: 'fr', source: 'inferred' },
    { text: 'trop précoce', lang: 'fr', source: 'inferred' },
    { text: "exigée n'est pas atteinte", lang: 'fr', source: 'inferred' },
    { text: 'durée de résidence … pas atteinte', lang: 'fr', source: 'inferred' },
    { text: 'insufficient resources', lang: 'en', source: 'inferred' },
    { text: 'ne justifiez pas', lang: 'fr', source: 'inferred' },
    { text: "n'est ouvert que", lang: 'fr', source: 'inferred' },
    { text: 'do not reach the minimum', lang: 'en', source: 'inferred' },
  ],
  concepts: [
    ['conditions', 'not-met'],
    ['not-met', 'request'],
    ['request', 'too-early'],
    ['not-met'],
    ['too-early'],
  ],
};
