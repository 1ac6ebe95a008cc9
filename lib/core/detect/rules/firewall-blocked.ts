import type { WordingRule } from '../rule.ts';

/** Read on the pages of Cloudflare and of Imperva. */
export const firewallBlocked: WordingRule = {
  kind: 'wording',
  id: 'firewall-blocked',
  version: 1,
  category: 'captcha',
  measure: 'substitute-solution',
  hosts: 'any',
  where: 'text',
  weight: 1,
  generic: false,
  wordings: [
    { text: 'Sorry, you have been blocked', lang: 'en', source: 'verbatim' },
    { text: 'Incapsula incident ID', lang: 'en', source: 'verbatim' },
    { text: 'Désolé, vous avez été bloqué', lang: 'fr', source: 'inferred' },
  ],
};
