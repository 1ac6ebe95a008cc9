import type { WordingRule } from '../rule.ts';

export const genericAttestation: WordingRule = {
  kind: 'wording',
  id: 'generic-attestation',
  version: 1,
  category: 'attestation',
  measure: 'attestation',
  hosts: 'any',
  where: 'component',
  weight: 0.6,
  generic: true,
  wordings: [
    { text: "Aucune attestation n'est disponible", lang: 'fr', source: 'inferred' },
    { text: 'Votre attestation a expiré', lang: 'fr', source: 'inferred' },
    { text: 'No certificate is available', lang: 'en', source: 'inferred' },
    { text: 'Your certificate has expired', lang: 'en', source: 'inferred' },
  ],
  concepts: [
    ['attestation', 'unavailable'],
    ['attestation', 'none'],
    ['attestation', 'expired'],
    ['attestation', 'impossible'],
    ['attestation', 'failed'],
    ['attestation', 'not-allowed'],
    ['attestation', 'error'],
    ['attestation', 'not-found'],
    ['attestation', 'refused'],
    ['attestation', 'unknown'],
    ['attestation', 'no-longer'],
    ['attestation', 'invalid'],
  ],
  topics: ['attestation'],
};
