import type { Category } from './categories.ts';
import type { Failing } from './failings.ts';

/**
 * What a failure is about, and which ways of going wrong count for it: one row for each thing that pages speak of. A row
 * holds when one sentence names the thing and says one of its failings. Rows are independent: which one names the
 * incident is decided by `precedence.ts`.
 */
export interface Subject {
  readonly category: Category;
  /** Source of a regular expression over folded text (`fold.ts`), of whole words. */
  readonly about: string;
  readonly fails?: readonly Failing[];
  /** Counts as a failing too: words of this thing alone. The same kind of source. Without either, the name says it all. */
  readonly also?: string;
}

const ANY: readonly Failing[] = [
  'failed',
  'impossible',
  'unavailable',
  'ended',
  'blocked',
  'unknown',
  'refused',
  'invalid',
  'already',
];
/** Everything but what has merely been done before. */
const BROKEN: readonly Failing[] = ANY.filter((failing) => failing !== 'already');

export const SUBJECTS: readonly Subject[] = [
  {
    category: 'captcha',
    about:
      "captchas?|anti-?robots?|test visuel|visual test|(?:verification|controle) humaine?|verification de securite|code de verification visuel|human (?:check|verification)|security code|code (?:de securite|recopie|de l'image|affiche|visuel)|(?:lettres|caracteres|chiffres|texte|code|mot) (?:[a-z' ]+ ){0,6}(?:l'image|image|recopie\\w*|affichee?s?)|code recopie|texte recopie|(?:letters|characters|code|text|word)s? (?:[a-z]+ ){0,6}(?:picture|image|shown|displayed)|you are (?:not )?(?:a robot|human)",
    fails: BROKEN,
  },
  {
    category: 'session',
    about:
      "sessions?|(?:demande|tentative|delai|temps|page|lien|procedure|etape|jeton) (?:de |d'|pour |imparti pour )(?:vous |la )?(?:re)?(?:connexion|connecter|authentification|identification|identifier|authentifier)|(?:sign|log)[ -]?in (?:request|attempt|page|link|process)|login(?: (?:request|attempt|page|link|process))?|authentication|authentification|jetons?|tokens?",
    fails: ['ended', 'unknown', 'invalid', 'unavailable', 'failed'],
  },
  {
    category: 'session',
    about:
      "(?:n'etes|etes) (?:plus|pas) (?:connecte|authentifie|identifie)\\w*|(?:not|no longer) (?:logged|signed) in|(?:avez ete|have been|were) (?:deconnecte\\w*|disconnected|signed out|logged out)(?= (?:[a-z0-9']+ ){0,3}(?:inactiv|absence|securite|security|because|apres|after|automati))\\w*|reste\\w* inacti\\w*|deconnexion automatique|automatically (?:logged|signed) out|closed your session|(?:signed|logged) you out|vous avons deconnecte\\w*",
  },
  {
    category: 'captcha',
    about:
      '(?:detecte|detected|think|seem|semble[rz]?|ressemble|pris|look)(?: [a-z]+){0,4} (?:robots?|automatisee?s?|automated|bots?)|activite (?:automatisee|inhabituelle|suspecte)|(?:automated|unusual|suspicious) (?:activity|traffic)|(?:traffic|trafic) (?:[a-z]+ ){0,3}(?:automat|unusual|suspect|anormal)\\w*',
  },
  {
    category: 'session',
    about:
      "(?:cette|la|votre) page(?: [a-z]+){0,4}|this page|the page(?: [a-z]+){0,3}|temps imparti|(?:delai|temps) (?:de |d')(?:connexion|inactivite|saisie)|votre connexion|your (?:connection|login)|connexion",
    fails: ['ended'],
  },
  {
    category: 'payment',
    about:
      'paiements?|payer|reglements?|transactions?|cartes? (?:bancaires?|de paiement|bleue)|banques?|virements?|timbres?|achats?|montants?|soldes?|payments?|pay|purchases?|checkout|bank|debit|(?:credit|debit|bank|payment) card|stamps?|(?:your|the) order',
    fails: ANY,
    also: 'annulee?s?|cancelled|voided?',
  },
  {
    category: 'attestation',
    about:
      'attestations?|recepisses?|certificats?|certificates?|api|(?:document|autorisation) provisoire(?: de sejour)?|provisional (?:document|permit|certificate)|receipt of application|proof of [a-z]+|preuve de (?:sejour|regularite)',
    fails: BROKEN,
  },
  {
    category: 'duplicate',
    about:
      '(?:demandes?|dossiers?|declarations?|procedures?|demarches?|brouillons?|requests?|applications?|drafts?|declarations?|apply|case)',
    also: "(?:deja|(?<!pas )encore|toujours) (?:[a-z']+ ){0,4}(?:en cours|ouvert|examen|examin|instruction|instruit|depos|traitement|traite|enregistr|exist|presente|introduit)\\w*|(?:seconde?|deuxieme|autre|nouvelle|nouveau|identique|similaire|precedente?|anterieure?|premiere?) (?:[a-z]+ ){0,2}(?:n'est pas|est|existe|impossible|interdit|doit)\\w*(?: [a-z]+){0,3}(?: (?:ouvert|en cours|exist|close|termin|trait|impossible|examin|instruction|depos)\\w*)?|existe deja|deux fois|twice|identiques?|doublons?|en double|(?:deux|plusieurs|autre) (?:demandes|dossiers|demarches|procedures|demande|procedure) (?:[a-z]+ ){0,7}(?:en meme temps|a la fois|simultanement|en cours|ouverte?)|(?:ne |n')\\w+ (?:pas |plus |en )*(?:[a-z]+ ){0,3}(?:une? (?:seconde|deuxieme|autre|nouvelle?)|deux|plusieurs) (?:demandes?|dossiers?)|d'en (?:ouvrir|deposer|creer|commencer) une? autre|duplicates? of|already (?:an?|one|your) (?:[a-z]+ ){0,2}(?:request|application|file|case)|already (?:[a-z]+ ){0,4}(?:open|pending|review|examin|process|filed|lodged|made|started|in progress|exists?|have)\\w*|(?:already|still) (?:[a-z]+ ){0,2}(?:open|pending|under|being)|(?:second|another|duplicate|identical|similar) (?:one|application|request|case)|(?:earlier|previous|first) (?:application|request) (?:[a-z]+ ){0,3}(?:open|pending|being|not)|(?:two|several) (?:applications|requests) at",
  },
  {
    category: 'appointment',
    about:
      'rendez-vous|rdv|reservations?|creneaux?|plages?(?: horaires?)?|plannings?|calendriers?|agendas?|appointments?|bookings?|(?:time )?slots?|calendar|schedule',
    fails: ['failed', 'impossible', 'unavailable', 'ended'],
  },
  {
    category: 'duplicate',
    about:
      "before (?:starting|opening|filing|submitting|making) (?:another|a new|a second)[a-z ]*|avant d'en (?:ouvrir|deposer|creer|commencer) une? autre",
  },
  {
    category: 'duplicate',
    about: 'reservations?|reserve|rendez-vous|rdv|appointments?|bookings?|booked',
    also: "deja servi a|(?:avez|avons|possedez|detenez|disposez d'|beneficiez d')(?: bien)? ?(?:deja|encore) (?:une?|d'une?|pris|reserve)|deja (?:ete )?(?:faite?|enregistree?|effectuee?|prise?|confirmee?|programmee?|prevue?|attribuee?|associee?|reservee?) (?:avec|pour|sous|a|au|par) (?:cet|cette|votre|vos|ce|le meme|la meme|vous|nom)\\w*|existe deja|(?:est|sont|fait) (?:en double|doublon)|you (?:[a-z]+ )?already (?:have|hold|made|got)|already (?:been )?(?:booked|made|registered|recorded|confirmed)(?: [a-z]+){0,2} (?:with|for|under|by|to) (?:this|your|you|the same)|already exists",
  },
  {
    category: 'appointment',
    about: '(?:le|ce|the|this|your) (?:creneau|slot|time slot)',
    also: '(?:ete|deja) (?:[a-z]+ )?(?:prise?|attribuee?)|(?:been|just) (?:[a-z]+ )?(?:taken|booked)|plus (?:disponible|libre)|no longer (?:available|free)',
  },
  {
    category: 'upload',
    about:
      "(?<!\\b(?:nos|leurs|les|our|their|these) )(?<!\\b(?:dans|in) (?:nos|our|les|the) )fichiers?|documents?|pieces?(?! d'identite (?:inconnu|expir))|justificatifs?|photos?|photographies?|numerisations?|scans?|pdf|televersements?|telechargements?|pieces? jointes?|(?<!\\bof (?:your|the|this|my) )(?<!\\b(?:your|this) (?=file (?:is|was|can no)))files?|attachments?|uploads?|uploaded|picture",
    fails: ['failed', 'invalid', 'refused', 'impossible', 'unavailable'],
  },
  {
    category: 'correction',
    about:
      "modifi(?:er|ee?s?|cations?|ables?)|corrig(?:er|ee?s?|eables?)|corrections?|rectifi(?:er|ee?s?|cations?|ables?)|complet(?:er|ee?s?)|complements?|(?:ajout|ajouter|ajoutee?s?|recevoir|accepter)(?: [a-z']+){0,2} (?:pieces?|documents?|justificatifs?|elements?)|mise a jour|mettre a jour|changer|changes?|changed|correct(?:ed)?|correcting|edit(?:ed|ing)?|amend(?:ed)?|modif(?:y|ied)|update(?:d)?|completed|add(?: [a-z]+){0,2} (?:documents?|files?|information)",
    fails: ['impossible', 'blocked', 'refused'],
  },
  {
    category: 'correction',
    about:
      '(?:votre|cette|la|ce|le|your|this|the) (?:demande|dossier|rubrique|page|application|file|request|section)',
    also: 'figee?s?|(?:en )?lecture seule|read[ -]only|locked for editing|closed to (?:changes|modifications|edits)|fermee?s? aux? (?:modification|complement)s?|non modifiables?',
  },
  {
    category: 'correction',
    about:
      "(?:delai|temps|periode)(?: [a-z']+){0,8} (?:complements?|completer|repondre|corriger|modifier|pieces complementaires)|(?:deadline|time)(?: [a-z]+){0,4} (?:reply|replying|complet\\w+|correct\\w*|add|adding)",
    fails: ['ended'],
  },
  {
    category: 'correction',
    about: 'changements?|modifications?|rectifications?|corrections?|amendments?',
    fails: ['failed'],
  },
  {
    category: 'status',
    about:
      "(?:etat|niveau|informations?)(?: d'| de l'| de )(?:avancement|suivi)|suivi|avancement|suivi|historique|(?:le|du|the) (?:statut|status)(?! de (?:sejour|refugie|resident|protection))|(?:statut|etat)(?: de| du| d') ?(?:votre|vos|cette|la|ma|mon|ce|dossier|demande)[a-z ]*|progress|tracking|ou en est|where your (?:application|request|file) (?:is|stands)|timeline|chronologie|(?:status|state|history) of (?:your|the|this|my) [a-z]+|(?:application|request|file|case) (?:status|history|progress)",
    fails: ['failed', 'impossible', 'unavailable', 'unknown'],
  },
  {
    category: 'status',
    about: '(?:demandes?|dossiers?|procedures?|instruction|applications?|requests?|case|(?:your|this) file)',
    also: 'cloture\\w*|classee?s? sans suite|(?:est|ete|sont) (?:[a-z]+ )?(?:close?s?|classee?s?|archivee?s?|supprimee?s?|annulee?s? (?:par|automatiquement|sans)|abandonnee?s?)|(?:was|has been|were|is) (?:[a-z]+ )?(?:closed|archived|deleted|abandoned|cancelled by|withdrawn by)|closed (?:without|automatically)',
  },
  {
    category: 'account',
    about:
      "comptes?|(?<!\\b(?:dans|depuis|sur|quitte) (?:votre|cet|mon|son|l') ?)espace(?: personnel| usager| client)?|inscriptions?|identifiants?|mots? de passe|profils?|(?:code|lien|courriel|message|e-?mail) d'activation|activation|acces (?:a |au )?(?:votre|cet|ce|mon|son) (?:espace|compte)|(?:votre|vos|your) (?:acces|access)|identite|accounts?|personal space|registration|credentials|identity|(?:login|account|personal) (?:details|name|information)|passwords?|user ?names?|profiles?|access to (?:your|this) (?:account|space)|sign[ -]?up",
    fails: ['failed', 'impossible', 'unavailable', 'ended', 'blocked', 'unknown', 'refused', 'invalid'],
  },
  {
    category: 'status',
    about: "delais? (?:[a-z]+ ){0,2}(?:de|d') ?(?:traitement|instruction|examen)|processing times?",
    fails: ['ended'],
    also: '(?:est|etait|sont) (?:[a-z]+ )?depassee?s?|(?:been|is|was) exceeded',
  },
  {
    category: 'account',
    about: '(?:adresse|courriel|e-?mail|numero|identifiant|address|number|compte|account|informations?)',
    also: '(?:deja|already) (?:[a-z]+ ){0,2}(?:associ|rattach|utilis|lie|used|linked|registered|attached|pris|taken)[a-z]*|(?:linked|attached|registered) (?:to|with) another|(?:associe|rattache|lie)[a-z]* a un autre',
  },
  {
    category: 'account',
    about:
      "(?:l'envoi|envoyer|envoi|sending|send|delivery) (?:du|le|d'un|de l'|l'|un|of the|of an|the|an|a)? ?(?:courriel|e-?mail|mail|sms|code)(?: (?:d'activation|de (?:validation|verification|confirmation|reinitialisation|connexion)))?",
    fails: ['failed', 'impossible'],
  },
  {
    category: 'account',
    about:
      'vous connecter|(?:log|sign) you in|vous (?:identifier|reconnaitre|retrouver|authentifier)|(?:identify|recogni[sz]e|authenticate) you',
    fails: ['failed', 'impossible', 'unknown'],
  },
  {
    category: 'account',
    about:
      'usagers?|utilisateurs?|personnes?|etrangers?|renseignements|informations|donnees|elements|etat civil|coordonnees|numero (?:etranger|agdref|de (?:titre|visa))|numero|adresse (?:electronique|mail|e-?mail)|courriel|user|person|details|data|records?|foreign national|foreigner number|e-?mail address',
    fails: ['unknown'],
  },
  {
    category: 'refused',
    about:
      'titres?(?: de sejour)?|cartes? (?:de sejour|de resident)?|visas?|statut|situation|remise|(?:residence )?permits?|status',
    fails: ['unknown'],
  },
  {
    category: 'refused',
    about: 'acces|droit|access|entitled',
    also: "(?:ne |n')(?:vous )?(?:donne|ouvre)[a-z]* pas|not entitled",
  },
  {
    category: 'refused',
    about:
      '(?:deposer|creer|ouvrir|commencer|introduire|presenter|file|submit|create|start|open|lodge|make) (?:de |une? |a |an |any |another )?(?:nouve\\w+ |new )?(?:dossiers?|demandes?|applications?|requests?|files?)',
    fails: ['impossible'],
  },
  {
    category: 'refused',
    about: 'depots?|deposer|permission|departement|prefecture|nationalite|nationality',
    fails: ['impossible', 'refused'],
  },
  {
    category: 'unavailable',
    about:
      "trop nombreux|trop d(?:e |')(?:monde|usagers|utilisateurs|connexions|visiteurs|personnes|visites)|(?:high|heavy|very high) (?:traffic|demand|load)|too many (?:users|visitors|people|connections)|forte (?:affluence|frequentation)|salle d'attente virtuelle",
  },
  {
    category: 'unavailable',
    about:
      'services?|sites?|portails?|plateformes?|teleservices?|serveurs?|applications? (?:en ligne|web)|demarches? en ligne|acces aux (?:demarches|services)|interruption|systemes?|website|portal|platform|servers?|online service|system',
    fails: ['unavailable', 'blocked'],
  },
  {
    category: 'unavailable',
    about:
      '(?:est|sommes|sont|actuellement|site|service|portail|plateforme|teleservice|is|are|currently|portal|website|down|offline|closed|fermee?) (?:[a-z]+ ){0,2}?(?:en|under|for|pour) (?:[a-z]+ )?maintenance',
  },
  {
    category: 'blocked-form',
    about:
      'passer a la suite|(?:etape|page) suivante|continuer|poursuivre|next (?:step|page)|proceed|formulaires?|saisies?|reponses?|etape|brouillons?|forms?|answers?|drafts?|step|entries',
    fails: ['failed', 'impossible'],
  },
];

/** What a failure is about when the text speaks of nothing in particular. */
export const LAST_SUBJECTS: readonly Subject[] = [
  {
    category: 'server-error',
    about:
      'operation|traitement|requete|action|techniques?|informatiques?|systeme|serveur|notre (?:cote|part)|quelque chose|cette page|fonctionnalite|outil|feature|technical|processing|something|our (?:side|end)|server|page|that',
    fails: ['failed', 'impossible'],
  },
];
