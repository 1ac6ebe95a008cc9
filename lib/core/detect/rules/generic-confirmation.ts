import type { WordingRule } from '../rule.ts';

export const genericConfirmation: WordingRule = {
  kind: 'wording',
  id: 'generic-confirmation',
  version: 1,
  category: 'confirmation',
  measure: null,
  hosts: 'any',
  where: 'component',
  weight: 0.6,
  generic: true,
  wordings: [
    { text: 'Votre demande a bien été transmise', lang: 'fr', source: 'inferred' },
    { text: 'Votre demande a bien été enregistrée', lang: 'fr', source: 'inferred' },
    { text: 'Your request has been submitted', lang: 'en', source: 'inferred' },
    { text: 'Your application has been received', lang: 'en', source: 'inferred' },
  ],
  concepts: [
    ['request', 'sent'],
    ['appointment', 'sent'],
  ],
};
