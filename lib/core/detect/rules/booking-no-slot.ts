import type { WordingRule } from '../rule.ts';

/** Read in the older appointment module of prefectures. */
export const bookingNoSlot: WordingRule = {
  kind: 'wording',
  id: 'booking-no-slot',
  version: 1,
  category: 'appointment',
  measure: 'substitute-solution',
  hosts: ['booking', 'rdv-prefecture', 'paris-rdv'],
  where: 'text',
  weight: 1,
  generic: false,
  wordings: [
    {
      text: "Il n'existe plus de plage horaire libre pour votre demande de rendez-vous. Veuillez recommencer ultérieurement.",
      lang: 'fr',
      source: 'verbatim',
    },
    {
      text: "Il n'existe plus de plage horaire libre pour votre demande de rendez-vous",
      lang: 'fr',
      source: 'verbatim',
    },
    {
      text: 'There is no longer any free time slot for your appointment request',
      lang: 'en',
      source: 'inferred',
    },
  ],
};
