import type { WordingRule } from '../rule.ts';

/** Read at account creation; also shown when the register of foreign nationals does not answer. */
export const accountInformationIncorrect: WordingRule = {
  kind: 'wording',
  id: 'account-information-incorrect',
  version: 1,
  category: 'account',
  measure: 'substitute-solution',
  hosts: ['portal', 'sso'],
  where: 'block',
  weight: 1,
  generic: false,
  wordings: [
    {
      text: 'Certaines informations que vous avez saisies sont incorrectes. Veuillez vérifier votre saisie.',
      lang: 'fr',
      source: 'verbatim',
    },
    { text: 'Certaines informations que vous avez saisies sont incorrectes', lang: 'fr', source: 'verbatim' },
    {
      text: 'Some of the information you entered is incorrect',
      lang: 'en',
      source: 'inferred',
    },
    { text: 'Some of the information you have entered is incorrect', lang: 'en', source: 'inferred' },
  ],
};
