import { foldText } from './fold.ts';
import { UNENDED, WHOLE_PAGE } from './generic.ts';
import type { MessageSignal } from './signals.ts';
import { statedIn } from './statements.ts';

/**
 * A receipt: the page says that something of hers was done, and gives what proves it (a number, a day, an hour). Read by
 * how it is said, over folded text (`fold.ts`), because no list holds what every site calls it.
 */

/** Beyond this, in characters, a text explains. */
const LONGEST_RECEIPT = 500;

const THING =
  '(?:demandes?|dossiers?|declarations?|depots?|envois?|pieces?|documents?|complements?|rendez-vous|rdv|reservations?|paiements?|reglements?|achats?|commandes?|operations?|droits? de timbre|timbres?|messages?|sollicitations?|questions?|courriers?|signalements?|reclamations?|candidatures?|formulaires?|applications?|requests?|claims?|files?|forms?|appointments?|bookings?|payments?|stamps?|orders?|tickets?|complaints?|enquir(?:y|ies)|quer(?:y|ies))';
const DONE =
  '(?:envoye|transmis|depose|enregistre|recu|parvenu|accepte|regle|paye|acquitte|encaisse|debite|consomme|confirme|reserve|fixe|pris|note|valide|cree|inscrit|soumis|effectue|achete|sent|submitted|filed|lodged|received|registered|recorded|accepted|paid|confirmed|booked|scheduled|used|opened|completed)(?:e|s|es)?';
const IS_DONE = new RegExp(`\\b${DONE}\\b`);
/** Words between the thing and what is said of it: which one, and whose. */
const OF_IT = '(?: (?!(?:et|and|qui|dont|which|who)\\b)(?:[^ ,;]|,\\d)+){0,9}?';
const SURELY =
  '(?: (?:bien|desormais|maintenant|correctement|dument|regulierement|now|successfully|duly|en compte))*';
const IS =
  '(?:est|sont|a|ont|is|are|was|were|has|have)(?: (?:bien|desormais|maintenant|now|nous|successfully|also))*(?: (?:ete|been))?';

/** « Votre demande de renouvellement est déposée », « your payment has been received ». */
const SAID_OF = new RegExp(`\\b${THING}\\b${OF_IT},? (?:nous )?${IS}${SURELY} ${DONE}\\b`);
/** « Nous avons bien reçu votre message », « we have received your application », « accuse réception de votre demande ». */
const SAID_BY = new RegExp(
  `\\b(?:(?:nous|we|on)(?: l'| les | la | le )? ?(?:avons|a|have)?${SURELY} ?${DONE}|accus(?:e|ons) (?:bonne )?reception|confirm(?:e|ons) (?:la )?(?:bonne )?reception|delivrons recepisse)\\b${OF_IT} ${THING}\\b`,
);
/** « Nous l’avons enregistrée le … sous le numéro … »: of what the sentence before named. */
const SAID_OF_IT = new RegExp(
  `\\b(?:nous l'avons|il a|elle a|il est|elle est|it has|it was|we have)${SURELY}(?: (?:ete|been))?${SURELY} ${DONE}\\b`,
);
/** « Paiement accepté le … », « Demande n° … reçue le … »: without a verb, as a slip of paper says it. */
const SLIP = new RegExp(`^(?:(?:votre|your|le|la|the) )?${THING}\\b${OF_IT},? ${DONE}\\b`);
/** « C’est envoyé ! », « Bien reçu », « Booked: … », « You’re booked in for … ». */
const ACKNOWLEDGED = new RegExp(
  `^(?:(?:bravo|merci|thank you|thanks|parfait)[!,. ]+)?(?:c'est (?:${DONE}|fait)|bien recu|envoi reussi|(?:submitted|sent|booked|filed|lodged|recue?)\\b|you(?:'re| are) (?:all set|booked)|depot (?:ok|reussi)|nous vous attendons|on vous attend)`,
);
/** A verb of its own: the slip is then the subject of another sentence, « demande déposée le … est en cours d’instruction ». */
const VERB =
  /\b(?:est|sont|a(?= (?:ete|bien|\w+(?:e|i|u)\b))|ont|sera|seront|peut|peuvent|doit|doivent|fait|is|are|was|were|has|have|will|can|must|needs?|avez|pouvez|etes|devez)\b/;
