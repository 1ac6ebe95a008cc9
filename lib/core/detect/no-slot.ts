/**
 * « Il n’y a pas de rendez-vous », in all the ways in which booking sites say so, and the ways in which a calendar says
 * it of one day among others. Over folded text (`fold.ts`).
 */
const SLOT =
  '(?:creneaux?|rendez-vous|rdv|plages?|disponibilites?|places?|dates?|horaires?|jours? (?:disponible|libre|ouvert)s?)';
const SLOTS =
  '(?:creneaux|rendez-vous|rdv|plages|disponibilites|places|dates|horaires|plannings?|agendas?|calendriers?)';
const GONE =
  '(?:pris|prises|reserve|attribue|complet|complete|occupe|pourvu|epuise|distribue|affecte|indisponible|rempli|sature|donne|ecoule|parti|ferme)e?s?';
const EN =
  '(?:(?:time )?slots?|appointments?|dates?|times?|availabilit(?:y|ies)|places?|openings?|bookings?)';
const TAKEN =
  '(?:taken|booked|filled|gone|allocated|unavailable|full|reserved|assigned|closed|sold out|used up)';

const NO_SLOT = new RegExp(
  `(?<![a-z0-9])(?:${[
    `aucune? (?:autre |nouve(?:au|l|lle) )?${SLOT}(?!s? (?:a venir|pris|passe|n'est (?:donne|delivre|accorde|pris|necessaire|requis|possible par)|ne peut etre (?:pris|donne)|au guichet|par telephone|ce jour|en cours))`,
    `(?:il |nous |service |site |prefecture |guichet |bureau )?(?:n'|ne )(?:[a-z]+ )?(?:a|ont|avons|existe|reste|dispose|disposons|propose|proposons|offre|offrons|trouvons|subsiste)(?: (?:actuellement|malheureusement|donc|plus|pas|encore|toutefois|y|trouve|pu|vous|proposer|momentanement))* (?:pas|plus|aucune?|de|d'|a)? ?(?:assez )?(?:de |d'|aucune? )?${SLOT}`,
    `(?:^|[,:;.!] ?|desole |malheureusement )(?:plus|pas) (?:aucune? |de |d'|un seul )${SLOT}(?! sans)`,
    `(?:tou(?:s|tes)|totalite|ensemble|integralite|chaque)(?: (?:les|des|nos|ces|l'))?(?: \\w+)? ${SLOTS}(?: [\\w'-]+){0,6} ${GONE}`,
    `${SLOTS}(?: [\\w'-]+){0,5} (?:ont|sont|est|a)(?: (?:ete|tous|toutes|deja|desormais|actuellement|entierement|tout|momentanement|malheureusement|completement))* ${GONE}(?! par| a l'avance| pour )`,
    `(?:prise de rendez-vous|reservation|inscriptions?|ouverture)(?: [\\w'-]+){0,4} (?:est|sont|a ete|ont ete) (?:[a-z]+ )?(?:fermee?s?|suspendue?s?|indisponibles?|close?s?|interrompue?s?|impossibles?|arretee?s?)`,
    `(?:impossible de|(?:pas|plus) en mesure de|(?:ne|n') ?(?:[a-z]+ )?(?:peut|pouvons|peuvent|pouvez)(?: [a-z]+){0,3})(?: [a-z']+){0,3} (?:proposer|offrir|attribuer|fixer|trouver|reserver|prendre)(?: [a-z']+){0,2} ${SLOT}`,
    `(?:planning|calendrier|agenda)(?: [\\w'-]+){0,6} (?:complet|plein|sature|rempli|ferme|clos)e?s?`,
    `(?:quota|nombre|capacite|limite)(?: [\\w'-]+){0,3} ${SLOT}(?: [\\w'-]+){0,6} (?:atteint|epuise|depasse)e?s?`,
    `${SLOTS}(?: [\\w'-]+){0,4} (?:n'est|ne sont|n'ont|n'a)(?: [a-z]+)? (?:pas|plus)(?: \\w+){0,2} (?:disponible|ouvert|libre|propose|publie)\\w*`,
    `(?:planning|calendrier|agenda)(?: [\\w'-]+){0,4} n'est (?:pas|plus) (?:encore )?(?:ouvert|disponible)`,
    `no (?:more |further |free |available |open |other |new |remaining )*${EN}(?! (?:is|are) (?:needed|required|necessary)| fee| outside)`,
    `(?:do not|don't|does not|doesn't|did not|cannot|can't|unable to|not able to)(?: (?:currently|have|find|offer|you|any|an|propose|give|more|show|provide|book))+ ${EN}`,
    `(?:all|every|each)(?: [a-z]+){0,2} ${EN}(?: [a-z]+){0,6} ${TAKEN}`,
    `${EN}(?: [a-z]+){0,4} (?:is|are|have been|were|has been)(?: (?:all|fully|already|currently|now|completely|been))* ${TAKEN}`,
    `(?:fully|completely) booked|sold out|nothing (?:is )?(?:available|left|free)|booking (?:is|has been) (?:currently )?(?:closed|suspended)`,
    `(?:calendar|schedule)(?: [a-z]+){0,3} (?:is|are) (?:currently |already )?(?:full|closed|fully booked)`,
  ].join('|')})`,
);

/** One day among others that can be chosen. */
const ONE_DAY =
  /\b(?:(?<!\ba )ce jour|ce jour-la|cette (?:date|journee)|a (?:cette|la) date|autres? (?:dates?|jours?|journees?|creneaux?|horaires?|heures?)|this (?:day|date)|that (?:day|date)|(?:another|other) (?:dates?|days?|slots?|times?))\b/;
/** What was so on a day, and is over. */
const OVER =
  /\b(?:ete|was|were) (?:\w+ )?(?:indisponible|ferme|suspend|interromp|unavailable|closed)\w* (?:le|les|du|entre|on|from|between) |\b(?:fonctionne|working) (?:de nouveau|a nouveau|normalement|again)|\b(?:est|sont|is|are) (?:de nouveau|a nouveau|retabli\w*|again|back)\b/;
/** An invitation to come back says nothing of the days that are shown. */
const AGAIN = /\b(?:renouvel|reessay|reven|recommenc|retent|repass|try again|come back)[^.!?;]*/g;
/** The legend of a calendar, a part of the year, or the bookings that somebody has. */
const OF_SOME =
  /\b(?:grise|barre|rouge|grey|gray|red|crossed|strikethrough)\w*\b|\b(?:cette|ces|this|that|these) (?:periode|jours|period|days)\b|\b(?:feries?|holidays?|week-?ends?|vacances|fetes)\b|\bvous n'avez (?:\w+ ){0,2}rendez-vous\b|\byou (?:do not )?have (?:\w+ ){0,3}appointments?\b|^(?:mes|my|vos|your) (?:rendez-vous|appointments)\b/;
const DAY =
  '(?:lun|mar|mer|jeu|ven|sam|dim)(?:di|credi|dredi|edi|anche)?|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?';
/** « Lun. 7 : complet » */
const DATED_LABEL = new RegExp(
  `^(?:le |on )?(?:${DAY})\\.? ?(?:the )?\\d{1,2}\\b|^\\d{1,2}(?:[/.]\\d{1,2})?\\b(?! (?:place|creneau|rendez))`,
);
const DAYS = new RegExp(`\\b(?:${DAY})\\.? \\d{1,2}\\b`, 'g');
/** Hours that can be chosen: not those of the office. */
const HOURS =
  /(?<!\b(?:de|a|et|entre|des|vers|avant|apres|jusqu'a|from|to|and|between|until|at|by) )(?<!- ?)\b\d{1,2} ?[h:] ?\d\d\b(?! ?(?:a|-|et|to) \d)/g;
/** Places that are left. */
const LEFT =
  /\b[1-9]\d* (?:places?|creneaux?|slots?|rendez-vous|appointments?) (?:libres?|disponibles?|restante?s?|left|available|free)\b/;
/** « Le rendez-vous est pris pour une personne »: a booking is made, and all the others can still be. */
const ONE_BOOKING =
  /(?<!\b(?:de|aucun|chaque|every|each|no) )\b(?:le|un|ce|cet|cette|la|une|votre|mon|ma|son|the|an?|this|your|my) (?:\w+ )?(?:rendez-vous|rdv|reservation|appointment|booking)(?! (?:system|service|calendar))(?: [\w'-]+){0,4} (?:est|a|is|was|has)(?: (?:donc|ainsi|maintenant|desormais|bien|ete|been|now|then|only|always|toujours|seulement))* (?:pris|prise|reservee?|attribuee?|donnee?|affectee?|taken|booked|reserved|allocated|assigned|made|given)\b/;
/** A part of a day: there are others. */
const PART_OF_DAY =
  /\b(?:creneaux?|plages?|rendez-vous|rdv|disponibilites?|places?|dates?|horaires?|slots?|appointments?|availability|times?)(?: [\w'-]+){0,3} (?:(?:le|ce|du|au|dans la|en debut de|en fin de) (?:matin|matinee|midi|soir|soiree)|(?:l'|cet |d'|dans l'|en (?:debut|fin) d')apres-midi|en (?:matinee|soiree)|(?:in the|this) (?:morning|afternoon|evening))\b/;
const NONE = new RegExp(`\\b(?:aucune?|no|(?:plus|pas) (?:de |d'))(?: ?[a-z]+)? ?(?:${SLOT}|${EN})\\b`);
/** Longer than this, a text that begins with a date is more than the label of a day. */
const LABEL = 90;

const isOfAnother = (folded: string): boolean => ONE_DAY.test(folded.replaceAll(AGAIN, ''));

/** The text shows days that can be chosen: what it says of one of them is not said of all. */
const showsFreeDays = (folded: string): boolean => {
  const days = folded.match(DAYS)?.length ?? 0;
  const hours = folded.match(HOURS)?.length ?? 0;
  return hours > 1 || (hours === 1 && days > 1) || LEFT.test(folded);
};

const isDayLabel = (folded: string): boolean =>
  folded.length <= LABEL && (folded.match(DAYS)?.length ?? 0) <= 1 && DATED_LABEL.test(folded);

/** Where nothing else is spoken of, a date or a place is enough. */
const NAMED =
  /\b(?:rendez-vous|rdv|creneaux?|plages?|reservations?|plannings?|calendriers?|slots?|appointments?|bookings?|calendar)\b/;

/** A sentence, stated, says that there is no appointment to be had at all. `atBooking`: on a site that gives them. */
export const saysNoSlot = (sentence: string, atBooking = false): boolean =>
  NO_SLOT.test(sentence) &&
  !isOfAnother(sentence) &&
  !OF_SOME.test(sentence) &&
  !PART_OF_DAY.test(sentence) &&
  !ONE_BOOKING.test(sentence) &&
  !OVER.test(sentence) &&
  !DATED_LABEL.test(sentence) &&
  (atBooking || NAMED.test(sentence));

/** There is none, said of a day or of a part of one: the others can be chosen. */
export const saysNoneOfOneDay = (sentence: string): boolean =>
  NONE.test(sentence) && (isOfAnother(sentence) || PART_OF_DAY.test(sentence));

/** What a booking site shows, folded, is one day, or a calendar in which others can be chosen. */
export const isOfOneDay = (folded: string): boolean =>
  showsFreeDays(folded) || isOfAnother(folded) || isDayLabel(folded);
