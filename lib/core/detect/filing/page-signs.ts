import type { HostGroup } from '../hosts.ts';
import type { WordingRule } from '../rule.ts';
import { recapNoLaterChange } from '../rules/recap-no-later-change.ts';

/** Pages that are worth keeping before a request is sent. */
export const FILING_PAGES = ['recap', 'documents'] as const;
export type FilingPage = (typeof FILING_PAGES)[number];

export interface PageSigns {
  readonly page: FilingPage;
  readonly hosts: readonly HostGroup[];
  /** In the address, folded. */
  readonly routes: string;
  /** In a heading. */
  readonly headings: string;
  /** What the button is called that sends, or that leads to sending. */
  readonly buttons: string | null;
  /** A component of the portal's own, as a selector; null where none is known. */
  readonly element: string | null;
  /** Rules whose words say the same, wherever they stand. */
  readonly rules: readonly WordingRule[];
  /** How many of these must speak together. */
  readonly enough: number;
  /** Documents with a file or a word on their state that must stand there. */
  readonly documents: number;
}

/**
 * What tells them, in both generations of the interface and both languages: sources of regular expressions over folded
 * text (`fold.ts`). Pure data. « Valider et vérifier la suite de ma saisie » and « Une fois la demande envoyée… » are the
 * portal's (published); the rest is what such pages are called (2026-11-21). One sign alone is never enough.
 */
export const PAGE_SIGNS: readonly PageSigns[] = [
  {
    page: 'recap',
    hosts: ['portal'],
    routes: '\\b(?:recap|verif|relecture|synthese|resume|summary|review|check)',
    headings:
      "\\brecapitulatif|\\bverification (?:et|avant) (?:l'|d')?envoi|^(?:le |mon )?resume (?:de )?(?:ma |la |votre )?demande|" +
      '\\b(?:je verifie|verifiez|relire|relisez) (?:les informations|ma demande|votre demande|vos informations|ma saisie|avant)|' +
      '^(?:my |application |request )*summary\\b|\\breview (?:my|your|the) (?:application|request|answers)|' +
      '\\bcheck (?:my|your) (?:answers|application|request|entries)|\\bbefore (?:sending|submitting|you send|you submit)',
    buttons:
      "^(?:envoyer|transmettre|deposer|soumettre|j'envoie|je depose|je transmets)(?: (?:ma|la|votre|mon|le) (?:demande|dossier))?(?: definitivement)?$|" +
      '^(?:valider et (?:envoyer|transmettre|verifier la suite de ma saisie))|' +
      '^(?:submit|send|file)(?: (?:my|the|your) (?:application|request))?$|^confirm and (?:send|submit|check)',
    element: null,
    rules: [recapNoLaterChange],
    enough: 2,
    documents: 0,
  },
  {
    page: 'documents',
    hosts: ['portal'],
    routes: '\\b(?:pieces?|documents?|justificatifs?|uploads?|fichiers?|televersements?|attachments?)\\b',
    headings:
      '\\b(?:pieces?|documents?|justificatifs?) (?:jointe?s?|justificatif|justificatives|justificatifs|a (?:joindre|fournir|deposer)|depose|transmis|fourni|demande)|' +
      '^(?:mes|vos|les) (?:documents?|pieces?|justificatifs?)\\b|' +
      '\\b(?:supporting|uploaded|required|submitted|attached) documents?\\b|^(?:my|your) documents?\\b|^attachments?\\b|\\bupload (?:my|your|the) documents?\\b',
    buttons: null,
    element: 'app-pieces-jointes',
    rules: [],
    enough: 1,
    documents: 1,
  },
];

/** A heading of a list of documents: rows below it need no file name to be documents. */
export const DOCUMENTS_HEADING = '\\b(?:documents?|pieces?|justificatifs?|attachments?|fichiers?|files?)\\b';

/** On these the portal only tells of such pages. */
export const TELLING_ROUTE =
  'aide|faq|help|assistance|foire|contact|questions|mentions|tutoriel|guide|actualite|news';
