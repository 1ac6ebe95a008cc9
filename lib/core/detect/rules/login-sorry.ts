import type { WordingRule } from '../rule.ts';

/** Heading of the error page of the sign-on software. */
export const loginSorry: WordingRule = {
  kind: 'wording',
  id: 'login-sorry',
  version: 1,
  category: 'server-error',
  measure: 'substitute-solution',
  hosts: ['sso'],
  where: 'block',
  weight: 1,
  generic: false,
  wordings: [
    { text: 'Nous sommes désolés...', lang: 'fr', source: 'verbatim' },
    { text: 'We are sorry...', lang: 'en', source: 'verbatim' },
  ],
};
