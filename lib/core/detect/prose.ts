/** Texts that tell of nothing that has happened, whatever their sentences are. Over folded text (`fold.ts`). */

/** « Si une erreur est survenue… », « Formats acceptés : »: says what may happen, not what happened. */
const CONDITIONAL =
  /^(?:que faire|comment |pourquoi |pour eviter|what (?:to|if)|how |why |to avoid|formats? (?:acceptes?|autorises?|supportes?)|accepted formats?|taille maximale(?: (?:par|de|des|du|d'un|d'une|pour) [\w' ]{1,30})?:|maximum size(?: (?:per|of|for) [\w' ]{1,30})?:)/;
/** « Voulez-vous abandonner ? », « Décrivez votre problème »: asks the person, and tells nothing. */
const ASKING =
  /\b(?:oui|yes), |\b(?:(?:voulez|souhaitez|desirez)-vous|etes-vous sur|are you sure|do you (?:really )?(?:want|wish)|would you like)\b|^(?:signale[rz]|report (?:a|an)|decrivez|precisez|indiquez|choisissez|selectionnez|describe|tell us|choose|select)\b/;
/** Speaks of failures in general, of a fault that is over, of none at all, or is somebody's own letter. */
const TELLING =
  /^(?:aide|faq|foire aux questions|questions frequentes|help|contact|mentions legales|legal notice|plan du site)\b|\b(?:s'adresse(?:nt)? a\w*|normalement|comme vous l'avez demande|comme convenu|par vos soins|as agreed|perdue?s? ou volee?s?|lost or stolen|vous etes (?:maintenant|bien|desormais) deconnecte\w*|you are now (?:logged|signed) out|as you requested|at your (?:own )?(?:request|wish)|a votre (?:propre )?(?:demande|souhait|initiative)(?= *(?:[.,;:!?]|$|le \d))|de votre propre (?:initiative|chef)|certaines demarches|ne garantit pas|pour signaler|a bientot|see you soon|merci de votre visite|thank you for|rapport d'erreur|votre signalement|il a ete (?:remplace|corrige)|vous vous etes deconnecte\w*|you(?: have)? (?:just )?(?:logged|signed) out|(?:deconnecte\w*|logged out|signed out) (?:avec succes|successfully)|successfully (?:logged|signed) out|bien ete (?:annule|supprime)\w*|(?:annul|interromp|arret|suspend)\w* a votre demande|a venir|upcoming|signifie\w*|veut dire|means|mean that|responsab(?:le|ilite)|liable|liability|avant que|par exemple|for example|(?:est|sont|ete|been|is|are) (?:resolue?s?|resolved|retablie?s?|restored))\b|\b(?:0|zero) (?:erreur|document|anomalie|incident|error|problem)|(?:^|\d )(?:bonjour|hello|dear)\b|\b(?:quand|lorsque|when|whenever) (?:je|j'|i)\b|\bje (?:vois|clique|recois (?:un|le|ce))\b/;
/** About the site itself: what it was found not to do for everybody, what a version of it changes. */
const ABOUT_THE_SITE =
  /\b(?:lecteurs? d'ecran|screen ?readers?|technologies? d'assistance|assistive technolog|(?:au|avec le|by|with the|using the) (?:clavier|keyboard)|rgaa|wcag|non[- ]conformites?|contenus? non accessibles?|non-accessible content|daltonien|sous-titr|contrastes?)|^(?:declaration d'|statement of )?accessibilit|^(?:version|v|release) ?\d+[. ]\d|\b(?:notes? de version|release notes?|anomalies? corrigees?|corrections? apportees?|bug ?fixes|limites? connues?|limitations? connues?|known (?:issues|limitations))\b|\b(?:en moyenne|on average|taux (?:de|d')|\d ?% (?:des|de|d'|of))/;
/** A rule for all of them, not what has become of this one. */
const RULE =
  /(?:^|[.!?:;] )(?:un|tout|les|a|any) (?:timbres?|stamps?)\b|\b(?:les (?:documents|fichiers|pieces|photos|demandes|dossiers)|tout(?:e|es)? \w+|files|documents|any \w+) (?:[^.!?]{0,60} )?(?:(?:ne )?sont (?:pas )?|est |is |are (?:not )?)(?:refuse|rejete|accepte|rejected|refused|accepted)/;
/** Choices that are there, and a state of some day in the past: a list of them. */
const LISTED =
  /\d{1,2}\/\d{1,2}\/\d{4}(?: [\w'-]+){1,4} \d{1,2}\/\d{1,2}\/\d{4}|\d{1,2}\/\d{1,2}\/\d{4} ?[-:](?: [\w'-]+){1,12} \d{1,2}\/\d{1,2}\/\d{4} ?[-:] |(?<!(?:aucune?|pas de|plus de|no) )\b(?:creneaux disponibles|available (?:time )?slots|prochaines? disponibilites?|next availab\w+)|\b\d{1,2} ?[h:] ?\d\d(?:[ ,|]+\d{1,2} ?[h:] ?\d\d)+\b|(?<!(?:ete|est|been|was) )\b(?:cloturee?|refusee?|annulee?|rejetee?|classee? sans suite|closed|refused|rejected|cancelled) (?:le|on) \d/;
/** « Demandes closes (2) » : how many there are. */
const COUNTED = /^(?!erreurs?\b|errors?\b|code|statut?s?\b|http|incident)[a-z' ]{3,50}(?:: ?\d+|\(\d+\))$/;
/** An entry of a history: what happened that day. */
const DATED = /^(?:le |on )?\d{1,2}[/. -](?:\d{1,2}|\p{L}{3,9})[/. -]\d{4}\b(?! a \d)/u;
/** « de 18 h à 9 h »: opening hours, unless they are those of now. */
const HOURS = /\b(?:de|from|between|entre) \d{1,2} ?(?:h|:|am|pm)\S* ?(?:\d\d )?(?:a|et|to|and|-) \d{1,2}/;
const NOW = /\b(?:actuel\w*|en cours|currently|now|momentan\w*|temporaire\w*|temporar\w*)\b/;
/** « Toute demande incomplète sera rejetée », « une maintenance est prévue »: announced, not met. */
const FUTURE =
  /\bmaintenance (?:\w+ )?(?:est )?(?:prevue|programmee|planifiee) (?!jusqu)|\bscheduled (?:maintenance )?(?:on|for|from)\b/;
/** Speaks of what may happen, of rules, of opening hours or of the past: nothing in it is news. */
export const tellsNothing = (folded: string): boolean =>
  CONDITIONAL.test(folded) ||
  FUTURE.test(folded) ||
  ASKING.test(folded) ||
  TELLING.test(folded) ||
  LISTED.test(folded) ||
  COUNTED.test(folded) ||
  ABOUT_THE_SITE.test(folded) ||
  RULE.test(folded) ||
  DATED.test(folded) ||
  (HOURS.test(folded) && !NOW.test(folded));