/** Not done, undone, done before, or an example of it. */
const UNDONE =
  /\b(?:pas|plus|non|aucune?|ne|not|no longer|never|jamais|sans|annul\w*|abandon\w*|cancel\w*|withdr\w*|supprim\w*|delet\w*|refus\w*|reject\w*|rejet\w*|clos\w*|clotur\w*|closed|echou\w*|echec|fail\w*|erreurs?|errors?|impossible|expir\w*|incompl\w*|deja|already|ancien\w*|previous|avant|jusqu\w*|en attente|pending|manqu\w*|missing|brouillon|draft|(?:par|for) ex\w+|ex[ae]mples?(?=:| de\b| of\b)|autre|another|other|partiel\w*|partially|seule?s?|only|reserve[es]* (?:a|aux)|reserved (?:for|to))\b|n't\b|\bn'/;
/** What a procedure is called says nothing of what was done: « Recours contre un refus ». */
const NAMED = / ?"[^"]*" ?| ?\([^)]*\) ?/g;
/** « Code d’annulation » is what a booking gives. */
const UNDOING_CODE = /\b(?:codes?|numeros?|liens?) d'annulation|cancellation (?:code|number|link)/g;

const MONTH =
  'janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre|novembre|decembre|january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec';
const PROOF = new RegExp(
  [
    // A day, an hour.
    `\\b\\d{1,2}(?:er|st|nd|rd|th)? (?:${MONTH})\\b`,
    `\\b(?:${MONTH})\\.? \\d{1,2}\\b`,
    '\\b\\d{1,2}[/.-]\\d{1,2}(?:[/.-]\\d{2,4})?\\b',
    '\\b\\d{4}-\\d\\d-\\d\\d',
    '\\b\\d{1,2} ?(?:h|:) ?\\d\\d\\b',
    // A number, under any name, or one that was masked.
    "\\b(?:n ?[°o]?\\.?|nos?\\.?|numeros?|numbers?|references?|ref|identifiants?|id|codes?|transactions?|tickets?|quittances?|recu|receipt|order)\\b\\W{0,4}(?:[a-z']+:? ){0,5}?[a-z/-]*\\d",
    'n°',
    `\\b${THING} [a-z]{0,8}-?\\d{4}`,
    '\\[masque: ',
  ].join('|'),
);

/** « 12/03/2026 : demande reçue »: an entry of a list, of that day. */
const ENTRY = /^(?:le |on )?\d{1,2}[/. -](?:\d{1,2}|[a-z]{3,9})[/. -]\d{4} ?[-:|]/;
/** « no. 12 » ends no sentence. */
const NUMBER_OF = /\b(n)(?:o|os|um)?\. ?(?=[a-z]{0,8}-?\d)/g;

/** Boxes in which a page answers what was just done. */
const ANSWERS = /success|valid|toast|snack|notification|status|live|dialog|modal/;

const isUndone = (sentence: string): boolean => UNDONE.test(sentence.replace(UNDOING_CODE, ' '));

const sentencesOf = (folded: string): readonly string[] =>
  statedIn(folded.replace(NAMED, ' '), { alarm: false });

/** A sentence says of something that it is done, and takes nothing back. */
export const saysDone = (text: string): boolean =>
  sentencesOf(foldText(text)).some((sentence) => IS_DONE.test(sentence) && !isUndone(sentence));

/** `answers`: in a box in which a page answers what was just done. */
const isClaim = (sentence: string, answers: boolean): boolean => {
  if (SAID_OF.test(sentence) || SAID_BY.test(sentence)) return true;
  return answers && ((SLIP.test(sentence) && !VERB.test(sentence)) || ACKNOWLEDGED.test(sentence));
};

/**
 * Whether a message is a receipt: `plain` where nothing else in it takes anything back. Outside of a box that
 * answers it takes a whole sentence: a slip also heads, or lists, requests of any age.
 */
export const readReceipt = ({
  text,
  component,
  level,
}: Pick<MessageSignal, 'text' | 'component' | 'level'>): 'plain' | 'mixed' | undefined => {
  if (text.length > LONGEST_RECEIPT) return undefined;
  if (component !== WHOLE_PAGE && (level === 'error' || level === 'warning')) return undefined;
  const folded = foldText(text.replace(UNENDED, '. ')).replace(NUMBER_OF, '$1° ');
  if (!PROOF.test(folded) || ENTRY.test(folded)) return undefined;
  const answers = level === 'success' || ANSWERS.test(component);
  const sentences = sentencesOf(folded);
  const isClaimed = sentences.some(
    (sentence, at) =>
      !isUndone(sentence) && (isClaim(sentence, answers) || (at > 0 && SAID_OF_IT.test(sentence))),
  );
  if (!isClaimed) return undefined;
  return sentences.some(isUndone) ? 'mixed' : 'plain';
};
