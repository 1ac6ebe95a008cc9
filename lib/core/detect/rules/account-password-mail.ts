import type { WordingRule } from '../rule.ts';

/** No failure by itself: only the person knows that the mail never came. Weight 0: recognised in a picture that she takes. */
export const accountPasswordMail: WordingRule = {
  kind: 'wording',
  id: 'account-password-mail',
  version: 1,
  category: 'account',
  measure: 'substitute-solution',
  hosts: ['portal', 'sso'],
  where: 'block',
  weight: 0,
  generic: false,
  wordings: [
    {
      text: "Mot de passe oublié. Un message a été envoyé à l'adresse électronique correspondant à l'identifiant saisi",
      lang: 'fr',
      source: 'verbatim',
    },
    {
      text: "Un message a été envoyé à l'adresse électronique correspondant à l'identifiant saisi",
      lang: 'fr',
      source: 'verbatim',
    },
    {
      text: 'A message has been sent to the e-mail address corresponding to the identifier entered',
      lang: 'en',
      source: 'inferred',
    },
  ],
};
