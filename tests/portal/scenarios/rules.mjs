const TRIAGE = { route: '#/triage', signedIn: true };
const CHECK = 'POST /api/sejour/triage';
const START = 'POST /api/anf/usager/dossiers';

const triage = (id, category, on, answer, title, what, rest = {}) => ({
  id,
  category,
  title,
  what,
  start: TRIAGE,
  act: 'triage',
  fails: { on, answer },
  message: answer.code,
  ...rest,
});

const LAW = { harmless: true };

export const RULES = [
  triage(
    'too-early',
    'eligibility',
    CHECK,
    { status: 422, code: 'tooEarly' },
    {
      fr: 'Trop tôt pour renouveler',
      en: 'Too early to renew',
    },
    {
      fr: 'La demande n’est pas encore ouverte : une règle, sauf si la date est fausse.',
      en: 'Filing is not open yet: a rule, unless the date is wrong.',
    },
    LAW,
  ),
  triage(
    'expired-nine-months',
    'eligibility',
    CHECK,
    { status: 422, code: 'expiredNineMonths' },
    {
      fr: 'Titre expiré depuis 9 mois',
      en: 'Permit expired for 9 months',
    },
    {
      fr: 'Le renouvellement est refusé d’office après neuf mois.',
      en: 'Renewal is turned down outright after nine months.',
    },
    LAW,
  ),
  triage(
    'not-protected',
    'refused',
    START,
    { status: 403, code: 'notProtected' },
    {
      fr: 'Protection internationale non reconnue',
      en: 'International protection not recognised',
    },
    {
      fr: 'Le portail ne reconnaît pas le statut de la personne : demande invalide.',
      en: 'The portal does not recognise the person’s status: invalid request.',
    },
    { demarche: 'refugie' },
  ),
  triage(
    'duplicate-request',
    'duplicate',
    START,
    { status: 409, code: 'duplicate' },
    {
      fr: 'Demande déjà en cours',
      en: 'A request is already in progress',
    },
    {
      fr: 'Une seconde demande est impossible ; le message s’affiche dans une fenêtre.',
      en: 'A second request is impossible; the message is shown in a dialog.',
    },
  ),
  {
    id: 'resources-minimum',
    category: 'eligibility',
    title: { fr: 'Ressources insuffisantes', en: 'Insufficient resources' },
    what: {
      fr: 'L’étape « ressources » refuse le montant saisi.',
      en: 'The “resources” step refuses the amount typed.',
    },
    start: { route: '#/demande/etape/4', signedIn: true, step: 4 },
    act: 'submit',
    fails: {
      on: 'POST /api/anf/usager/dossiers/{id}/etape/{n}',
      step: 4,
      answer: { status: 422, code: 'resourcesMinimum' },
    },
    message: 'resourcesMinimum',
    ...LAW,
  },
  {
    id: 'stamp-used',
    category: 'payment',
    title: { fr: 'Timbre déjà utilisé', en: 'Stamp already used' },
    what: {
      fr: 'Le timbre fiscal acheté est refusé.',
      en: 'The tax stamp that was bought is refused.',
    },
    start: { route: '#/demande/etape/6', signedIn: true, step: 6 },
    act: 'submit',
    fails: { on: 'POST /api/anf/usager/dossiers/{id}/timbre', answer: { status: 422, code: 'stampUsed' } },
    message: 'stampUsed',
  },
];
