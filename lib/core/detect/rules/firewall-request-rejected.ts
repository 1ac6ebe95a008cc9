import type { WordingRule } from '../rule.ts';

/** Read on the page of an F5 firewall, which answers 200. */
export const firewallRequestRejected: WordingRule = {
  kind: 'wording',
  id: 'firewall-request-rejected',
  version: 1,
  category: 'unavailable',
  measure: 'substitute-solution',
  hosts: 'any',
  where: 'text',
  weight: 1,
  generic: false,
  wordings: [
    { text: 'The requested URL was rejected … Your support ID is', lang: 'en', source: 'verbatim' },
    { text: 'The requested URL was rejected', lang: 'en', source: 'verbatim' },
    { text: "L'URL demandée a été rejetée", lang: 'fr', source: 'inferred' },
  ],
};
