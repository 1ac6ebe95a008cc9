/**
 * The only words of a message that may leave it: each idea has one name whatever the language. Part of the fingerprint
 * "anef-fp/1": an entry is never renamed nor removed, and a new one asks for a new version of the fingerprint.
 * Sources of regular expressions over folded text (`fold.ts`), matched from the beginning of a word.
 */
const DICTIONARY = {
  access: 'acces|acceder|access',
  account: 'comptes?|accounts?|espace personnel',
  already: 'deja|already',
  appointment: 'rendez-vous|rdv|reservations?|appointments?|bookings?',
  attestation: 'attestations?|certificates?|recepisses?|prolongations?|api\\b',
  blocked: 'bloque\\w*|verrouille\\w*|suspendu\\w*|desactive\\w*|block(?:ed|s)|locked|suspended|disabled',
  captcha:
    "captcha\\w*|code de securite|security code|robots?|caracteres de l'image|code (?:saisi|de l'image|recopie)|caracteres saisis|anti-robot|text in the image|texte recopie|recopie\\w*",
  closed:
    "clos(?:e|es|ure)?|archivee?s?|annulee?s?|cancell?ed|(?:n'est|ne sont|n'etes) plus ouverte?s?|no longer open|cloture\\w*|fermee?s?|closed|classee?s? sans suite|(?:pas|non) (?:encore )?ouverte?s?|not (?:yet )?open|classement sans suite",
  conditions: 'conditions?|criteres?|criteria|requirements?',
  connection: 'connexions?|connections?|network|reseau',
  continue: "poursuivre|continuer|passer a l'etape|proceed|continue|go on|aller plus loin",
  data: 'etat civil|informations?|donnees|details|data|coordonnees',
  disconnected:
    'deconnecte\\w*|logged out|signed out|disconnected|(?:plus|pas) (?:connecte|authentifie)\\w*|not (?:logged|signed) in|no longer (?:logged|signed) in|not connected',
  document:
    'fichiers?|documents?|photos?|photographies?|justificatifs?|pieces? (?:jointes?|justificatives?)|files?|attachments?|telechargements?|uploads?|televersements?|pieces?',
  'e-mail': 'e-?mails?|adresses? (?:electroniques?|mail)|courriels?|email addresses?',
  ended:
    "pris fin|terminee?s?|ended|n'est plus active?|plus active?|inactive|no longer active|inactivite|inactivity",
  error: 'erreurs?|errors?|anomalies?|defaillances?|incidents?|dysfonctionnements?|bugs?|exceptions?',
  exists: 'existe(?:nt)?|exists?',
  expired: 'ecoulee?s?|(?:a|ont|est|sont) expires?|expiree?s?(?! (?:dans|le) )|perimee?s?|expired|has ended',
  failed:
    "mal passee?s?|pas reussi|echecs?|echoue\\w*|n'(?:a|ont) pas pu|n'(?:a|ont) pu|failed|failures?|could not|couldn't|unsuccessful\\w*|(?:n'|ne )(?:avons|avez|parvenons|parvient|parvenez|peut|peuvent|pouvons) pas (?:pu|a|abouti\\w*)|n'(?:a|ont) pas (?:abouti|fonctionne)|did not (?:complete|succeed)|n'a pas abouti|n'(?:a|ont|est|sont|avez|avons) pas (?:pu |bien )?ete|n'ont pas ete|perdue?s?|lost|has not been|have not been|was not|were not|ne fonctionne(?:nt)? (?:pas|plus)|does not work|not working|ne marche(?:nt)? (?:pas|plus)",
  filed:
    '(?:avez|a|ont) (?:deja )?(?:depose|introduit|effectue|envoye)\\w*|(?:already|have) (?:filed|submitted|applied)',
  form: 'formulaires?|forms?|etapes?|steps?|saisies?|entry|entries',
  format: 'formats?|extensions?|types?',
  full: '(?<!\\b(?:is|are|be) )complete?s?(?! (?:an?|the|this|your|my)\\b)|epuisee?s?|taken|vient d.etre (?:reserve|pris)\\w*|ont (?:tous |toutes )?(?:deja )?ete (?:reserve|prise?|attribue|pourvu)\\w*|completement reserve\\w*|sature\\w*|fully booked|overload\\w*|surcharge\\w*|trop de demandes|too many requests|sont (?:toutes |tous )?(?:deja )?(?:reserve|prise?|occupe)\\w*|no longer available|affluence|nombre (?:important|eleve|trop important) de \\w+|high (?:demand|traffic)|planning est complet',
  identifier:
    "identifiants?|nom d'utilisateur|numero (?:etranger|agdref)|username|login|user ?name|identifier|foreigner number",
  impossible: 'impossible|impossibles|impossibility|pas possible|not possible',
  'in-progress':
    "en cours(?: d'instruction| de traitement)?|(?<!pas |non |plus )ouverte?|open|pending|in progress|under review|ongoing|being processed",
  internal: 'internes?|internal',
  invalid:
    "pas (?:correct|exact|bon)\\w*|ne concord\\w* pas|fausse?s?|invalides?|incorrecte?s?|errone\\w*|non valides?|non conformes?|non respecte|invalid|incorrect|wrong|not valid|mismatch|ne correspond(?:ent)? pas|does not match|do not match|n'(?:est|sont) (?:pas|plus) (?:valides?|valables?)|no longer valid|illegal",
  later: 'plus tard|ulterieurement|quelques (?:minutes|instants)|later|in a few (?:minutes|moments)',
  link: 'liens?|links?',
  loading: 'charge(?:r|ment|ments|e|es)|loading|load|recuperation|recuperer|retriev\\w*|affich(?:er|age)',
  maintenance: 'maintenance',
  modify:
    'rectifi\\w*|modifi(?:er|ee?s?|cations?|able)|corrig(?:er|ee?s?)|complet(?:er|ee?s?)|modify|edit(?:ed)?|chang(?:e|ed)|correct(?:ed)?|amend(?:ed)?|modifiables?|editable',
  'no-answer':
    'ne repond(?:ent)? (?:pas|plus)|not responding|no response|pas de reponse|aucune reponse|sans reponse',
  'no-longer':
    "ne (?:peux|peut|pouvez|peuvent|sera|seront) plus|n'est plus|no longer|cannot be (?:changed|modified|edited|corrected)|ne sont plus",
  none: "aucune?s?|il n'(?:y a|existe) (?:plus|pas)|no(?!-)|none|not any",
  'not-allowed':
    "n'(?:accept|autoris)(?:e|ent|ons) (?:pas|plus)|no longer accept\\w*|non autorisee?s?|n'(?:est|etes) pas autorise\\w*|interdit\\w*|acces refuse|ne (?:pouvez|peut|peux|pouvons|permet|permettent|pourra|peuvent)(?: donc| malheureusement| actuellement| plus)? pas|ne (?:peut|peuvent|pourra|pourront) etre|not allowed|not authori[sz]ed|pas habilite\\w*|(?:pas|plus) en mesure|unauthori[sz]ed|forbidden|denied|cannot|can't|can not|unable|not able|does not allow|do not allow|may not|n'(?:avez|ai|a|avons) pas (?:acces|les droits|le droit|l'autorisation|les habilitations)|not have (?:access|permission|the right)|insufficient (?:rights|permission)|droits insuffisants",
  'not-found': "introuvables?|non trouve\\w*|not found|n'existe pas|does not exist|inexistant\\w*",
  'not-met':
    "ne remplissez pas|pas remplies?|n'avez pas atteint|not met|do not meet|does not meet|not eligible|non eligible|pas eligible|ineligible|ne remplit pas|ne remplissent pas|ne satisfai\\w*|does not satisfy|do not qualify|does not qualify|pas reunies?|n'entrez pas dans|pas concernee?s? par|hors du champ",
  occurred:
    "est survenue?|sont survenue?s|s'est produite?|occurr?ed|happened|went wrong|est arrivee?|est intervenue?|a rencontre une?|encountered|(?:ya|y a) eu",
  only: 'seule?s?|uniquement|only',
  password: 'mots? de passe|passwords?',
  payment: 'paiements?|reglement|transaction|payments?|cartes? bancaires?|credit card|bank card',
  person: 'usagers?|utilisateurs?|users?|profils?|profiles?|identite|identity',
  problem: 'problemes?|difficultes?|problems?|issues?|trouble|difficulty|difficulties|perturbations?',
  processed: 'traite[res]*|traitement|process(?:ed|ing)?|handled?',
  reconnect:
    'reconnecte[rz]|identifie[rz] a nouveau|identifie[rz]-vous a nouveau|connecte[rz](?:-vous)? a nouveau|log ?in again|sign ?in again|reconnect',
  refused:
    'refusee?s?|refusent|rejete\\w*|rejected|refused|declined|non recevables?|irrecevables?|insuffisante?s?|insufficient',
  request: 'demandes?|dossiers?|requests?|applications?|demarches?|procedures?|renouvellements?|renewals?',
  retry:
    'reessaye[rz]|reessayez|recommence[rz]|retente[rz]|renouvele[rz] (?:votre )?(?:operation|tentative)|retry|try again',
  robot:
    "attack|unusual traffic|trafic inhabituel|security service|activite suspecte|suspicious activity|n'etes pas un robot|not a robot",
  save: 'enregistre\\w*|sauvegarde\\w*|sav(?:e|ed|ing)',
  sent: '(?:est|sont|a ete|ont ete) confirmee?s?|(?:is|are|has been|have been) confirmed|(?:a|ont) (?:bien )?ete (?:envoye|transmis|depose|enregistre)\\w*|(?:has|have) been (?:successfully )?(?:sent|submitted|received|registered|recorded|filed)|(?:was|were) (?:successfully )?(?:sent|submitted)|avons bien recu|a bien ete prise? en compte',
  server: 'serveurs?|servers?|gateway|passerelle',
  service:
    'services?|sites?|portails?|plateformes?|pages?|application en ligne|teleservices?|website|portal|platform|systeme|system|application|fonctionnalites?|features?',
  session: 'sessions?|authentifications?|authentications?|jetons?|tokens?',
  several:
    'de meme (?:nature|type)|meme motif|plusieurs demandes|several (?:requests|applications)|multiple (?:requests|applications)|simultane\\w*|another (?:request|application)|une autre demande|similaires?|similar|precedente demande|previous (?:request|application)',
  size: 'tailles?|poids|volumineux|lourds?|size|too (?:large|big|heavy)|megaoctets?|depasse (?:la taille|\\d+ ?mo)|\\d+ ?m[ob]|nombre maximal|maximum number|limite|atteint',
  slot: 'creneaux?|plages?|disponibilites?|slots?|time slots?|availabilit(?:y|ies)|plannings?|calendriers?|calendar',
  stamp: 'timbres?|stamps?',
  'status-code': '(?:erreur|error)(?: http)?(?: code)?:? [45]\\d\\d',
  submit:
    'envoye[rz]|envoi|soumettre|soumis\\w*|soumission|depose[rz]|depot|valide[rz]|validation|transmettre|submit|submission|send|sending',
  technical: 'techniques?|technical|informatiques?',
  timeout:
    "delai (?:d'attente |de connexion |d'execution )?(?:est )?depasse|time ?out|timed out|temps (?:de reponse|d'attente) (?:trop long|depasse)",
  'too-early':
    "expire dans plus de|expires in more than|pas encore ouverte?s?|not yet open|trop tot|too early|too soon|pas encore possible|not yet possible|pas encore (?:renouveler|demander|deposer|effectuer)|cannot yet|not yet (?:be )?(?:renew\\w*|eligible)|ne pourrez (?:renouveler|demander|deposer)\\w* qu'a partir|prematuree?s?|premature",
  unavailable:
    "indisponibles?|inaccessibles?|n'est pas (?:disponible|accessible)|ne sont pas disponibles|hors service|injoignable|unavailable|not (?:currently )?available|unreachable|out of service|down|pas disponibles?|interrompue?s?|interrupted|arretee?|coupee?s?|pas (?:accessible|joignable)s?|a l'arret|unable to service|cannot be reached|ne vous est pas accessible",
  unexpected: 'inattendue?s?|unexpected|inconnue? est|unknown error|erreur inconnue',
  unknown:
    "ne permet(?:tent)? pas de vous (?:reconnaitre|identifier)|inconnue?s?|non reconnue?s?|pas reconnue?s?|unknown|not recogni[sz]ed|unrecogni[sz]ed|pas connue?s?|ne correspond(?:ent)? a aucun\\w*|does not match any|do not match any|no match|(?:pas|n'ont pas) ete reconnu\\w*|match our records|pas de vous identifier|not (?:be )?identified",
  unreadable:
    'illisibles?|unreadable|corrompue?s?|corrupt(?:ed)?|endommagee?s?|damaged|ne peut (?:pas )?etre lu|cannot be read|not readable|protege\\w* par|password.protected|vide|empty',
  unsupported:
    'non (?:supporte|prise? en charge|accepte|autorise)\\w*|pas (?:supporte|prise? en charge|accepte|autorise)\\w*|unsupported|not (?:supported|accepted)|doi(?:t|vent) etre au format|must be (?:in )?',
  used: '(?:ete|est) (?:deja )?(?:utilise|consomme)\\w*|(?:been|is) (?:already )?used|consumed|already used|in use',
  virus: 'virus|malware|infecte\\w*|infected',
} as const satisfies Record<string, string>;

export type Concept = keyof typeof DICTIONARY;

export const CONCEPTS = Object.keys(DICTIONARY) as readonly Concept[];

/** What the mask has put in place of something personal is no word of the page. */
const MASKED = /\[masque: [^\]]*\]/g;

let matchers: readonly (readonly [Concept, RegExp])[] | undefined;

/** The ideas of a folded text, each once, in alphabetical order: nothing else of the text is kept. */
export const conceptsOf = (folded: string): Concept[] => {
  matchers ??= (Object.entries(DICTIONARY) as [Concept, string][])
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, source]) => [name, new RegExp(`(?<![a-z0-9])(?:${source})(?![a-z0-9])`)]);
  const said = folded.replace(MASKED, ' ');
  return matchers.filter(([, pattern]) => pattern.test(said)).map(([name]) => name);
};
