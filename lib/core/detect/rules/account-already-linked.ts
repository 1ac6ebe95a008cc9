import type { WordingRule } from '../rule.ts';

/** Read at account creation. */
export const accountAlreadyLinked: WordingRule = {
  kind: 'wording',
  id: 'account-already-linked',
  version: 1,
  category: 'account',
  measure: 'substitute-solution',
  hosts: ['portal', 'sso'],
  where: 'block',
  weight: 1,
  generic: false,
  wordings: [
    {
      text: 'Il semblerait que vos informations soient déjà associées à un compte.',
      lang: 'fr',
      source: 'verbatim',
    },
    {
      text: 'It appears that your information is already associated with an account.',
      lang: 'en',
      source: 'inferred',
    },
  ],
};
