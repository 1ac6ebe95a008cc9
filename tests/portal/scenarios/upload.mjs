const DOCUMENTS = { route: '#/demande/etape/5', signedIn: true, step: 5 };

const upload = (id, answer, title, what, message) => ({
  id,
  category: 'upload',
  title,
  what,
  start: DOCUMENTS,
  act: 'upload',
  fails: { on: 'POST /api/anf/usager/dossiers/{id}/pieces', answer },
  message,
});

export const UPLOAD = [
  upload(
    'upload-not-processed',
    { status: 422, code: 'uploadNotProcessed' },
    {
      fr: 'Document non traité',
      en: 'Document not processed',
    },
    {
      fr: 'Le document est refusé d’une croix rouge : il n’a pas pu être traité.',
      en: 'The document gets a red cross: it could not be processed.',
    },
    'uploadNotProcessed',
  ),
  upload(
    'upload-too-big',
    { status: 413, code: 'uploadTooBig' },
    {
      fr: 'Document trop lourd',
      en: 'Document too big',
    },
    {
      fr: 'Le document dépasserait la taille maximale, même petit.',
      en: 'The document is said to exceed the maximum size, even when it is small.',
    },
    'uploadTooBig',
  ),
  upload(
    'upload-format',
    { status: 415, code: 'uploadFormat' },
    {
      fr: 'Format refusé',
      en: 'Format refused',
    },
    {
      fr: 'Un PDF ordinaire est refusé pour son format.',
      en: 'An ordinary PDF is refused for its format.',
    },
    'uploadFormat',
  ),
  upload(
    'upload-500',
    { status: 500, code: 'technicalError' },
    {
      fr: 'Erreur 500 à l’envoi d’un document',
      en: 'Error 500 on upload',
    },
    {
      fr: 'Le serveur échoue pendant l’envoi du document.',
      en: 'The server fails while the document is sent.',
    },
    'technicalError',
  ),
  upload(
    'upload-dropped',
    { socket: 'drop' },
    {
      fr: 'Connexion coupée pendant un envoi',
      en: 'Connection dropped during an upload',
    },
    {
      fr: 'Le serveur raccroche pendant l’envoi du document.',
      en: 'The server hangs up while the document is sent.',
    },
    'technicalError',
  ),
  {
    ...upload(
      'upload-cross',
      { status: 422, code: 'uploadNotProcessed' },
      { fr: 'Croix rouge sans un mot', en: 'Red cross without a word' },
      {
        fr: 'Le document est refusé d’une croix rouge, et rien ne dit pourquoi.',
        en: 'The document gets a red cross, and nothing says why.',
      },
    ),
    defect: 'bare-cross',
  },
];
