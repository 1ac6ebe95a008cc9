import type { WordingRule } from '../rule.ts';

/** Read on the error page of HAProxy, status 502. */
export const gatewayInvalidAnswer: WordingRule = {
  kind: 'wording',
  id: 'gateway-invalid-answer',
  version: 1,
  category: 'unavailable',
  measure: 'substitute-solution',
  hosts: 'any',
  where: 'text',
  weight: 1,
  generic: false,
  wordings: [
    { text: 'The server returned an invalid or incomplete response.', lang: 'en', source: 'verbatim' },
    { text: 'Le serveur a renvoyé une réponse invalide ou incomplète', lang: 'fr', source: 'inferred' },
  ],
};
