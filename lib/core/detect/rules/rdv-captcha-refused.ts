import type { WordingRule } from '../rule.ts';

/** Read in the description of the captcha field, and in the address after it. */
export const rdvCaptchaRefused: WordingRule = {
  kind: 'wording',
  id: 'rdv-captcha-refused',
  version: 1,
  category: 'captcha',
  measure: 'substitute-solution',
  hosts: ['rdv-prefecture', 'paris-rdv'],
  where: 'component',
  weight: 0.7,
  generic: false,
  wordings: [
    { text: '… est incorrect', lang: 'fr', source: 'verbatim' },
    { text: '… est incorrecte', lang: 'fr', source: 'inferred' },
    { text: 'captcha invalide', lang: 'fr', source: 'inferred' },
    { text: 'is incorrect', lang: 'en', source: 'inferred' },
  ],
  markers: ['error=invalidCaptcha'],
};
