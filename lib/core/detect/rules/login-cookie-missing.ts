import type { WordingRule } from '../rule.ts';

/** Stock words of the sign-on software. */
export const loginCookieMissing: WordingRule = {
  kind: 'wording',
  id: 'login-cookie-missing',
  version: 1,
  category: 'session',
  measure: 'substitute-solution',
  hosts: ['sso'],
  where: 'block',
  weight: 1,
  generic: false,
  wordings: [
    { text: 'Cookie introuvable.', lang: 'fr', source: 'verbatim' },
    { text: 'Cookie non trouvé', lang: 'fr', source: 'inferred' },
    { text: 'Cookie not found.', lang: 'en', source: 'verbatim' },
  ],
};
