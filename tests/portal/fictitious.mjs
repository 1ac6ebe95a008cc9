/** People who exist only here. Any password opens them. */
export const USERS = [
  { id: 990042, login: 'ak', name: 'Dossier A. K.' },
  { id: 990043, login: 'bl', name: 'Dossier B. L.' },
  { id: 990044, login: 'cm', name: 'Dossier C. M.' },
];

/** What a journey types. */
export const FICTITIOUS = {
  password: 'Mot-De-Passe-Fictif-42',
  nom: 'ZEBULON-FICTIF',
  prenoms: 'Essai Inventé',
  naissance: '12/12/1912',
  nationalite: 'SYLDAVIE',
  agdref: '9900000042',
  titre: 'salarie',
  expiration: '31/12/2029',
  famille: 'celibataire',
  voie: '42 impasse Imaginaire-Fictive',
  codePostal: '99042',
  commune: 'VILLE-FICTIVE',
  telephone: '06 99 00 00 42',
  courriel: 'zebulon.fictif@example.org',
  activite: 'salarie',
  employeur: 'ENTREPRISE-FICTIVE-42',
  ressources: '1842',
  timbre: '9900000000000042',
};

// Choices of lists and short numbers: words that a record may rightly hold.
const ORDINARY = new Set(['titre', 'famille', 'activite', 'ressources', 'expiration', 'codePostal']);

/** The typed values odd enough to be searched for in a bundle: none may ever be found there. */
export const DISTINCTIVE = Object.entries(FICTITIOUS)
  .filter(([name]) => !ORDINARY.has(name))
  .map(([, value]) => value);

/** Never recorded by the extension: sent in a query, and in the fragment after login. */
export const SECRET_TOKEN = 'SECRET-JETON-FICTIF-42';

/** The values of the triage and of each step, by step number (0 is the triage). */
export const VALUES_BY_STEP = {
  0: { demarche: 'renouvellement', expirationTriage: FICTITIOUS.expiration },
  1: pick('nom', 'prenoms', 'naissance', 'nationalite', 'agdref'),
  2: pick('titre', 'expiration', 'famille'),
  3: pick('voie', 'codePostal', 'commune', 'telephone', 'courriel'),
  4: pick('activite', 'employeur', 'ressources'),
  6: pick('timbre'),
};

function pick(...names) {
  return Object.fromEntries(names.map((name) => [name, FICTITIOUS[name]]));
}
