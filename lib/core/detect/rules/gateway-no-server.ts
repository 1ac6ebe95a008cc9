import type { WordingRule } from '../rule.ts';

/** Read on the error page of HAProxy, status 503. */
export const gatewayNoServer: WordingRule = {
  kind: 'wording',
  id: 'gateway-no-server',
  version: 1,
  category: 'unavailable',
  measure: 'substitute-solution',
  hosts: 'any',
  where: 'text',
  weight: 1,
  generic: false,
  wordings: [
    { text: 'No server is available to handle this request', lang: 'en', source: 'verbatim' },
    { text: 'Aucun serveur disponible pour traiter cette requête', lang: 'fr', source: 'inferred' },
  ],
};
