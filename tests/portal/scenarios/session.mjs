const LOGIN = { route: '#/espace-personnel/connexion-inscription', signedIn: false };

/** Keycloak answers so once the form is sent. */
const afterLogin = (id, category, sso, text, title, what) => ({
  id,
  category,
  title,
  what,
  start: LOGIN,
  act: 'login',
  fails: { on: 'POST sso/authenticate', answer: { sso } },
  text,
});

/** The login page itself does not come. */
const noLoginPage = (id, answer, text, title, what) => ({
  id,
  category: 'unavailable',
  title,
  what,
  start: LOGIN,
  act: 'open-login',
  fails: { on: 'GET sso/auth', answer },
  text,
});

export const SESSION = [
  {
    id: 'session-expired',
    category: 'session',
    title: { fr: 'Session expirée en pleine saisie', en: 'Session expired in mid-form' },
    what: {
      fr: 'À l’enregistrement de l’étape, l’utilisateur est renvoyé à la connexion ; la saisie de l’étape est perdue.',
      en: 'On saving the step, the person is sent back to the login page; what was typed is lost.',
    },
    start: { route: '#/demande/etape/3', signedIn: true, step: 3 },
    act: 'submit',
    fails: {
      on: 'POST /api/anf/usager/dossiers/{id}/etape/{n}',
      step: 3,
      answer: { status: 401, code: 'sessionExpired', expire: true, once: true },
    },
    message: 'sessionExpired',
  },
  {
    id: 'work-lost',
    category: 'session',
    title: { fr: 'Saisie perdue avec la session', en: 'Typed answers lost with the session' },
    what: {
      fr: 'L’étape vient d’être remplie : à l’enregistrement, l’utilisateur est renvoyé à la connexion.',
      en: 'The step has just been filled in: on saving it, the person is sent back to the login page.',
    },
    start: { route: '#/demande/etape/3', signedIn: true, step: 3 },
    act: 'fill-and-submit',
    fails: {
      on: 'POST /api/anf/usager/dossiers/{id}/etape/{n}',
      step: 3,
      answer: { status: 401, code: 'sessionExpired', expire: true, once: true },
    },
    message: 'sessionExpired',
  },
  afterLogin(
    'sso-login-expired',
    'session',
    'loginExpired',
    'Connexion expirée. Veuillez vous reconnecter.',
    {
      fr: 'Connexion expirée',
      en: 'Login expired',
    },
    {
      fr: 'Le service de connexion demande de recommencer, aussitôt.',
      en: 'The login service asks to start again, at once.',
    },
  ),
  afterLogin(
    'sso-action-expired',
    'session',
    'actionExpired',
    'Action expirée.',
    {
      fr: 'Action expirée',
      en: 'Action expired',
    },
    {
      fr: 'Le service de connexion refuse une action qu’il juge trop ancienne.',
      en: 'The login service refuses an action that it deems too old.',
    },
  ),
  afterLogin(
    'sso-page-expired',
    'session',
    'pageExpired',
    'La page a expiré',
    {
      fr: 'Page de connexion expirée',
      en: 'Login page expired',
    },
    {
      fr: 'La page de connexion a expiré ; deux liens proposent de recommencer ou de continuer.',
      en: 'The login page has expired; two links offer to start again or to go on.',
    },
  ),
  afterLogin(
    'sso-cookie-not-found',
    'session',
    'cookieNotFound',
    'Cookie introuvable.',
    {
      fr: 'Cookie introuvable',
      en: 'Cookie not found',
    },
    {
      fr: 'Le service de connexion ne retrouve pas sa session.',
      en: 'The login service does not find its own session.',
    },
  ),
  afterLogin(
    'sso-sorry',
    'server-error',
    'sorry',
    'Nous sommes désolés...',
    {
      fr: 'Erreur du service de connexion',
      en: 'Login service error',
    },
    {
      fr: 'Une page d’excuses, sans raison.',
      en: 'A page of apologies, without a reason.',
    },
  ),
  noLoginPage(
    'sso-503',
    { page: 503 },
    'No server is available to handle this request.',
    {
      fr: 'Service de connexion indisponible (503)',
      en: 'Login service unavailable (503)',
    },
    {
      fr: 'Le service de connexion ne répond que par une page de passerelle.',
      en: 'The login service answers with a gateway page only.',
    },
  ),
  noLoginPage(
    'sso-dropped',
    { socket: 'drop' },
    undefined,
    {
      fr: 'Service de connexion injoignable',
      en: 'Login service out of reach',
    },
    {
      fr: 'La connexion au service est coupée : le navigateur affiche sa propre page d’erreur.',
      en: 'The connection is cut: the browser shows its own error page.',
    },
  ),
];
