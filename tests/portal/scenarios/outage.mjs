const HOME = { route: '#/', signedIn: false };

const page = (id, category, answer, text, title, what) => ({
  id,
  category,
  title,
  what,
  start: HOME,
  act: 'none',
  fails: { on: 'GET page', answer },
  text,
});

export const OUTAGE = [
  page(
    'page-500',
    'server-error',
    { page: 500 },
    'Erreur inattendue',
    {
      fr: 'Erreur 500 de la page',
      en: 'Page error 500',
    },
    {
      fr: 'Le portail ne s’ouvre pas : page d’erreur 500.',
      en: 'The portal does not open: error page 500.',
    },
  ),
  page(
    'page-502',
    'unavailable',
    { page: 502 },
    'The server returned an invalid or incomplete response.',
    {
      fr: 'Erreur 502 de la page',
      en: 'Page error 502',
    },
    {
      fr: 'Page de passerelle : réponse invalide du serveur.',
      en: 'Gateway page: invalid response of the server.',
    },
  ),
  page(
    'page-503',
    'unavailable',
    { page: 503 },
    'No server is available to handle this request.',
    {
      fr: 'Erreur 503 de la page',
      en: 'Page error 503',
    },
    {
      fr: 'Page de passerelle : aucun serveur disponible.',
      en: 'Gateway page: no server available.',
    },
  ),
  page(
    'page-504',
    'unavailable',
    { page: 504 },
    "The server didn't respond in time.",
    {
      fr: 'Erreur 504 de la page',
      en: 'Page error 504',
    },
    {
      fr: 'Page de passerelle : délai dépassé.',
      en: 'Gateway page: time-out.',
    },
  ),
  page(
    'page-maintenance',
    'unavailable',
    { page: 'maintenance' },
    'Site en maintenance',
    {
      fr: 'Site en maintenance',
      en: 'Site under maintenance',
    },
    {
      fr: 'Le portail s’annonce en maintenance (statut 503).',
      en: 'The portal says it is under maintenance (status 503).',
    },
  ),
  page(
    'page-rejected',
    'unavailable',
    { page: 'rejected' },
    'The requested URL was rejected.',
    {
      fr: 'Requête rejetée par un pare-feu',
      en: 'Request rejected by a firewall',
    },
    {
      fr: 'Un pare-feu refuse la page, avec un statut 200 : le statut seul ne dit rien.',
      en: 'A firewall refuses the page with status 200: the status alone says nothing.',
    },
  ),
  page(
    'page-dropped',
    'unavailable',
    { socket: 'drop' },
    undefined,
    {
      fr: 'Connexion coupée',
      en: 'Connection dropped',
    },
    {
      fr: 'Le serveur raccroche : le navigateur affiche sa propre page d’erreur.',
      en: 'The server hangs up: the browser shows its own error page.',
    },
  ),
  page(
    'page-endless',
    'unavailable',
    { socket: 'endless' },
    undefined,
    {
      fr: 'Page qui n’en finit pas d’arriver',
      en: 'Page that never finishes',
    },
    {
      fr: 'Les en-têtes arrivent, puis plus rien : la page tourne sans fin.',
      en: 'Headers come, then nothing: the page loads for ever.',
    },
  ),
  page(
    'page-slow',
    'unavailable',
    { delayMs: 8000 },
    undefined,
    {
      fr: 'Page très lente (8 s)',
      en: 'Very slow page (8 s)',
    },
    {
      fr: 'La page arrive entière, mais après huit secondes.',
      en: 'The page comes whole, but after eight seconds.',
    },
  ),
  {
    ...page(
      'blank-page-missing-script',
      'blocked-form',
      { status: 404, code: 'notFound' },
      undefined,
      {
        fr: 'Page blanche (script introuvable)',
        en: 'Blank page (script not found)',
      },
      {
        fr: 'Le document arrive, l’application non : la page reste blanche.',
        en: 'The document comes, the application does not: the page stays blank.',
      },
    ),
    fails: { on: 'GET script', answer: { status: 404, code: 'notFound' } },
  },
];
