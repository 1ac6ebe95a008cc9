/** Failures of the sites where appointments are booked. `steps` are those of `journey-neighbours.mjs`. */
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

const NO_SERVER = 'No server is available to handle this request.';
const INVALID = 'The server returned an invalid or incomplete response.';

export const APPOINTMENTS = [
  on('rdvPrefecture', 2, 'GET rdv/creneau')(
    'rdv-no-slot',
    'appointment',
    { site: 'no-slot' },
    'Aucun créneau disponible',
    { fr: 'Aucun créneau', en: 'No slot' },
    {
      fr: 'Le captcha est passé, et le service n’a rien à proposer.',
      en: 'The captcha is passed, and the service has nothing to offer.',
    },
  ),
  on('rdvPrefecture', 2, 'POST rdv/cgu')(
    'rdv-captcha-refused',
    'captcha',
    { site: 'captcha' },
    'est incorrect',
    { fr: 'Captcha toujours refusé', en: 'Captcha always refused' },
    { fr: 'Le texte recopié est juste, et refusé.', en: 'The text copied is right, and refused.' },
  ),
  on('rdvPrefecture', 2, 'POST rdv/cgu')(
    'rdv-session-invalid',
    'session',
    { site: 'session' },
    'Votre session n’est plus valide.',
    { fr: 'Session perdue', en: 'Session lost' },
    {
      fr: 'Après le captcha, le service dit que la session n’est plus valide.',
      en: 'After the captcha the service says that the session is no longer valid.',
    },
  ),
  on('rdvPrefecture', 0, 'GET rdv/demarche')(
    'rdv-rejected',
    'unavailable',
    { page: 'rejected' },
    'The requested URL was rejected.',
    { fr: 'Rejeté par un pare-feu F5', en: 'Rejected by an F5 firewall' },
    { fr: 'La page ne s’ouvre pas, avec un statut 200.', en: 'The page does not open, with status 200.' },
  ),
  on('booking', 1, 'GET booking/1')(
    'booking-no-slot',
    'appointment',
    { site: 'no-slot' },
    "Il n'existe plus de plage horaire libre pour votre demande de rendez-vous. Veuillez recommencer ultérieurement.",
    { fr: 'Plus de plage horaire libre', en: 'No free time left' },
    {
      fr: 'Les conditions acceptées, le module n’a plus rien de libre.',
      en: 'Once the conditions are accepted, the module has nothing free.',
    },
  ),
  on('booking', 1, 'POST booking/start')(
    'booking-502',
    'unavailable',
    { page: 502 },
    INVALID,
    { fr: 'HAProxy : erreur 502', en: 'HAProxy: error 502' },
    {
      fr: 'L’étape suivante ne vient pas : passerelle en panne.',
      en: 'The next step never comes: bad gateway.',
    },
  ),
  on('booking', 0, 'GET booking/start')(
    'booking-503',
    'unavailable',
    { page: 503 },
    NO_SERVER,
    { fr: 'HAProxy : erreur 503', en: 'HAProxy: error 503' },
    { fr: 'Le module ne s’ouvre pas : aucun serveur.', en: 'The module does not open: no server.' },
  ),
  on('paris', 1, 'GET paris/creneaux')(
    'paris-no-slot',
    'appointment',
    { site: 'no-slot' },
    'Aucun créneau disponible.',
    { fr: 'Aucun créneau', en: 'No slot' },
    { fr: 'Aucune date n’est proposée pour ce motif.', en: 'No date is offered for this reason.' },
  ),
  on('paris', 0, 'GET paris/accueil')(
    'paris-imperva',
    'captcha',
    { page: 'imperva' },
    'Incapsula incident ID',
    { fr: 'Bloqué par Imperva', en: 'Blocked by Imperva' },
    {
      fr: 'Une protection contre les robots arrête la personne, avec un statut 200.',
      en: 'A protection against robots stops the person, with status 200.',
    },
  ),
  on('rdvServicePublic', 1, 'GET rdvsp/creneaux')(
    'rdv-service-public-no-slot',
    'appointment',
    { site: 'no-slot' },
    'aucun créneau',
    { fr: 'Aucun créneau', en: 'No slot' },
    { fr: 'Le motif choisi n’a aucun créneau.', en: 'The reason chosen has no slot.' },
  ),
  on('rdvServicePublic', 0, 'GET rdvsp/start')(
    'rdv-service-public-cloudflare',
    'captcha',
    { page: 'cloudflare' },
    'Sorry, you have been blocked',
    { fr: 'Bloqué par Cloudflare', en: 'Blocked by Cloudflare' },
    { fr: 'La page d’accueil refuse la personne.', en: 'The first page refuses the person.' },
  ),
];
