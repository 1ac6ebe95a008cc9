import type { WordingRule } from '../rule.ts';

/** Read on the page of a closed procedure. */
export const demarchesClosed: WordingRule = {
  kind: 'wording',
  id: 'demarches-closed',
  version: 1,
  category: 'refused',
  measure: 'substitute-solution',
  hosts: ['demarches'],
  where: 'block',
  weight: 1,
  generic: false,
  wordings: [
    { text: 'Cette démarche est close', lang: 'fr', source: 'verbatim' },
    {
      text: 'Vous ne pouvez pas déposer ce dossier, ni en déposer un nouveau pour cette démarche.',
      lang: 'fr',
      source: 'verbatim',
    },
    { text: 'This procedure is closed', lang: 'en', source: 'inferred' },
  ],
};
