import type { WordingRule } from '../rule.ts';

/** Read after filing. */
export const requestSent: WordingRule = {
  kind: 'wording',
  id: 'request-sent',
  version: 1,
  category: 'confirmation',
  measure: null,
  hosts: ['portal', 'sso'],
  where: 'block',
  weight: 1,
  generic: false,
  wordings: [
    {
      text: 'Votre demande a bien été envoyée le {date} à … Elle porte le numéro …',
      lang: 'fr',
      source: 'verbatim',
    },
    { text: 'Votre demande a bien été envoyée', lang: 'fr', source: 'verbatim' },
    { text: 'Your request was successfully sent on {date}', lang: 'en', source: 'inferred' },
    { text: 'Your application has been successfully submitted', lang: 'en', source: 'inferred' },
    { text: 'Your request has been sent on {date}', lang: 'en', source: 'inferred' },
  ],
};
