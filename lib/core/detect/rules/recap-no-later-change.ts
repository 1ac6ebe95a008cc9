import type { WordingRule } from '../rule.ts';

/** The ordinary words of the recapitulation; the rule they state is the one that the Conseil d'État condemned. */
export const recapNoLaterChange: WordingRule = {
  kind: 'wording',
  id: 'recap-no-later-change',
  version: 3,
  category: 'correction',
  measure: 'report-correct-complete',
  hosts: ['portal', 'sso'],
  where: 'component',
  weight: 1,
  generic: false,
  standing: true,
  wordings: [
    {
      text: "Je vérifie les informations que j'ai saisies […]. Une fois la demande envoyée, je ne peux plus la modifier.",
      lang: 'fr',
      source: 'verbatim',
    },
    { text: 'Une fois la demande envoyée, je ne peux plus la modifier.', lang: 'fr', source: 'verbatim' },
    { text: 'Once the request has been …, I can no longer … it.', lang: 'en', source: 'inferred' },
    { text: 'Once the application has been …, I can no longer … it.', lang: 'en', source: 'inferred' },
  ],
};
