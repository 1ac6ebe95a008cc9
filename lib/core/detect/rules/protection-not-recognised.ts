import type { WordingRule } from '../rule.ts';

/** Read at the start of a refugee's request: the administration's own data were wrong. */
export const protectionNotRecognised: WordingRule = {
  kind: 'wording',
  id: 'protection-not-recognised',
  version: 1,
  category: 'refused',
  measure: 'substitute-solution',
  hosts: ['portal', 'sso'],
  where: 'block',
  weight: 1,
  generic: false,
  wordings: [
    {
      text: "Demande invalide. […] Vous n'êtes pas reconnu bénéficiaire de la protection internationale.",
      lang: 'fr',
      source: 'verbatim',
    },
    {
      text: "Vous n'êtes pas reconnu bénéficiaire de la protection internationale.",
      lang: 'fr',
      source: 'verbatim',
    },
    {
      text: "Vous n'êtes pas reconnue bénéficiaire de la protection internationale.",
      lang: 'fr',
      source: 'inferred',
    },
    {
      text: 'You are not recognised as a beneficiary of international protection.',
      lang: 'en',
      source: 'inferred',
    },
    {
      text: 'You are not recognized as a beneficiary of international protection.',
      lang: 'en',
      source: 'inferred',
    },
  ],
};
