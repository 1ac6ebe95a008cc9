import type { WordingRule } from '../rule.ts';

/** Read on the error page of Démarches simplifiées. */
export const demarchesServerError: WordingRule = {
  kind: 'wording',
  id: 'demarches-server-error',
  version: 1,
  category: 'server-error',
  measure: 'substitute-solution',
  hosts: ['demarches'],
  where: 'block',
  weight: 1,
  generic: false,
  wordings: [
    { text: 'Erreur inattendue', lang: 'fr', source: 'verbatim' },
    { text: 'Erreur 500', lang: 'fr', source: 'verbatim' },
    {
      text: 'Désolé, une erreur est survenue. Nos équipes ont été averties…',
      lang: 'fr',
      source: 'verbatim',
    },
    { text: 'Unexpected error', lang: 'en', source: 'inferred' },
    { text: 'Sorry, an error occurred. Our teams have been notified', lang: 'en', source: 'inferred' },
  ],
};
