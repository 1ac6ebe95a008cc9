/** Failures of procedures, identities, contact forms and stamps. `steps` are those of `journey-neighbours.mjs`. */
const on = (site, steps, key) => (id, category, answer, text, title, what) => ({
  id,
  category,
  title,
  what,
  site,
  steps,
  fails: { on: key, answer },
  text,
});

const starting = (status, category, text, site = 'demarches') =>
  on(site, 1, 'GET demarches/new')(
    `demarches-${status}`,
    category,
    { site: String(status) },
    text,
    { fr: `« ${text} »`, en: `Error page ${status}` },
    {
      fr: `Le dossier ne s’ouvre pas : page d’erreur ${status} du site.`,
      en: `The file does not open: the site’s own error page ${status}.`,
    },
  );

const technical = 'Une erreur technique est survenue, fermez l’onglet';

export const PROCEDURES = [
  starting(500, 'server-error', 'Erreur inattendue'),
  starting(502, 'unavailable', 'Problème de connexion au serveur'),
  starting(503, 'unavailable', 'Service temporairement indisponible', 'demarcheNumerique'),
  starting(504, 'unavailable', 'Délai de connexion dépassé', 'demarcheNumerique'),
  on('demarches', 0, 'GET demarches/commencer')(
    'demarches-closed',
    'refused',
    { site: 'closed' },
    'Cette démarche est close',
    { fr: 'Démarche close', en: 'Procedure closed' },
    { fr: 'La préfecture a fermé la démarche.', en: 'The prefecture has closed the procedure.' },
  ),
  on('demarcheNumerique', 2, 'POST demarches/brouillon')(
    'demarches-closed-meanwhile',
    'refused',
    { site: 'closed' },
    'Vous ne pouvez pas déposer ce dossier, ni en déposer un nouveau pour cette démarche.',
    { fr: 'Close pendant la saisie', en: 'Closed while filling in' },
    {
      fr: 'Le dossier est rempli, son dépôt est refusé : la démarche est close.',
      en: 'The file is filled in and refused: the procedure is closed.',
    },
  ),
  on('demarcheNumerique', 2, 'POST demarches/brouillon')(
    'demarches-file-500',
    'server-error',
    { site: '500' },
    'Nos équipes ont été averties',
    { fr: 'Erreur 500 au dépôt', en: 'Error 500 on filing' },
    { fr: 'Le dossier est rempli, son dépôt échoue.', en: 'The file is filled in, filing it fails.' },
  ),
  on('franceConnect', 2, 'POST fc/idp')(
    'fc-session',
    'session',
    { site: 'session' },
    'Votre session a expiré ou est invalide, fermez l’onglet de votre navigateur et reconnectez-vous.',
    { fr: 'Session expirée', en: 'Session expired' },
    {
      fr: 'L’identité est saisie, la session a expiré.',
      en: 'The identity is entered, the session has expired.',
    },
  ),
  on('franceConnect', 1, 'GET fc/idp')(
    'fc-technical',
    'server-error',
    { site: 'technical' },
    technical,
    { fr: 'Erreur technique', en: 'Technical error' },
    { fr: 'Le compte choisi ne s’ouvre pas.', en: 'The account chosen does not open.' },
  ),
  on('franceConnect', 2, 'POST fc/idp')(
    'fc-identity',
    'account',
    { site: 'identity' },
    'Un problème lié à vos données d’identité empêche la connexion d’aboutir.',
    { fr: 'Identité refusée', en: 'Identity refused' },
    { fr: 'Les données d’identité empêchent la connexion.', en: 'The identity data prevent the connection.' },
  ),
  on('contacts', 2, 'POST contacts/message')(
    'contacts-500',
    'server-error',
    { status: 500, code: 'technicalError' },
    'technicalError',
    { fr: 'Le message ne part pas', en: 'The message is not sent' },
    { fr: 'Tout est rempli, l’envoi échoue.', en: 'Everything is filled in, sending fails.' },
  ),
  on('contacts', 1, 'POST contacts/piece')(
    'contacts-file-refused',
    'upload',
    { page: 'nginx-413' },
    '413 Request Entity Too Large',
    { fr: 'Pièce jointe refusée', en: 'Attachment refused' },
    { fr: 'nginx refuse le fichier : trop gros pour lui.', en: 'nginx refuses the file: too large for it.' },
  ),
  on('contacts', 0, 'GET contacts/form')(
    'contacts-502',
    'unavailable',
    { page: 'nginx-502' },
    '502 Bad Gateway',
    { fr: 'nginx : erreur 502', en: 'nginx: error 502' },
    { fr: 'Le formulaire ne s’ouvre pas.', en: 'The form does not open.' },
  ),
  on('stamps', 3, 'POST stamps/paiement')(
    'stamps-refused',
    'payment',
    { site: 'refused' },
    'Le paiement a été refusé',
    { fr: 'Paiement refusé', en: 'Payment refused' },
    { fr: 'La banque refuse, le timbre n’est pas vendu.', en: 'The bank refuses, the stamp is not sold.' },
  ),
  on('stamps', 3, 'POST stamps/paiement')(
    'stamps-used',
    'payment',
    { site: 'used' },
    'Ce timbre ne peut être consommé. Il a déjà été utilisé.',
    { fr: 'Timbre déjà utilisé', en: 'Stamp already used' },
    { fr: 'Un timbre neuf passe pour déjà utilisé.', en: 'A new stamp is said to be used already.' },
  ),
  on('stamps', 0, 'GET stamps/achat')(
    'stamps-504',
    'unavailable',
    { page: 'nginx-504' },
    '504 Gateway Time-out',
    { fr: 'nginx : erreur 504', en: 'nginx: error 504' },
    { fr: 'La vente ne s’ouvre pas : délai dépassé.', en: 'The sale does not open: time-out.' },
  ),
];
