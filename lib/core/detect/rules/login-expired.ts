import type { WordingRule } from '../rule.ts';

/** Stock words of the sign-on software. */
export const loginExpired: WordingRule = {
  kind: 'wording',
  id: 'login-expired',
  version: 1,
  category: 'session',
  measure: 'substitute-solution',
  hosts: ['sso'],
  where: 'block',
  weight: 1,
  generic: false,
  wordings: [
    { text: 'Connexion expirée. Veuillez vous reconnecter.', lang: 'fr', source: 'verbatim' },
    { text: 'Action expirée.', lang: 'fr', source: 'verbatim' },
    { text: 'La page a expiré', lang: 'fr', source: 'verbatim' },
    {
      text: 'You took too long to login. Login process starting from beginning.',
      lang: 'en',
      source: 'inferred',
    },
    { text: 'Your login attempt timed out', lang: 'en', source: 'inferred' },
    { text: 'Action expired.', lang: 'en', source: 'inferred' },
    { text: 'Page has expired', lang: 'en', source: 'verbatim' },
  ],
};
