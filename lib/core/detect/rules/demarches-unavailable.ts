import type { WordingRule } from '../rule.ts';

/** Read on the error pages of Démarches simplifiées. */
export const demarchesUnavailable: WordingRule = {
  kind: 'wording',
  id: 'demarches-unavailable',
  version: 1,
  category: 'unavailable',
  measure: 'substitute-solution',
  hosts: ['demarches'],
  where: 'block',
  weight: 1,
  generic: false,
  wordings: [
    { text: 'Problème de connexion au serveur', lang: 'fr', source: 'verbatim' },
    { text: 'Service temporairement indisponible', lang: 'fr', source: 'verbatim' },
    { text: 'Délai de connexion dépassé', lang: 'fr', source: 'verbatim' },
    { text: 'Erreur 502', lang: 'fr', source: 'verbatim' },
    { text: 'Erreur 503', lang: 'fr', source: 'verbatim' },
    { text: 'Erreur 504', lang: 'fr', source: 'verbatim' },
    { text: 'Service temporarily unavailable', lang: 'en', source: 'inferred' },
    { text: 'Connection timeout', lang: 'en', source: 'inferred' },
    { text: 'Problem connecting to the server', lang: 'en', source: 'inferred' },
  ],
};
