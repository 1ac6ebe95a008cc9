import type { WordingRule } from '../rule.ts';

/** Reported beside a red cross; the exact words are unknown. */
export const uploadNotProcessed: WordingRule = {
  kind: 'wording',
  id: 'upload-not-processed',
  version: 1,
  category: 'upload',
  measure: 'report-correct-complete',
  hosts: ['portal', 'sso'],
  where: 'component',
  weight: 0.7,
  generic: false,
  wordings: [
    { text: "Le fichier n'a pas pu être traité", lang: 'fr', source: 'paraphrase' },
    { text: "Le document n'a pas pu être traité", lang: 'fr', source: 'inferred' },
    { text: 'The file could not be processed', lang: 'en', source: 'paraphrase' },
    { text: 'The document could not be processed', lang: 'en', source: 'inferred' },
  ],
};
