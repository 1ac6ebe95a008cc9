const ACCOUNT = { route: '#/espace-personnel/mon-compte', signedIn: true };

export const OUTCOME = [
  {
    id: 'request-closed',
    category: 'status',
    title: { fr: 'Demande clôturée sans explication', en: 'Request closed without a word' },
    what: {
      fr: 'Une notification annonce la clôture de la demande, sans raison.',
      en: 'A notification announces that the request is closed, without a reason.',
    },
    start: { route: '#/notifications', signedIn: true },
    act: 'none',
    message: 'requestClosed',
  },
  {
    id: 'status-frozen',
    category: 'status',
    title: { fr: 'Aucune nouvelle depuis 14 mois', en: 'No news for 14 months' },
    what: {
      fr: 'La demande est « en cours d’instruction », sans attestation à télécharger : rien n’a l’air faux.',
      en: 'The request is “under review”, with no certificate to download: nothing looks wrong.',
    },
    start: ACCOUNT,
    act: 'none',
    message: 'underReview',
  },
  {
    id: 'stamp-consumed',
    category: 'confirmation',
    title: { fr: 'Timbre consommé', en: 'Stamp consumed' },
    what: { fr: 'Le timbre est accepté : une réussite.', en: 'The stamp is accepted: a success.' },
    start: { route: '#/demande/etape/6', signedIn: true, step: 6 },
    act: 'submit',
    message: 'stampConsumed',
    harmless: true,
  },
  {
    id: 'recap-cannot-change',
    category: 'correction',
    title: { fr: 'Rien ne pourra être corrigé', en: 'Nothing can be corrected afterwards' },
    what: {
      fr: 'Le récapitulatif annonce que la demande ne pourra plus être modifiée : un texte ordinaire.',
      en: 'The summary says that the request can no longer be changed: an ordinary text.',
    },
    start: { route: '#/demande/etape/7', signedIn: true, step: 7 },
    act: 'none',
    message: 'recapRule',
    harmless: true,
  },
  {
    id: 'request-sent',
    category: 'confirmation',
    title: { fr: 'Demande envoyée', en: 'Request sent' },
    what: {
      fr: 'L’envoi réussit, avec la date et le numéro.',
      en: 'Sending succeeds, with the date and the number.',
    },
    start: { route: '#/demande/etape/7', signedIn: true, step: 7 },
    act: 'send',
    message: 'requestSent',
    harmless: true,
  },
];
