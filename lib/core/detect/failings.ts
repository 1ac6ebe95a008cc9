/**
 * Ways in which something goes wrong, as both languages say it. Sources of regular expressions over folded text
 * (`fold.ts`), matched from the beginning of a word. `subjects.ts` says of what each counts.
 */
const SOURCES = {
  /** Was tried and did not succeed. */
  failed:
    "(?:n'|ne )(?:[a-z']+ )?(?:ai|a|ont|avons|avez|est|sont|sommes|etes)(?: [a-z]+)? pas (?:[a-z]+ )?(?:pu|su|ete|abouti|reussi|parvenu|fonctionn|march|enregistr|pris|recu|arriv|transmi|sauvegard|activ|genere|edite|produi|emis|delivr|renouvel|ouver|passe|compte)[a-z]*|(?:n'|ne )(?:a|ont|avons|avez) (?:[a-z]+ )?pu\\b|(?:n'|ne )(?:est|sont|a|ont) (?:ete )?ni\\b|aucune? [a-z ']{2,30} (?:n'a|n'ont) (?:[a-z']+ )?ete (?:delivre|emis|edite|genere|produit)[a-z]*|no [a-z ]{2,30} (?:has|have) been (?:issued|produced|generated)|(?:pas|non) (?:ete )?(?:pris\\w*|prise?s?) en compte|echou\\w+|echecs?|interromp\\w*|abandonnee?s?|avort\\w+|plantee?|ne (?:marche|fonctionne)\\w* (?:pas|plus)|erreurs?|anomalies?|incidents?|dysfonctionn\\w+|defaillances?|problemes?|soucis?|pannes?|perdue?s?|fail(?:ed|ures?|s)?|could not|couldn't|did not|didn't|was not|were not|wasn't|has not|hasn't|have not|haven't|unsuccessful\\w*|crashed|broke|broken|went wrong|errors?|problems?|faults?|interrupted|lost|does not work|doesn't work",
  /** Cannot be done. */
  impossible:
    "impossible|(?:pas|plus|non) possibles?|aucune? [a-z ']{2,30} (?:n'est|ne sont) (?:possible|autorise)\\w*|n'est (?:pas |plus )?possible|(?:ne |n')(?:[a-z]+ )?(?:peux|peut|peuvent|pouvez|pouvons|pourra|pourront|permet|permettent|parvien\\w+|parven\\w+|arriv\\w+|savons)(?: [a-z]+){0,2} (?:pas|plus|etre|aucun\\w*)|(?:ne |n')(?:peut|peuvent|pouvez|pouvons) (?:[a-z]+er|[a-z]+ir|[a-z]+re|avoir)\\b|(?:pas|plus) (?:en mesure|la possibilite|autoris\\w+|modifiables?|rectifiables?|accessibles?)|empech\\w+|(?:ne |n')accept\\w+ (?:pas|plus)|no [a-z ]{2,30} can (?:now |yet )?be|cannot|can't|can not|can no longer|unable|not able|(?:not|no longer) (?:be )?(?:possible|allowed|permitted|authori[sz]ed|accept\\w*)|may not|must wait|faut attendre|prevents?",
  /** Is not there. */
  unavailable:
    "indisponibles?|inaccessibles?|aucune? [a-z ']{2,40} (?:n'est|ne sont) (?:disponible|accessible|affiche|visible)\\w*|(?:pas|plus) (?:encore |actuellement |toujours )?(?:disponible|accessible|consultable|visible|affich|joignable|ouver)\\w*|hors (?:ligne|service|d'usage)|aucune? (?:information|donnee|nouvelle|detail)s?|no (?:information|details?|updates?)|injoignables?|introuvables?|a l'arret|arretee?s?|fermee?s?|surcharg\\w+|satur\\w+|ne repond\\w* (?:pas|plus)|unavailable|(?:not|no longer) (?:yet |currently |being )?(?:available|accessible|displayed|shown|reachable|responding|open)|inaccessible|offline|down|out of (?:service|order)|en panne|interruption|absente?s?|overloaded|closed|unreachable|stopped|interrupted|interromp\\w+|suspendue?s?|suspended|paused|en pause|coupee?s?",
  /** Was good, and is no more. */
  ended:
    "(?:a|ont|est|sont|etait) (?:[a-z]+ )?expiree?s?|expiree?s?\\b(?! (?:dans|le|on|in) )|perimee?s?|ecoulee?s?|coupee?s?|(?:has|have) passed|echue?s?|(?:pas|not) (?:ete )?(?:been )?(?:acheve|completed in time)\\w*|(?:delais?|temps|duree)[a-z' ]{0,30} depassee?s?|trop (?:long|longtemps)|caduque?s?|caducs?|(?:pas|plus) (?:valides?|valables?|active?s?|en cours)|close?s?|(?:session|connexion|periode|phase|delai)[a-z' ]{0,20} (?:est |a ete |s'est )(?:[a-z]+ )?terminee?|pris fin|prescrit\\w*|(?:has|have|is|are|had) expired|expired|timed out|time ?out|(?:no longer|not) (?:valid|active)|is over|has ended|(?:too|so) long|out of date",
  /** Was shut by somebody. */
  blocked:
    'bloquee?s?|cloturee?s?|resiliee?s?|terminated|verrouillee?s?|suspendue?s?|suspension|desactivee?s?|gelee?s?|restreinte?s?|revoquee?s?|fermee?s?|banni\\w*|compromise?s?|locked|blocked|suspended|disabled|deactivated|frozen|restricted|revoked|banned',
  /** Nobody knows it. */
  unknown:
    "inconnue?s?|(?:pas|non|plus|jamais) (?:[a-z]+ )?(?:ete )?(?:re)?connue?s?|(?:pas|non|plus) (?:pu )?(?:ete |etre )?(?:vous )?(?:identifi|authentifi|retrouv|trouv|rattach|verifi|reconnu|reconnaitr|appariee?)\\w*|(?:n'|ne )(?:correspond|figur|concord|est rattach|sont rattach|est associ|exist)\\w*(?: [a-z]+)? (?:a aucun\\w*|a personne|pas|plus)|(?<!\\b(?:vous|you) )(?:ne |n')(?:vous )?(?:avons |a )?(?:re)?(?:trouv|connai)\\w* (?:pas|plus|aucun\\w*)|differen?t? de (?:ceux|celles|celui)|(?:pas|non) pris\\w* en charge|ne (?:permet\\w*|parven\\w*|pouv\\w*) pas (?:de )?(?:vous |l'|votre |la |le )?(?:retrouver|identifier|reconnaitre|verifier|authentifier|confirmer)|(?:not|n't|unable to|failed to|cannot) (?:be )?(?:recogni[sz]e|identif|find|found|match|verif|confirm|locate)\\w*|unknown|unrecogni[sz]ed|does not exist|no longer exists?|n'existe (?:pas|plus)|(?:do|does|did) not (?:match|correspond|recogni[sz]e|know)|aucune? (?:usager|personne|compte|utilisateur|etranger|profil|espace|identifiant|correspondance|resultat)|(?<!\\b(?:i|you) have )no (?:user|account|person|record|match|one|profile)",
  /** Somebody said no. */
  refused:
    '(?:est|sont|ete|a|ont|avez) (?:[a-z]+ )?(?:refuse|rejete|decline)\\w*|refusee?s?|rejetee?s?|irrecevables?|non recevables?|rejected|refused|denied|declined|not accepted|pas acceptee?s?|non (?:acceptee?s?|autorisee?s?)',
  /** Is not as it should be. */
  invalid:
    'invalides?|incorrecte?s?|erronee?s?|faux|fausse?s?|non conformes?|(?:pas|plus) (?:correct|conforme|exact|valide|bon|celui|celle|ceux|lisible)\\w*|ne (?:correspond\\w*|respect\\w*|repond\\w*) pas|do(?:es)? not (?:meet|respect|comply)|illisibles?|endommagee?s?|corrompue?s?|trop (?:lourd|volumineu|grand|gros|petit|flou)\\w*|depasse\\w*|protege\\w*|infecte\\w*|vides?|wrong|invalid|incorrect|not (?:valid|correct|readable|supported|accepted|compliant)|too (?:large|big|heavy|small|blurry)|exceeds?|corrupt\\w*|damaged|unreadable|unsupported|infected|mismatch|do(?:es)? not match|password.protected',
  /** Has been used, or done, before. */
  already:
    'deja|already|plus d.une fois|servi\\b|consommee?s?|utilisee?s?|remboursee?s?|used|consumed|refunded',
} as const satisfies Record<string, string>;

export type Failing = keyof typeof SOURCES;

let compiled: readonly (readonly [Failing, RegExp])[] | undefined;

/** The ways in which a folded text says that something goes wrong. */
export const failingsIn = (folded: string): ReadonlySet<Failing> => {
  compiled ??= (Object.entries(SOURCES) as [Failing, string][]).map(([name, source]) => [
    name,
    new RegExp(`(?<![a-z0-9])(?:${source})(?![a-z0-9])`),
  ]);
  return new Set(compiled.filter(([, pattern]) => pattern.test(folded)).map(([name]) => name));
};
