import type { WordingRule } from '../rule.ts';

export const genericBlockedForm: WordingRule = {
  kind: 'wording',
  id: 'generic-blocked-form',
  version: 1,
  category: 'blocked-form',
  measure: 'substitute-solution',
  hosts: 'any',
  where: 'component',
  weight: 0.6,
  generic: true,
  wordings: [
    { text: "Impossible de passer à l'étape suivante", lang: 'fr', source: 'inferred' },
    { text: 'Impossible de valider le formulaire', lang: 'fr', source: 'inferred' },
    { text: 'Unable to continue to the next step', lang: 'en', source: 'inferred' },
    { text: 'The form could not be submitted', lang: 'en', source: 'inferred' },
  ],
  concepts: [
    ['continue', 'impossible'],
    ['continue', 'not-allowed'],
    ['form', 'impossible'],
    ['impossible', 'submit'],
    ['failed', 'form'],
    ['impossible', 'save'],
    ['not-allowed', 'submit', 'form'],
    ['save', 'not-allowed'],
    ['failed', 'submit'],
    ['error', 'submit'],
    ['form', 'failed'],
  ],
};
