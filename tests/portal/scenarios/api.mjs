const SAVE = 'POST /api/anf/usager/dossiers/{id}/etape/{n}';
const SITUATION = { route: '#/demande/etape/2', signedIn: true, step: 2 };
const TECHNICAL = 'technicalError';

const save = (id, category, answer, title, what, rest = {}) => ({
  id,
  category,
  title,
  what,
  start: SITUATION,
  act: 'submit',
  fails: { on: SAVE, step: 2, answer },
  ...rest,
});

const gateway = (status, fr, en) =>
  save(
    `api-${status}`,
    'unavailable',
    { page: status },
    { fr: `Erreur ${status} à l’enregistrement`, en: `Error ${status} on saving` },
    { fr, en },
    { message: TECHNICAL },
  );

export const API = [
  save(
    'api-500',
    'server-error',
    { status: 500, code: TECHNICAL },
    {
      fr: 'Erreur 500 à l’enregistrement',
      en: 'Error 500 on saving',
    },
    {
      fr: 'L’étape ne s’enregistre pas : « une erreur technique est survenue ».',
      en: 'The step is not saved: “a technical error has occurred”.',
    },
    { message: TECHNICAL },
  ),
  gateway(502, 'L’étape ne s’enregistre pas : passerelle en panne.', 'The step is not saved: bad gateway.'),
  gateway(
    503,
    'L’étape ne s’enregistre pas : service indisponible.',
    'The step is not saved: service unavailable.',
  ),
  gateway(504, 'L’étape ne s’enregistre pas : délai dépassé.', 'The step is not saved: time-out.'),
  save(
    'api-500-toast',
    'server-error',
    { status: 500, code: TECHNICAL },
    {
      fr: 'Erreur fugitive (3 secondes)',
      en: 'Fleeting error (3 seconds)',
    },
    {
      fr: 'Le message d’erreur disparaît seul après trois secondes.',
      en: 'The error message vanishes by itself after three seconds.',
    },
    { message: TECHNICAL, defect: 'toast' },
  ),
  save(
    'api-500-dialog',
    'server-error',
    { status: 500, code: TECHNICAL },
    {
      fr: 'Erreur dans une fenêtre',
      en: 'Error in a dialog',
    },
    {
      fr: 'La même erreur, dans une fenêtre à fermer.',
      en: 'The same error in a dialog to be closed.',
    },
    { message: TECHNICAL, defect: 'dialog' },
  ),
  save(
    'api-dropped',
    'unavailable',
    { socket: 'drop' },
    {
      fr: 'Connexion coupée à l’enregistrement',
      en: 'Connection dropped on saving',
    },
    {
      fr: 'Le serveur raccroche pendant l’enregistrement.',
      en: 'The server hangs up while saving.',
    },
    { message: TECHNICAL },
  ),
  save(
    'api-endless',
    'blocked-form',
    { socket: 'endless' },
    {
      fr: 'Réponse sans fin',
      en: 'Endless answer',
    },
    {
      fr: 'La réponse commence et ne finit jamais : l’indicateur d’attente tourne sans fin.',
      en: 'The answer begins and never ends: the progress indicator turns for ever.',
    },
  ),
  save(
    'api-slow',
    'unavailable',
    { delayMs: 6000 },
    {
      fr: 'Réponse lente (6 s)',
      en: 'Slow answer (6 s)',
    },
    {
      fr: 'L’étape s’enregistre, après six secondes d’attente : ce n’est pas un blocage.',
      en: 'The step is saved after six seconds: this is not a block.',
    },
    { harmless: true },
  ),
  {
    id: 'api-500-account',
    category: 'server-error',
    title: { fr: 'Espace personnel en erreur 500', en: 'Personal space in error 500' },
    what: {
      fr: 'L’état de la demande ne se charge pas : l’espace personnel n’affiche qu’une erreur.',
      en: 'The progress of the request does not load: the personal space shows an error only.',
    },
    start: { route: '#/espace-personnel/mon-compte', signedIn: true },
    act: 'none',
    fails: { on: 'GET /api/sejour/usager/statut/demande_sejour', answer: { status: 500, code: TECHNICAL } },
    message: TECHNICAL,
  },
  {
    id: 'send-500',
    category: 'server-error',
    title: { fr: 'Erreur 500 à l’envoi', en: 'Error 500 on sending' },
    what: {
      fr: 'Tout est vérifié, l’envoi final échoue.',
      en: 'Everything is checked, the final sending fails.',
    },
    start: { route: '#/demande/etape/7', signedIn: true, step: 7 },
    act: 'send',
    fails: { on: 'POST /api/anf/usager/dossiers/{id}/envoi', answer: { status: 500, code: TECHNICAL } },
    message: TECHNICAL,
  },
];
