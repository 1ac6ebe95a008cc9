import type { WordingRule } from '../rule.ts';

export const genericStatus: WordingRule = {
  kind: 'wording',
  id: 'generic-status',
  version: 1,
  category: 'status',
  measure: null,
  hosts: 'any',
  where: 'component',
  weight: 0.6,
  generic: true,
  wordings: [
    { text: 'Votre demande a été clôturée', lang: 'fr', source: 'inferred' },
    { text: 'Votre demande a été classée sans suite', lang: 'fr', source: 'inferred' },
    { text: 'Suivi indisponible', lang: 'fr', source: 'inferred' },
    { text: "L'état d'avancement de votre demande ne peut", lang: 'fr', source: 'inferred' },
    { text: 'The status of your application is not available', lang: 'en', source: 'inferred' },
    { text: 'Your request has been closed', lang: 'en', source: 'inferred' },
    { text: 'Your application has been closed', lang: 'en', source: 'inferred' },
  ],
  concepts: [['closed', 'request']],
};
