import type { WordingRule } from '../rule.ts';

/** Stock French and English words of the sign-on software; the own theme of the portal may differ. */
export const loginRefused: WordingRule = {
  kind: 'wording',
  id: 'login-refused',
  version: 1,
  category: 'account',
  measure: 'substitute-solution',
  hosts: ['sso'],
  where: 'block',
  weight: 1,
  generic: false,
  wordings: [
    { text: "Nom d'utilisateur ou mot de passe invalide.", lang: 'fr', source: 'verbatim' },
    { text: 'Identifiant ou mot de passe invalide', lang: 'fr', source: 'inferred' },
    { text: 'Identifiant ou mot de passe incorrect', lang: 'fr', source: 'inferred' },
    { text: 'Invalid username or password.', lang: 'en', source: 'verbatim' },
  ],
};
