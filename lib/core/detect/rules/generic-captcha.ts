import type { WordingRule } from '../rule.ts';

export const genericCaptcha: WordingRule = {
  kind: 'wording',
  id: 'generic-captcha',
  version: 1,
  category: 'captcha',
  measure: 'substitute-solution',
  hosts: 'any',
  where: 'component',
  weight: 0.6,
  generic: true,
  wordings: [
    { text: 'Code de sécurité incorrect', lang: 'fr', source: 'inferred' },
    { text: 'captcha invalide', lang: 'fr', source: 'inferred' },
    { text: 'Incorrect security code', lang: 'en', source: 'inferred' },
    { text: 'Invalid captcha', lang: 'en', source: 'inferred' },
  ],
  concepts: [
    ['captcha', 'robot'],
    ['captcha', 'invalid'],
    ['captcha', 'failed'],
    ['captcha', 'expired'],
    ['captcha', 'error'],
    ['captcha', 'unavailable'],
    ['robot', 'blocked'],
  ],
  topics: ['captcha'],
};
