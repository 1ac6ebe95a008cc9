/**
 * What a text means to say, without what it only names or quotes, and what the mask has put into it. Over folded text (`fold.ts`).
 */

/** Words of somebody else's. */
export const QUOTED = /"[^"]*"/g;
/** What a document is called says nothing but that there is one. */
const FILE_NAME = /"?[\w-]+\.(?:pdf|jpe?g|png|heic|docx?|odt|tiff?)\b"?/g;
/** What the mask has put in place of something personal: no word of the page. */
const MASKED = /\[masque: [^\]]*\]/g;
/** What something is for only names it: « le service de réservation », "the booking service". */
const MEANT_FOR =
  /(?<=\b(?:services?|sites?|plateformes?|portails?|modules?|outils?|systemes?|applications?)) (?:en ligne )?de (?:la )?(?:prise de |reservation de )?(?:rendez-vous|reservations?|rdv)\b|\b(?:online )?(?:booking|appointments?|reservation) (?=(?:service|site|system|platform|portal|tool|website)s?\b)/g;
/** The number under which a fault is known: nobody's account. */
export const FAULT_NUMBER =
  /\bidentifiants? (?:de l'|de la |de cet |de cette |d'une? |d'|du |de )?(?:incident|erreur|requete|transaction|suivi|correlation|evenement|support|session)\b/g;
/** A way in which a document is closed to others, and nobody's password. */
const LOCKED_FILE =
  /\b(?:protege|verrouille|chiffre|securise)e?s? par (?:un )?mot de passe\b|\b(?:protected|locked|encrypted) (?:with|by) (?:a )?password\b|\bpassword[ -]protected\b|\bmot de passe (?=d(?:u|e ce|e votre) (?:document|fichier|pdf))|\bpassword (?=of (?:the|this|your) (?:document|file|pdf))/g;
const FILE = /\b(?:documents?|fichiers?|pdf|pieces?|justificatifs?|files?|attachments?|scans?)\b/;

export const meantBy = (folded: string): string => {
  const meant = folded
    .replace(MASKED, ' ')
    .replace(FILE_NAME, ' fichier ')
    .replace(QUOTED, ' ')
    .replace(MEANT_FOR, ' ')
    .replace(FAULT_NUMBER, ' numero ');
  return FILE.test(meant) ? meant.replace(LOCKED_FILE, ' illisible ') : meant;
};
