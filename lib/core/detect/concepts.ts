/**
 * The only words of a message that may leave it: each idea has one name whatever the language. Part of the fingerprint
 * "anef-fp/1": an entry is never renamed nor removed, and a new one asks for a new version of the fingerprint.
 * Sources of regular expressions over folded text (`fold.ts`), matched from the beginning of a word.
 */
const DICTIONARY = {
  account: 'comptes?|accounts?',
  already: 'deja|already',
  appointment: 'rendez-vous|rdv|appointments?|bookings?',
  attestation: 'attestations?|certificates?|recepisses?',
  blocked: 'bloque\\w*|verrouille\\w*|suspendu\\w*|desactive\\w*|block(?:ed|s)|locked|suspended|disabled',
  captcha: "captcha\\w*|code de securite|security code|robots?|caracteres de l'image",
  closed: 'clos(?:e|es|ure)?|cloture\\w*|fermee?s?|closed|classee?s? sans suite',
  conditions: 'conditions?|criteres?|criteria|requirements?',
  connection: 'connexion|connection|network|reseau',
  disconnected: 'deconnecte\\w*|logged out|signed out|disconnected',
  document:
    'fichiers?|documents?|pieces? (?:jointes?|justificatives?)|files?|attachments?|telechargements?|uploads?|televersements?',
  error: 'erreurs?|errors?|anomalies?|incidents?|dysfonctionnements?|bugs?',
  expired:
    "(?:a|ont|est|sont) expires?|expiree?s?(?! (?:dans|le) )|perimee?s?|expired|has ended|timed out|time ?out|delai (?:d'attente )?depasse|est terminee",
  failed:
    "echecs?|echoue\\w*|n'(?:a|ont) pas pu|n'(?:a|ont) pu|failed|failures?|could not|couldn't|unsuccessful\\w*",
  form: 'formulaires?|forms?|etapes?|steps?|saisies?|entry|entries',
  format: 'formats?|extensions?|types?',
  full: 'completes?|completement reserve\\w*|sature\\w*|fully booked|overload\\w*|surcharge\\w*|trop de demandes|too many requests',
  identifier:
    "identifiants?|nom d'utilisateur|numero (?:etranger|agdref)|username|login|user ?name|identifier|foreigner number",
  'in-progress':
    "en cours(?: d'instruction| de traitement)?|ouverte|pending|in progress|under review|ongoing|being processed",
  internal: 'internes?|internal',
  invalid:
    'invalides?|incorrecte?s?|errone\\w*|non valides?|non conformes?|non respecte|invalid|incorrect|wrong|not valid|mismatch|ne correspond(?:ent)? pas|does not match|do not match',
  later: 'plus tard|ulterieurement|quelques (?:minutes|instants)|later|in a few (?:minutes|moments)',
  link: 'liens?|links?',
  maintenance: 'maintenance',
  modify:
    'modifi(?:er|ee?s?|cations?|able)|corrig(?:er|ee?s?)|complet(?:er|ee?s?)|modify|edit(?:ed)?|chang(?:e|ed)|correct(?:ed)?|amend(?:ed)?',
  'no-longer':
    "ne (?:peux|peut|pouvez|pourrez|peuvent|sera|seront) plus|n'est plus|no longer|cannot be (?:changed|modified|edited|corrected)",
  none: "aucune?s?|il n'(?:y a|existe) (?:plus|pas)|no|none|not any",
  'not-allowed':
    "non autorisee?s?|n'(?:est|etes) pas autorise\\w*|interdit\\w*|acces refuse|ne (?:pouvez|peut|peux|pouvons) pas|not allowed|not authori[sz]ed|unauthori[sz]ed|forbidden|denied|cannot|can't|can not|unable|not able",
  'not-found': "introuvables?|non trouve\\w*|not found|n'existe pas|does not exist|inexistant\\w*",
  'not-met':
    "ne remplissez pas|pas remplies?|n'avez pas atteint|not met|do not meet|does not meet|not eligible|non eligible|pas eligible|ineligible",
  occurred: "est survenue?|sont survenue?s|s'est produite?|occurr?ed|happened|went wrong|est arrivee?",
  password: 'mots? de passe|passwords?',
  payment: 'paiements?|reglement|transaction|payments?|cartes? bancaires?|credit card|bank card',
  person: 'usagers?|utilisateurs?|users?|profils?|profiles?|identite|identity',
  problem: 'problemes?|difficultes?|problems?|issues?|trouble',
  processed: 'traite[res]*|traitement|process(?:ed|ing)?|handled?',
  refused: 'refuse\\w*|rejete\\w*|rejected|refused|declined|non recevables?|irrecevables?',
  request: 'demandes?|dossiers?|requests?|applications?|demarches?|procedures?|renouvellements?|renewals?',
  retry:
    'reessaye[rz]|reessayez|recommence[rz]|retente[rz]|renouvele[rz] (?:votre )?(?:operation|tentative)|retry|try again',
  robot: 'attack|unusual traffic|trafic inhabituel|security service|activite suspecte|suspicious activity',
  save: 'enregistre\\w*|sauvegarde\\w*|sav(?:e|ed|ing)',
  sent: '(?:a|ont) (?:bien )?ete (?:envoye|transmis|depose|enregistre)\\w*|(?:has|have) been (?:successfully )?(?:sent|submitted|received|registered|recorded|filed)|(?:was|were) (?:successfully )?(?:sent|submitted)|avons bien recu',
  server: 'serveurs?|servers?|gateway|passerelle',
  service:
    'services?|sites?|portails?|plateformes?|pages?|application en ligne|teleservices?|website|portal|platform|systeme|system',
  session: 'sessions?',
  size: 'tailles?|poids|volumineux|lourds?|size|too (?:large|big|heavy)|megaoctets?|depasse (?:la taille|\\d+ ?mo)|\\d+ ?m[ob]',
  slot: 'creneaux?|plages? horaires?|disponibilites?|slots?|time slots?|availabilit(?:y|ies)',
  stamp: 'timbres?|stamps?',
  submit:
    'envoye[rz]|envoi|soumettre|soumis\\w*|soumission|depose[rz]|depot|valide[rz]|validation|transmettre|submit|submission|send|sending',
  technical: 'techniques?|technical|informatiques?',
  continue: "poursuivre|continuer|passer a l'etape|proceed|continue|go on|aller plus loin",
  'too-early': 'trop tot|too early|too soon|pas encore possible|not yet possible',
  unavailable:
    "indisponibles?|inaccessibles?|n'est pas (?:disponible|accessible)|ne sont pas disponibles|hors service|injoignable|unavailable|not (?:currently )?available|unreachable|out of service|down|pas disponibles?",
  impossible: 'impossible|impossibles|impossibility|pas possible|not possible',
  unexpected: 'inattendue?s?|unexpected|inconnue? est|unknown error',
  unknown:
    'inconnue?s?|non reconnue?s?|pas reconnue?s?|unknown|not recogni[sz]ed|unrecogni[sz]ed|pas connue?s?',
  unsupported:
    'non (?:supporte|pris en charge|accepte|autorise)\\w*|pas (?:supporte|pris en charge|accepte|autorise)\\w*|unsupported|not (?:supported|accepted)|doi(?:t|vent) etre au format|must be (?:in )?',
  used: '(?:ete|est) (?:deja )?(?:utilise|consomme)\\w*|(?:been|is) (?:already )?used|consumed|already used',
  virus: 'virus|malware|infecte\\w*|infected',
} as const satisfies Record<string, string>;

export type Concept = keyof typeof DICTIONARY;

export const CONCEPTS = Object.keys(DICTIONARY) as readonly Concept[];

let matchers: readonly (readonly [Concept, RegExp])[] | undefined;

/** The ideas of a folded text, each once, in alphabetical order: nothing else of the text is kept. */
export const conceptsOf = (folded: string): Concept[] => {
  matchers ??= (Object.entries(DICTIONARY) as [Concept, string][])
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, source]) => [name, new RegExp(`(?<![a-z0-9])(?:${source})(?![a-z0-9])`)]);
  return matchers.filter(([, pattern]) => pattern.test(folded)).map(([name]) => name);
};
