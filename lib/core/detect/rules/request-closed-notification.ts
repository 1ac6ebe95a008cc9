import type { WordingRule } from '../rule.ts';

/** Read among the notifications. */
export const requestClosedNotification: WordingRule = {
  kind: 'wording',
  id: 'request-closed-notification',
  version: 1,
  category: 'status',
  measure: null,
  hosts: ['portal', 'sso'],
  where: 'block',
  weight: 1,
  generic: false,
  wordings: [
    { text: 'Notification de clôture de la demande', lang: 'fr', source: 'verbatim' },
    { text: 'Notification of closure of the request', lang: 'en', source: 'inferred' },
    { text: 'Notification of closure of the application', lang: 'en', source: 'inferred' },
  ],
};
