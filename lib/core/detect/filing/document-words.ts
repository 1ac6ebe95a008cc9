import type { DocumentState } from './document.ts';

/**
 * How pages speak of documents, in French and English: sources of regular expressions over folded text (`fold.ts`).
 * Pure data. What the portal says of uploads is known in other words only (2026-11-21): wide on purpose, and the page's
 * own sentence is kept beside the state that was read from it.
 */

/** In this order: « non accepté » is a refusal before it is an acceptance. */
export const STATE_WORDS: readonly (readonly [DocumentState, string])[] = [
  [
    'refused',
    '\\b(?:refusee?s?|rejetee?s?|invalides?|non (?:conformes?|acceptee?s?|valides?|supportee?s?|autorisee?s?|lisibles?)|illisibles?|' +
      'pas (?:pu (?:etre|aboutir)|ete (?:accepte|envoye|transmis|enregistre)e?s?|conformes?|valides?|accepte)|echec|echoue|erreur|depasse|trop (?:lourd|volumineux|grand)|' +
      'rejected|refused|declined|invalid|not (?:accepted|valid|supported|allowed|readable)|unsupported|unreadable|' +
      'could not|failed|error|too (?:large|big)|exceeds)\\b',
  ],
  [
    'missing',
    '\\b(?:manquante?s?|a fournir|a joindre|a deposer|a completer|non fournie?s?|aucun (?:fichier|document)|pas de fichier|' +
      'missing|to (?:be )?provide[d]?|not provided|no (?:file|document)|required, not)\\b',
  ],
  [
    'pending',
    '\\b(?:en attente|en cours|en traitement|a verifier|verification|analyse|veuillez patienter|' +
      'pending|in progress|being (?:checked|processed|sent)|under review|awaiting|please wait|sending|uploading)\\b',
  ],
  [
    'accepted',
    '\\b(?:acceptee?s?|validee?s?|valides?|conformes?|approuvee?s?|verifiee?s?|accepted|approved|validated|valid|compliant|verified)\\b',
  ],
  [
    'received',
    '\\b(?:ajoutee?s?|deposee?s?|recue?s?|envoyee?s?|transmise?s?|transmis|televersee?s?|chargee?s?|enregistree?s?|fournie?s?|jointe?s?|' +
      'added|uploaded|received|sent|submitted|attached|saved|provided)\\b',
  ],
];

/** Speaks of documents in general: what may be sent, not what was. */
export const GENERAL =
  '\\bformats? (?:acceptee?s?|autorisee?s?|possibles?|:)|\\b(?:accepted|allowed|supported) (?:formats?|files?|types?)|' +
  '\\b(?:seront|sont|will be|are) (?:refuse|rejete|accepte|rejected|refused|accepted)|\\b(?:au plus|au maximum|maxim(?:um|ale?s?|aux)|max\\.?|limite|at most|up to)\\b|' +
  '^(?:pdf|jpe?g|png)\\b';

/** A cross or a tick alone. */
export const SIGNS: Readonly<Record<string, 'good' | 'bad'>> = {
  '✓': 'good',
  '✔': 'good',
  '✅': 'good',
  '✗': 'bad',
  '✘': 'bad',
  '✕': 'bad',
  '✖': 'bad',
  '×': 'bad',
  '❌': 'bad',
};

/** What a button is called with which a document is chosen, seen or taken away: never the name of the document. */
export const CONTROL =
  '^(?:choisir|parcourir|selectionner|ajouter|deposer|glisser|joindre|televerser|remplacer|modifier|supprimer|retirer|' +
  'telecharger|voir|consulter|visualiser|apercu|annuler|choose|browse|select|add|upload|drop|drag|attach|replace|edit|' +
  'change|delete|remove|download|view|see|preview|cancel|nouveau|new)\\b|(?:un|le|ce|a|the|this) (?:fichier|file)$';

/** `1,2 Mo`, `350 kB`. */
export const SIZE = '\\b\\d{1,4}(?:[.,]\\d{1,3})?\\s?(?:o|ko|mo|kio|mio|octets?|kb|mb|kib|mib|bytes?)\\b';

/** Just before a day that is not the one on which a document was given. */
export const OTHER_DAY =
  '\\b(?:valable|valid\\w*|expir\\w*|jusqu|avant|fin|naissance|nee?|delivre\\w*|until|before|birth|born|issued|due)\\b';

/** A name of a file ends so. */
export const FILE_NAME = '\\.(pdf|jpe?g|png|heic|heif|gif|tiff?|bmp|webp|docx?|odt|zip)\\b';

/** Said of a document in its very name, « titre en cours de validité », “valid passport”, as much as of its state. */
export const AMBIGUOUS =
  '\\b(?:valides?|valid|conformes?|en cours|verification|fournie?s?|jointe?s?|provided|required|sent)\\b';

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));

/** What documents are called: personal to nobody. */
export const DOCUMENT_NOUNS: ReadonlySet<string> = words(
  'acte actes avis attestation attestations bail bulletin bulletins carte certificat contrat diplome domicile employeur ' +
    'extrait facture fiche fiches hebergement identite imposition impot justificatif justificatifs livret mariage ' +
    'naissance nationalite paie passeport photo photographie photos quittance recepisse releve residence ressources ' +
    'revenus salaire salaires scolarite sejour timbre titre travail visa bancaire loyer ' +
    'address agreement bank birth card certificate certificates contract degree employer health housing identity income ' +
    'insurance marriage passport payslip payslips permit photograph picture proof receipt rent stamp tax',
);

/** What stands beside them in a label. */
export const LABEL_WORDS: ReadonlySet<string> = words(
  'a au aux d de des du en et l la le les ou par pour sur un une votre vos mon ma mes moins mois trois six an ans date ' +
    'copie cv decision declaration demande document documents famille formulaire page pages parents piece pieces preuve ' +
    'recto verso securite sociale vie commune langue francais assurance maladie engagement republique valide validite cours ' +
    'of the and or your my for to less than months years copy evidence family form home id letter school statement work ' +
    'valid facultatif obligatoire optional required',
);
