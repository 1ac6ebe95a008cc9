/**
 * What a text states, as opposed to what it supposes, announces, asks or rules. A message tells a failure only by what it
 * says is so now, or has happened. Everything here reads folded text (`fold.ts`), in both languages.
 */

/** How the page shows the text. */
export interface Showing {
  /** An error box: what it says will not be done is refused now. */
  readonly alarm: boolean;
}

const SENTENCE_ENDS = /(?<=[.!?])\s+/;
/** Begins a supposition: nothing of the sentence has happened. */
const SUPPOSES =
  /^(?:(?:attention|important|nb|note|warning|please note),? ?:? )?(?:si |s'ils? (?!vous plait|te plait)|if |unless |should (?:you|your|the|this|it|an?) |in case |in the event |a moins |sauf si |(?:dans le|pour le|au) cas ou |en cas d|sous reserve|suppos|dans l'(?:hypothese|eventualite)|a supposer |en admettant |pour peu qu|pourvu qu|quand bien meme|a condition |quitte a |advenant |viendrait|(?:were|had) (?:the|your|you|it|this) |provid(?:ed|ing) (?:that )?(?:the |your |you |it |this )|assuming |on condition |(?:as|so) long as |lest |otherwise|sinon\b|autrement,|(?:parfois|quelquefois|occasionnellement|de temps (?:en temps|a autre)|en general|generalement|d'ordinaire|il (?:peut |nous )?arriver? (?:parfois )?que?|sometimes|occasionally|from time to time|usually|in general|generally|it (?:can|may|sometimes) happens?|it happens)\b)/;
/** Begins with an occasion: what follows holds each time, unless it is told as past. */
const OCCASION =
  /^(?:lorsqu|quand |des que |chaque fois|sans (?:action|reponse|activite|validation|confirmation|nouvelle|intervention|retour)|a defaut|faute d|en l'absence d|passe (?:ce|cet|cette|le|la|un|l')|au-dela|apres (?:la |l'|votre |avoir |cette |le |ce )?(?:validation|envoi|depot|signature|transmission|avoir|paiement|etape|delai)|une fois |avant d|avant l|avant que|pour eviter|afin d|en (?!attendant|maintenant)[a-z]{3,}ant |au bout d|when(?:ever)? |once |as soon as|without (?:a |an |any |your )?(?:reply|answer|action|response|activity|confirmation)|failing |after (?:you|submi|sending|this|that|validation)|before |by [a-z]+ing |(?:withdrawing|leaving|closing|deleting|cancelling|submitting|clicking|refusing) |to avoid |to prevent |in order to )/;
/** The same, after what the sentence says. */
const SUPPOSED =
  /,? (?<!\b(?:meme|comme|verifie[rz]?|savoir|determiner|confirmer|check|know|see|tell|confirm|even|as) )(?:si |s'ils? (?!vous plait|te plait)|sauf si |a moins |if |unless |in case |in the event |en cas d|(?:dans le|pour le|au) cas ou |dans l'(?:hypothese|eventualite) |a supposer |en admettant |pour peu qu|pourvu qu|quand bien meme |provided (?:that )?(?:the|your|you|it|this) |assuming |(?:as|so) long as |were (?:the|your|it|you) )/;
const OCCASIONED =
  /,? (?:lorsqu|quand |des que |une fois |avant (?:de |d'(?!en )|le |la |l'|que |qu')|sous peine|afin d|pour eviter|when |once |as soon as |before (?!(?:starting|opening|filing|submitting|making) (?:another|a new|a second))|so that |to avoid |until the (?:new|next|other) )/;
/** Told as having happened: no occasion makes it a rule. */
const HAPPENED =
  /\b(?:n'(?:a|ont|avons|avez) (?:\w+ )?pas (?!encore)\w+|(?:est|sont|s'est|se sont) (?:survenu|produit|intervenu)\w*|a echoue|ont echoue|a rencontre|avons rencontre|a ete (?:refus|rejet|interromp|bloqu|clos|clotur|suspend|annul|supprim)\w*|occurr?ed|failed|could not|couldn't|was not|were not|did not|has not|have not|went wrong|has expired|a expire|ont expire)\b/;
/** In the future, or merely possible. */
const AHEAD =
  /\b(?:sera|seront|serez|pourra|pourront|pourrez|pourrai|devra|devront|devrez|aura|auront|aurez|recevrez|perdrez|ira|iront|peut-etre|presque|bientot|sur le point|almost|nearly|pourrai(?:t|ent)|risque(?:nt|z)?|(?<!\bne |\bn')peu(?:t|vent) (?:\w+ )?(?:etre|entrainer|conduire|survenir|expirer|echouer|arriver)|(?:va|vont|allez|vas) (?:bientot |prochainement |etre |\w+er\b|\w+ir\b)|(?!camera|opera|et cetera|libera)\w{3,}(?:era|eront)|(?!sembler)(?:s|\w{3,})erai(?:s|t|ent)|(?:au|de|i|ver|pou|\w{2,}d|\w+tt|app?arait|connait)rai(?:s|t|ent)|\w{2,}(?:dra|dront|ttra|ttront|ira|iront)|will|shall|won't|would|might|going to|about to|(?<!\d(?:st|nd|rd|th)? )may (?!\d|not (?:start|file|submit|use|apply|make|open|book|be (?:used|modified|changed)))|can (?:lead|result)|(?:scheduled|planned) maintenance|maintenance (?:programmee|planifiee|prevue)|(?:is|are) (?:planned|scheduled)|(?:est|sont) (?:prevue?|programmee?|planifiee?)s?|(?:expires?|termine|prend fin|ferme|ends?|closes)(?: [a-z]+){0,3} (?:dans(?! plus)|in(?! more)|bientot|soon))\b|'ll\b/;
/** « ne sera pas examinée »: told in an error box, this is a refusal. */
const WILL_NOT =
  /\b(?:(?:ne|n') ?(?:\w+ )?(?:sera|seront|serez|pourra|pourront|pourrez)(?: \w+)? (?:pas|etre|aucun\w*)|will not|won't|will be unable|shall not)\b/;
/** What will be again is not now. */
const AGAIN =
  /\b(?:de nouveau|a nouveau|retablie?s?|rouv\w+|reouv\w+|reviendr\w+|revenons|revient|de retour|reprendr\w+|back|again|restored|reopen\w*|resum\w+)\b/;
/** Said by the person, who agrees or declares: « Je comprends que… ». */
const FIRST_PERSON =
  /^(?:[^a-z0-9]*)(?:je |j'|i (?!nt)|m'|(?:ma|mon|mes|my) (?:demande|dossier|request|application) )/;
/** What holds for all of them, and orders. */
const RULES =
  /\b(?:files|documents|photos|images|scans|attachments) (?:over|above|larger than|bigger than|protected) |\bles (?:fichiers|documents|photos|images|scans|pieces) (?:de plus de|superieure?s? a|depassant|protegee?s) |^(?:tout(?:e)? (?!l[ae] |l'|cet?|cette |notre |votre |est |a )|chaque |any |each |il est (?:interdit|inutile|rappele|precise|conseille|recommande|obligatoire)|(?:merci de |veuillez |priere de )?ne (?:pas |jamais |\w+ez (?:pas|jamais|qu))|(?:please )?(?:do not|don't|never) )|\b(?:n'est|ne sont|n'a|ne s'\w+) (?:\w+ )?(?:consomm|debit|possibl|delivr|accessibl|demand|utilis)\w* qu['e]|\b(?:dans|en|in) (?:votre langue|your language|anglais|francais|english|french)\b|^(?:[a-z ,:]{0,16})?(?:les |des |the )?(?:incomplete \w+|\w+s)(?: [\w'-]+){1,7} (?:ne |n')?(?:sont|are) (?:pas |not )?(?:accept|trait|examin|process|valable|valid|restitu|rembours|refund|examined|rejet|refus|reject)\w*$/;
/** Advice, and what holds at all times or for all means: a rule, unless the sentence tells something as past. */
const ADVICE =
  /^(?:(?:cette|this) (?:action|operation) (?:ne peut|cannot|can't|est (?:irreversible|definitive))|(?:les|the|both)? ?(?:deux|two)? ?(?:mots de passe|passwords) (?:ne|do not|don't)|pensez|rappel|rappelez|n'oubliez|veillez|sachez|gardez|conservez|a noter|bon a savoir|astuce|conseil|remember|keep|note that|reminder|tip)\b/;
const AT_ALL_TIMES =
  /\b(?:au bout d\w*|par (?:telephone|cheque|courrier|voie postale|mail|fax)|by (?:phone|post|cheque|mail)|au guichet|at the counter|ne vaut pas|ne remplace(?:nt)? pas|(?:does|do) not replace|(?:jours feries|(?:public|bank) holidays)|vaut (?:rejet|refus|accord|decision|acceptation)|jamais|never|c'est normal|(?:est|sont|is|are) (?:limitee?s? a|limited to)|sans (?:lui|elle|cela|rendez-vous)|without (?:it|them)|(?:ce|cette|this) (?:formulaire|service|page|form|outil|tool) (?:ne (?:permet|remplace|sert)\w* pas|(?:cannot|can't) be used|is not (?:for|meant)|n'est pas (?:destine|fait)\w*)|(?:ne |n')pou(?:vez|vons) (?:[a-z]+ ){0,2}qu(?!'une? seule?)['e]|(?:apres|after|(?<!dans )plus de|(?<!in )more than) (?:\d+|une?|deux|trois|quatre|cinq|dix|quinze|vingt|trente|two|three|four|five|ten|twenty|thirty) (?:secondes?|minutes?|heures?|jours?|semaines?|mois|ans?|hours?|days?|weeks?|months?|years?))\b/;
/** What somebody has done herself, what merely cannot be shown beforehand, what is of the past, what a field takes. */
const HARMLESS =
  /\b(?:avai(?:t|ent)|had) (?:deja |already )?(?:ete|been) |^(?:vous avez (?:bien )?(?:annule|abandonne|refuse|supprime|retire|decline)|you (?:have )?(?:cancelled|abandoned|refused|deleted|withdrawn|declined))|\b(?:apercu|previsualisation|vignette|preview|thumbnail)\b|\b(?:l'ancien(?:ne)?|the (?:old|former)) (?:site|adresse|portail|version|service|address|portal)\b|\b(?:\d+|des|deux|plusieurs|some|several) (?:erreurs?|errors?|champs|fields)\b.*\b(?:corrig|correct|verifi|fix|check)|\b(?:(?:ne|n') ?(?:peut|peuvent|doit|doivent) pas|cannot|can't|must not) (?:contenir|contain)\b/;
/** A campaign, a version, a year by its name: what is said of one is not said of the next. */
const EDITION =
  '(?:campagnes?|editions?|annees?(?: scolaires?| universitaires?)?|rentrees?|exercices?|saisons?|vagues?|versions?|campaigns?|years?|seasons?|rounds?|intakes?|releases?)';
const FORMER = new RegExp(
  `\\b(?:precedente?s?|derniere?s?|anciennes?|previous|last|past|former|earlier) ${EDITION}\\b|\\b${EDITION} (?:precedente?|passee?|derniere?|anterieure?)s?\\b|\\b(?:avant|jusqu'en|before|until) (?:la version|l'annee|version|20\\d\\d)\\b`,
);
const OF_A_YEAR = new RegExp(
  `\\b(?:${EDITION}|(?:(?:les |the )?(?:depots?|inscriptions?|demandes|dossiers|applications?|registrations?)))(?: [a-z']+){0,3} (20\\d\\d)\\b|\\b(20\\d\\d) (?:${EDITION}|applications|registration|quota)\\b`,
);
/** Another one is open. */
const IS_OPEN =
  /(?<!\b(?:ne |n'))\b(?:est|sont|reste|restent|is|are|remains?) (?:(?!(?:pas|plus|not|no) )[a-z]+ ){0,3}(?:ouverte?s?|open|accessibles?|available)\b|\b(?:a|ont|has|have) (?:just |now )?(?:ouvert|commence|debute|opened|started|begun)\b|\b(?:ouvre|commence|debute|opens|starts) (?:le|en|on|in)\b/;
/** A fault that is over, an old paper that a new one replaces. */
const MENDED =
  /\b(?:problemes?|incidents?|pannes?|maintenances?|anomalies?|erreurs?|perturbations?|dysfonctionnements?|outages?|problems?|issues?|errors?|faults?|bugs?)(?: [\w']+){0,6} (?:est|sont|a ete|ont ete|is|are|has been|have been|was|were) (?:(?!pas|not)[a-z]+ )?(?:clos|termine|corrige|resolu|repare|leve|regle|over|fixed|solved|resolved|repaired|closed|corrected)|\b(?:ancien|precedent|previous|old|former)[^.]{0,40} (?:(?:n'est|ne sont) plus (?:valable|valide|utilisable)|(?:is|are) no longer valid)/;
/** What holds of any such thing, and of somebody else's. */
const OF_ANY =
  /^(?:une?|des|an?|any) (?:demande|dossier|timbre|rendez-vous|creneau|titre|carte|attestation)s? (?:deja |non )?[a-z]+ (?:ne |n')(?:peut|peuvent) |^(?:an? |any )?(?:closed|refused|rejected|expired|used|submitted|cancelled|incomplete|missed) (?:application|request|file|stamp|appointment|booking|permit)s? (?:cannot|can't|is|are) |^(?:les |the )?(?:demandes|dossiers|rendez-vous|creneaux|timbres) (?:non [a-z]+|clos\w*|cloture\w*|refuse\w*|annule\w*|incomplet\w*) (?:ne )?sont |\b(?:d'une? (?:mineure?|enfant|conjointe?|etudiante?)|of an? (?:minor|child|spouse|student))\b/;
/** What has not been done yet, and is nobody's fault so far. */
const NOT_YET = /\b(?:pas encore|n'a encore|n'ont encore|not yet|yet)\b/;
const AWAITED = /\b(?:examin|instrui|trait|etudi|review|process|decid|decision|prete?\b|ready|assess)/;
const PAST =
  /\b(?:avez|avons|a|ont|have|has|n'avez|n'avons|n'a|n'ont) (?:[a-z]+ ){0,2}(?:ete|been|pu|pas|[a-z]{2,}(?:e|es|u|us|i|is|ed))\b|\b(?:etes|was|were|could)\b/;
/** « Aucune erreur », « aucun rendez-vous n’est nécessaire »: the absence of trouble. « Je n’ai pas de compte »: a choice. */
const ABSENT =
  /\b(?:aucune?|no|sans|zero|0|pas d'|not? any) (?:\w+ )?(?:erreurs?|anomalies?|incidents?|problemes?|errors?|problems?|issues?|trouble)\b|\b(?:aucune?|no) [\w '-]{3,50} (?:n'(?:est|a ete) |n'(?:etant) |is |are |was |(?=a (?:fournir|prevoir)))?(?:necessaires?|requise?s?|demandee?s?|exigee?s?|attendue?s?|due?s?|a fournir|a prevoir|needed|required|necessary|missing|due|manquante?s?)\b|\b(?:aucune?|no) (?:nouveau |nouvelle |new |unread |pending |open |current )*(?:messages?|notifications?|frais|fees?|charge|action|demandes?|applications?|requests?)\b(?! ne (?:peut|correspond))|\b(?:aucune?|no|0|zero) [\w'-]+(?: [\w'-]+)? (?:n'a ete |n'ont ete |has been |have been |was |were |is |are )?(?:perdue?s?|refusee?s?|rejetee?s?|supprimee?s?|lost|refused|rejected|deleted)\b|\b(?:n'(?:est|a|ont)|ne sont) (?:[a-z]+ )?pas (?:ete )?(?:refuse|rejete|clos|cloture|annule|supprime|bloque|suspendu)\w*|\b(?:is|are|was|were|has|have) not (?:been )?(?:refused|rejected|closed|cancelled|deleted|blocked|suspended)\b|\b(?:ne |n')\w+ pas (?:besoin|necessaire|obligatoire|requis|oblige|tenu)\w*(?: (?:de |d')[\w-]+)?|\b(?:ne |n')(?:vous )?empech\w+ pas\b|\baucune? [\w ]{3,30} a (?:telecharger|afficher|signaler|traiter|payer)\b|\b(?:j'ai (?:deja )?(?:un|mon) (?:compte|espace)|je n'ai pas (?:encore )?(?:de compte|d'espace)|i (?:already )?have (?:an|no) account|i (?:do not|don't) (?:yet )?have an account(?: yet)?)\b/g;
/** Buttons that end a dialog. */
const LABEL =
  "j'accepte|je refuse|retirer|remplacer|repondre|modifier|replace|remove|enregistrer|ignorer|plus tard|changer(?: maintenant)?|envoyer(?: (?:ma|la) demande)?|relire|garder|later|not now|extend(?: (?:my |the )?session)?|save|send|submit|back|ignore|oui(?:,? [a-z' ]{2,30})?|non(?:,? [a-z' ]{2,30})?|ok|annuler|confirmer|continuer|poursuivre(?: (?:ma|la) (?:demande|saisie))?|abandonner(?: (?:ma|la) demande)?|quitter(?: (?:la page|sans enregistrer))?|rester(?: (?:sur la page|connectee?))?|(?:se |me )?deconnecter|deconnexion|prolonger(?: (?:ma|la) session)?|supprimer|valider|fermer|(?:tout )?accepter|(?:tout )?refuser|personnaliser|retour|revenir|conserver|je (?:retire|garde|confirme|poursuis|continue|quitte|reste)(?: ma demande)?|yes(?:,? [a-z' ]{2,20})?|no(?:,? [a-z' ]{2,20})?|cancel|confirm|stay(?: (?:signed|logged) in| on (?:this )?page)?|leave(?: (?:this )?page)?|(?:sign|log) ?(?:me )?out|delete|keep(?: (?:it|editing))?|close|withdraw|continue|go back|discard|accept(?: all)?|reject(?: all)?|customi[sz]e";
const CHOICE = new RegExp(`[.!?] (?:(?:${LABEL}) ){1,3}(?:${LABEL})$`);
const ONE_LABEL = new RegExp(`(?<=[.!?]) (?:${LABEL})$`);
/** The last button of a box, after others or by itself: the word says nothing of the request. */
const CLOSING_LABEL = /(?<=[.!?][^.!?]{0,40}) (?:close|fermer)$/;
/** What stands on the buttons of such a banner, and nothing else. */
const AGREEMENT =
  /^(?:(?:tout )?(?:accepter|refuser|interdire|autoriser|rejeter)(?: tout| tous les cookies| les cookies)?|(?:continuer|poursuivre|fermer) sans accepter|(?:accept|allow|refuse|reject|deny|decline|disable)(?: all| everything| optional)?(?: cookies)?|(?:continue|close) without accepting|(?:cookie settings|gerer les cookies|personnaliser|customi[sz]e)|[ ,|/-])+$/;
/** A banner that asks for an agreement. */
const CONSENT =
  /\b(?:cookies?|traceurs?|trackers?|consentement|consent)\b.*\b(?:accepte\w*|refuse\w*|accept\w*|reject\w*|deny|decline|parametr\w*|personnalis\w*|customi[sz]\w*|consent\w*)/;

/** « Ne fermez pas cette fenêtre », said while something is under way: what is closed there is no request. */
const STAY =
  /,? ?(?:please |merci de |veuillez )?(?:do not|don't|ne (?:surtout )?pas) (?:close|leave|refresh|reload|exit|quit|fermer|quitter|recharger|actualiser|rafraichir) [^.,;:!?]*|,? ?ne (?:fermez|quittez|rechargez|actualisez|rafraichissez) (?:surtout )?pas [^.,;:!?]*/g;

const clausesOf = (sentence: string): string[] =>
  sentence.split(
    /(?<=[,;:]) |(?= (?:et|mais|puis|and|but) (?:ne |n'|il |elle |vous |votre |vos |nous |you |your |it |we |will |sera |seront |pourr))/,
  );

/** The sentence without the clauses that tell what is to come. */
const presentOf = (sentence: string, { alarm }: Showing): string =>
  clausesOf(sentence)
    .filter((clause) => !(NOT_YET.test(clause) && AWAITED.test(clause)))
    .filter((clause) => !AHEAD.test(clause) || AGAIN.test(clause) || (alarm && WILL_NOT.test(clause)))
    .join(' ');

const statedOf = (sentence: string, showing: Showing): string => {
  if (sentence.endsWith('?') || SUPPOSES.test(sentence) || FIRST_PERSON.test(sentence)) return '';
  if (MENDED.test(sentence) || OF_ANY.test(sentence)) return '';
  if (RULES.test(sentence.replace(/[.!]+$/, '')) || ADVICE.test(sentence) || HARMLESS.test(sentence))
    return '';
  if (AT_ALL_TIMES.test(sentence) && !HAPPENED.test(sentence) && !PAST.test(sentence)) return '';
  let said = sentence;
  if (OCCASION.test(said)) {
    const comma = said.search(/[,;:] /);
    const rest = comma < 0 ? '' : said.slice(comma + 2);
    if (!HAPPENED.test(rest)) return '';
  }
  const supposed = said.search(SUPPOSED);
  if (supposed >= 0) {
    const before = said.slice(0, supposed);
    said = HAPPENED.test(before) ? before : before.slice(0, Math.max(0, before.search(/[,;:](?=[^,;:]*$)/)));
  }
  const occasioned = said.search(OCCASIONED);
  if (occasioned > 0) said = said.slice(0, occasioned);
  return presentOf(said, showing).replace(ABSENT, ' ');
};

/** Said of another campaign, version or year than the one that the page is about. */
const isOfAnother = (sentence: string, text: string): boolean => {
  if (FORMER.test(sentence)) return true;
  const year = OF_A_YEAR.exec(sentence);
  return year !== null && IS_OPEN.test(text);
};

/** The sentences of a folded text that say what is, or has happened; the others are left out. */
export const statedIn = (folded: string, showing: Showing): readonly string[] => {
  if (CONSENT.test(folded) || AGREEMENT.test(folded)) return [];
  const asks = CHOICE.test(folded);
  const text = folded
    .replace(CHOICE, '.')
    .replace(ONE_LABEL, '')
    .replace(CLOSING_LABEL, '')
    .replace(STAY, '');
  return text
    .split(SENTENCE_ENDS)
    .filter((sentence) => !isOfAnother(sentence, text))
    .map((sentence) => statedOf(sentence, showing))
    .filter((sentence) => sentence !== '' && (!asks || HAPPENED.test(sentence)));
};

/** The folded text tells something as having happened, or as having failed to. */
export const tellsWhatHappened = (folded: string): boolean =>
  statedIn(folded, { alarm: false }).some((sentence) => HAPPENED.test(sentence));
