/**
 * Which confirmations set a filing date, and how their day is told. Pure data: sources of regular expressions over
 * folded text (`fold.ts`).
 */

/** Rules of confirmations that may be the one of a request sent. */
export const FILING_RULES: readonly string[] = ['request-sent', 'generic-confirmation'];

/** What is confirmed. */
export const FILED_THING = '\\b(?:demande|dossier|request|application)\\b';

/** Other things that are sent or registered too: named in the same breath, it is no filing of a request. */
export const OTHER_THING =
  '\\b(?:rendez-vous|rdv|appointment|booking|message|reclamation|complaint|question|compte|account|mot de passe|password|' +
  'timbre|stamp|paiement|payment|modification|changement|correction|complement|annulation|abandon|suppression|retrait|' +
  'cancell?ation|withdrawal|change|brouillon|draft|inscription|registration|attestation|certificate)\\b';

/** Just before the day: how it comes to be the day of filing. */
export const FILED_BEFORE =
  '\\b(?:envoye|transmis|depose|depot|enregistre|envoi|soumis|recue?|sent|submitted|submission|filed|filing|received|registered)';

/** Steps that send: what the person pressed just before. */
export const SENDING =
  "^(?:envoyer|transmettre|deposer|soumettre|j'envoie|je depose|je transmets|valider et envoyer|confirmer l'envoi|" +
  'submit|send|file (?:my|the) )';

/** The page gives a number for the request. */
export const NUMBER_SHOWN = '\\b(?:numero|n°|reference|number|no\\.)';
