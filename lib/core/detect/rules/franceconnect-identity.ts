import type { WordingRule } from '../rule.ts';

/** Read on the error page of FranceConnect. */
export const franceconnectIdentity: WordingRule = {
  kind: 'wording',
  id: 'franceconnect-identity',
  version: 1,
  category: 'account',
  measure: 'substitute-solution',
  hosts: ['franceconnect'],
  where: 'text',
  weight: 1,
  generic: false,
  wordings: [
    {
      text: 'Un problème lié à vos données d’identité empêche la connexion d’aboutir.',
      lang: 'fr',
      source: 'verbatim',
    },
    {
      text: 'A problem with your identity data prevents the connection from completing',
      lang: 'en',
      source: 'inferred',
    },
  ],
};
