/**
 * Sentences that look alike and are not: for each class of language, what states nothing beside what states a failure.
 */
export interface ClassOfCases {
  /** None of these states a failure. */
  readonly calm: readonly string[];
  /** Each of these states one of that category. */
  readonly told: readonly (readonly [category: string, text: string])[];
}

export const CLASSES: Readonly<Record<string, ClassOfCases>> = {
  'a supposition, however it is said': {
    calm: [
      'Dans le cas où le service serait indisponible, revenez un peu plus tard.',
      'Au cas où votre compte serait bloqué, écrivez-nous.',
      'À supposer que le paiement ait échoué, aucun montant n’est débité.',
      'Dans l’hypothèse où votre demande a été refusée, un recours est possible.',
      'En admettant que votre session ait expiré, reconnectez-vous.',
      'Écrivez-nous dans le cas où le téléversement aurait échoué.',
      'Le centre de contact vous aide dans l’éventualité où le site serait fermé.',
      'Le paiement serait alors refusé.',
      'Un dossier incomplet ne serait pas examiné.',
      'Des erreurs apparaîtraient si le fichier était trop lourd.',
      'Assuming your payment was declined, no amount is taken.',
      'Should your account be locked, call us.',
      'Were the service unavailable, please come back later.',
      'You can write to us in the event that the upload failed.',
      'Provided that your application was not refused, you may file again.',
      'Otherwise your session has expired.',
    ],
    told: [
      ['unavailable', 'Le service est indisponible. Revenez un peu plus tard.'],
      ['account', 'Votre compte est bloqué : écrivez-nous.'],
      ['payment', 'Le paiement a échoué. Aucun montant n’est débité.'],
      ['session', 'Votre session a expiré, dans le cas présent pour inactivité.'],
      ['server-error', 'Il semblerait qu’une erreur se soit produite.'],
      ['payment', 'Your payment was declined. No amount has been taken.'],
      ['unavailable', 'Le service est indisponible. Il devrait être rétabli dans la soirée.'],
      ['upload', 'Le téléversement a échoué : le fichier est trop lourd.'],
    ],
  },
  'another campaign, version or year': {
    calm: [
      'La campagne 2025 est close : elle ne reçoit plus de dossier. La présente campagne est ouverte.',
      'Les inscriptions 2025 sont closes. Celles de 2026 sont ouvertes jusqu’au 18 décembre.',
      'La précédente campagne est close.',
      'La campagne précédente a été fermée avant son terme.',
      'Dans la version précédente, le paiement échouait.',
      'L’année dernière, le service a été indisponible deux jours.',
      'Les dépôts pour l’année 2025 sont fermés ; les dépôts pour 2026 sont ouverts.',
      'The 2025 round is closed. The 2026 round is open.',
      'The previous campaign has been closed.',
      'Last year the service was unavailable for two days.',
      'The last intake is closed.',
      'Applications for 2025 are closed. Applications for 2026 are now open.',
    ],
    told: [
      ['refused', 'La campagne est close : elle ne reçoit plus de dossier.'],
      ['refused', 'La campagne 2026 est close : elle ne reçoit plus de dossier.'],
      ['duplicate', 'Votre demande précédente n’est pas terminée.'],
      ['session', 'Votre session précédente a expiré.'],
      ['refused', 'The 2026 round is closed: it no longer accepts new applications.'],
      ['status', 'Votre demande de 2025 a été clôturée.'],
    ],
  },
  'what happens at times, is over, is denied, or holds of any': {
    calm: [
      'Il arrive que le service soit indisponible la nuit.',
      'Parfois, le téléversement échoue : recommencez.',
      'La maintenance du 12 novembre est terminée.',
      'Le problème de paiement signalé hier est corrigé.',
      'Votre ancien récépissé n’est plus valable : il est remplacé par celui-ci.',
      'Cette attestation remplace la précédente, qui n’est plus valable.',
      'Votre demande n’a pas été refusée : elle est toujours à l’examen.',
      'Cela ne signifie pas que votre demande est refusée.',
      'Une demande close ne peut pas être rouverte.',
      'Les demandes closes ne sont pas supprimées.',
      'Les créneaux non honorés sont perdus.',
      'La demande d’un mineur ne peut pas être faite en ligne.',
      'Demandes clôturées : 2',
      'Closed applications (1)',
      'Refusées : 0',
      'Votre demande de 2019 avait été refusée.',
      'Une attestation ne remplace pas un titre expiré.',
      'Votre paiement de 225 € a été remboursé comme convenu.',
      'Service fermé les jours fériés.',
      'Sometimes an upload fails: try again.',
      'It can happen that the session expires.',
      'Yesterday’s payment problem has been fixed.',
      'Your application has not been refused.',
      'This does not mean that your application is refused.',
      'A closed application cannot be reopened.',
    ],
    told: [
      ['unavailable', 'Le service est indisponible cette nuit.'],
      ['refused', 'Votre demande a été refusée.'],
      ['server-error', 'Erreur interne : 500'],
      ['payment', 'Le problème de paiement n’est pas résolu.'],
      ['attestation', 'Votre attestation n’est plus valable.'],
      ['duplicate', 'Une demande est déjà en cours.'],
      ['upload', 'Les documents transmis sont illisibles.'],
      ['appointment', 'Les créneaux proposés sont complets.'],
      ['refused', 'Les dépôts sont clos pour cette démarche.'],
      ['correction', 'Your file is closed to changes.'],
      ['duplicate', 'Nous avons déjà une réservation à votre nom.'],
      ['duplicate', 'Votre adresse a déjà servi à prendre un rendez-vous.'],
    ],
  },
  'the site speaks of itself': {
    calm: [
      'Le captcha n’est pas utilisable avec certains lecteurs d’écran.',
      'Le bouton « Suivant » ne répond pas au clavier dans l’ancien calendrier.',
      'Version 4.2 : une erreur au moment du paiement a été corrigée.',
      'Limites connues : le téléversement échoue avec les fichiers HEIC.',
      'Accessibilité : partiellement conforme. Les messages d’erreur du formulaire ne sont pas annoncés.',
      'Non-conformités : le calendrier est inaccessible.',
      'The captcha cannot be used with a screen reader.',
      'Release notes: a payment error was fixed.',
      'Known issues: the upload fails on old telephones.',
      'The form cannot be submitted with the keyboard.',
      'Taux de paiements refusés : 3 %.',
      'On average, uploads failed twice a month.',
    ],
    told: [
      ['captcha', 'Le captcha n’est pas valide.'],
      ['blocked-form', 'Le formulaire n’a pas pu être envoyé.'],
      ['upload', 'Le téléversement a échoué.'],
      ['captcha', 'The captcha could not be checked.'],
      ['payment', 'Une erreur est survenue au moment du paiement.'],
      ['appointment', '100 % des créneaux sont réservés.'],
    ],
  },
  'what stands on the buttons of a cookie banner': {
    calm: [
      'Refuse all',
      'Reject all',
      'Deny',
      'Decline optional cookies',
      'Continue without accepting',
      'Accept all Refuse all',
      'Tout refuser',
      'Refuser tout',
      'Continuer sans accepter',
      'Tout accepter Tout refuser Personnaliser',
      'Interdire tous les cookies',
      'About cookies We use cookies. If you refuse, the video is not available. Refuse all Accept all',
      'Gestion des cookies Les vidéos sont désactivées tant que vous refusez les traceurs. Tout refuser',
    ],
    told: [
      ['refused', 'Votre demande a été refusée.'],
      ['refused', 'Toutes vos demandes ont été refusées.'],
      ['refused', 'Your application was refused.'],
      ['refused', 'Access denied.'],
      ['payment', 'Le paiement a été refusé.'],
      ['upload', 'All your files were rejected.'],
    ],
  },
  'a day, a part of a day, or a booking that is made': {
    calm: [
      'Aucun créneau le matin',
      'Aucune disponibilité l’après-midi',
      'Plus de place en matinée',
      'Aucun rendez-vous libre ce matin',
      'Aucun créneau ce jour-là',
      'Aucune plage à cette date',
      'Pas de créneau disponible dans la matinée',
      'No slots in the morning',
      'No appointment available this afternoon',
      'No time slot on this day',
    ],
    told: [
      ['appointment', 'Aucun créneau disponible'],
      ['appointment', 'Aucun créneau n’est libre. De nouveaux créneaux sont publiés le matin.'],
      ['appointment', 'Aucune disponibilité pour ce motif'],
      ['appointment', 'Plus de place dans cette préfecture'],
      ['appointment', 'Tous les rendez-vous sont pris.'],
      ['appointment', 'No slots are available. Try again tomorrow morning.'],
      ['appointment', 'No appointment available at this office'],
    ],
  },
  'what is almost so': {
    calm: [
      'Votre session a presque expiré.',
      'Session presque terminée Vous serez déconnecté dans une minute.',
      'Your session is almost over.',
      'Le délai de votre connexion est bientôt écoulé.',
    ],
    told: [
      ['session', 'Votre session a expiré.'],
      ['session', 'Session terminée Vous avez été déconnecté pour inactivité.'],
      ['session', 'Your session is over.'],
    ],
  },
  'a letter that could not be sent': {
    calm: [
      'Un courriel vous a été envoyé.',
      'L’envoi du courriel peut prendre quelques minutes.',
      'If sending the e-mail fails, wait a little.',
      'Le code de vérification vient de vous être envoyé.',
    ],
    told: [
      ['account', 'Erreur lors de l’envoi du courriel, veuillez essayer plus tard.'],
      ['account', 'L’envoi du code de vérification a échoué.'],
      ['account', 'Impossible d’envoyer le courriel d’activation.'],
      ['account', 'Failed to send email, please try again later.'],
      ['account', 'We could not send the e-mail.'],
      ['blocked-form', 'Une erreur empêche l’envoi de votre demande : le formulaire n’a pas été enregistré.'],
    ],
  },
  'what is asked while something is under way': {
    calm: [
      'Envoi de votre demande, ne fermez pas cette fenêtre.',
      'Sending your file: please do not close the window.',
      'Merci de ne pas quitter la page pendant l’envoi de votre dossier.',
    ],
    told: [
      ['status', 'Votre demande est fermée. Ne fermez pas cette fenêtre.'],
      ['server-error', 'Une erreur technique est survenue, ne fermez pas cette fenêtre.'],
    ],
  },
  'the number of a fault': {
    calm: [
      'Communiquez l’identifiant d’incident à l’administrateur : 12-ZZTEST',
      'Identifiant de requête inconnu de vos services ? Rappelez-le : 12-ZZTEST',
    ],
    told: [['account', 'Identifiant inconnu.']],
  },
  'entries of a list, by their days': {
    calm: [
      'Notifications 20/08/2025 — Votre carte est disponible 14/02/2024 — Votre demande a été close le 2',
      'Dossier nº 18770021 — Classé sans suite le 3 mars 2024',
      'Demande de rendez-vous Dossier nº 21000001 — En construction',
    ],
    told: [['status', 'Votre demande a été classée sans suite.']],
  },
};

/** What is stopped now by a fault of the site is told of the site; what was tried and failed, of itself. */
export const FAULTS: readonly (readonly [category: string, text: string])[] = [
  [
    'unavailable',
    'En raison d’un incident sur notre plateforme, l’achat de timbres est actuellement impossible. Revenez dans quelques heures.',
  ],
  ['unavailable', 'Le dépôt des demandes est impossible à cause d’une panne de nos serveurs.'],
  [
    'unavailable',
    'Suite à un problème technique sur le site, la prise de commande est temporairement suspendue.',
  ],
  ['unavailable', 'Buying stamps is currently impossible because of an incident on our platform.'],
  ['unavailable', 'Because of a technical problem with our servers, payment is temporarily unavailable.'],
  ['payment', 'En raison d’un incident sur notre plateforme, votre paiement n’a pas abouti.'],
  ['payment', 'L’achat du timbre est impossible : votre carte a été refusée.'],
  ['payment', 'Your payment failed because of an incident on our platform.'],
  ['upload', 'À cause d’un incident sur notre plateforme, votre fichier n’a pas été enregistré.'],
  ['server-error', 'Un incident technique est survenu.'],
];

/** The title of a box, which has no full stop, and what stands below. */
export const TITLED: ClassOfCases = {
  calm: [
    'Session presque terminée Vous serez déconnecté dans une minute.',
    'Renouvellement Votre demande pourra être déposée à partir du 2 juin.',
    'Maintenance du portail Le portail sera inaccessible ce soir.',
    'Une seule demande Vous pourrez en déposer une autre plus tard.',
    'Bon à savoir Votre demande sera close sans réponse de votre part.',
    'Nouvelle demande Only one application may be open at a time.',
  ],
  told: [
    [
      'duplicate',
      'You already have an application in progress Only one application may be open at a time. It must be withdrawn before you can submit another one.',
    ],
    ['duplicate', 'Vous avez déjà une demande en cours Vous pourrez en déposer une autre ensuite.'],
    ['eligibility', 'Il est trop tôt pour renouveler ce titre Votre demande pourra être déposée en juin.'],
    ['eligibility', 'It is too early to renew this permit You will be able to apply from June.'],
    ['upload', 'Le fichier est trop lourd Vous pourrez en joindre un autre.'],
    ['payment', 'Le paiement a échoué Vous pourrez recommencer demain.'],
  ],
};

/** Cells and plain paragraphs that speak of her own paper, or of this file of hers. */
export const OF_HERS: ClassOfCases = {
  calm: [
    'Votre attestation est disponible.',
    'Votre attestation n’est pas encore disponible.',
    'Votre attestation n’est pas disponible au guichet.',
    'Votre attestation n’est pas disponible avant le dépôt.',
    'Si votre attestation n’est pas disponible, écrivez-nous.',
    'Une attestation n’est pas disponible pour ce titre.',
    'Ce document n’est pas disponible.',
    'Votre attestation est sans valeur de titre.',
    'Why is your certificate not available?',
    'Une fois envoyé, nous n’avons pas pu traiter ce fichier.',
    'We may be unable to process this file.',
    'You are able to replace this file.',
  ],
  told: [
    ['attestation', 'Votre attestation de prolongation d’instruction n’est pas disponible.'],
    ['attestation', 'Votre récépissé n’est plus disponible. Écrivez au centre de contact.'],
    ['attestation', 'Your certificate is currently not available.'],
    ['upload', 'We were unable to process this file. Please try with another file.'],
    ['upload', 'Upload failed We were unable to process this file. Please try with another file.'],
    ['upload', 'Nous n’avons pas pu traiter ce fichier.'],
    ['upload', 'Nous n’avons pas pu lire votre document. Choisissez-en un autre.'],
  ],
};

/** What a page that shows nothing else explains of its labels, and the same words as news. */
export const KEYS: ClassOfCases = {
  calm: [
    'Refusée : la préfecture a dit non, avec ses motifs',
    'Clôturée : la demande a pris fin sans décision',
    'Classée sans suite : le dossier est resté incomplet',
    'Expirée : la demande n’a pas été complétée à temps',
    'Annulée : l’usager a retiré sa demande',
    'Bloqué – un agent doit vérifier le dossier',
    'Refused: the prefecture said no, with its reasons',
    'Closed: the application ended without a decision',
    'Rejected: the office refused the application',
    'Withdrawn = the applicant has cancelled the application',
    'Blocked: an agent must check the file',
  ],
  told: [
    ['status', 'Clôturée : votre demande a été classée sans suite.'],
    ['refused', 'Refusé : vous ne pouvez pas déposer de demande.'],
    ['status', 'Closed: your application has been closed.'],
    ['payment', 'Refusé : le paiement a échoué.'],
    ['unavailable', 'Service fermé : le site est indisponible.'],
  ],
};

/** Rules about bookings, and invitations to make one, are no second booking. */
export const NO_SECOND_BOOKING: readonly string[] = [
  'Un seul rendez-vous par personne est admis.',
  'Prendre un autre rendez-vous',
  'Il arrive que la mairie demande un second rendez-vous.',
  'Un seul rendez-vous par personne est accepté ; les doublons seront supprimés sans préavis.',
  'Only one appointment per person is allowed.',
  'You may be asked to come to a second appointment.',
];

/** Words of two things in one sentence: what it is about first. */
export const FIRST: readonly (readonly [category: string, text: string])[] = [
  [
    'correction',
    'Modification impossible. Votre demande a quitté votre espace : vous ne pouvez plus rien rectifier.',
  ],
  [
    'duplicate',
    'Une réservation a déjà été faite avec cette adresse électronique. Un seul rendez-vous par usager est admis ; votre nouvelle réservation n’a pas été prise en compte.',
  ],
  ['duplicate', 'Vous avez déjà un rendez-vous. Annulez-le avant d’en prendre un autre.'],
  ['duplicate', 'Un rendez-vous est déjà enregistré sous votre nom.'],
  ['duplicate', 'Cette réservation existe déjà.'],
  ['duplicate', 'Impossible de réserver : vous avez déjà une réservation pour ce motif.'],
  ['duplicate', 'You already have an appointment. This booking was not recorded.'],
  ['duplicate', 'An appointment has already been booked with this e-mail address.'],
  ['duplicate', 'A booking already exists for this person.'],
  ['appointment', 'Ce rendez-vous a déjà été attribué. Choisissez une autre date.'],
  ['appointment', 'Ce créneau a déjà été réservé.'],
  ['appointment', 'This slot has just been taken.'],
  ['appointment', 'Votre réservation n’a pas pu être enregistrée.'],
  [
    'upload',
    'Le document n’a pas été retenu : il est protégé par un mot de passe et notre analyse n’a pas pu l’ouvrir.',
  ],
  ['upload', 'Le PDF est verrouillé par un mot de passe.'],
  ['upload', 'This file was rejected because it is protected by a password.'],
  ['upload', 'Your password-protected file could not be opened.'],
  ['account', 'Votre mot de passe est incorrect.'],
  ['account', 'Your account is locked: too many wrong passwords.'],
  [
    'unavailable',
    'Too many people are using the booking service. It is not accepting any new visitors; please come back in an hour.',
  ],
  ['unavailable', 'The appointment system is down.'],
  ['unavailable', 'Le service de prise de rendez-vous est momentanément indisponible.'],
  ['unavailable', 'La plateforme de réservation est saturée.'],
  ['appointment', 'La prise de rendez-vous est momentanément indisponible.'],
  ['appointment', 'The booking service has no appointments left.'],
  [
    'attestation',
    'L’attestation n’est pas encore disponible. Aucune date de mise à disposition n’est connue.',
  ],
  ['attestation', 'Your certificate is not available. No date is known.'],
  ['refused', 'Titre n° [masqué : pièce d’identité] Nous ne pouvons pas enregistrer votre demande'],
];

/** Plain paragraphs of the portal, where nothing calls them a message. */
export const PLAIN_PARAGRAPHS: ClassOfCases = {
  calm: [
    'Une fois la demande envoyée, vous ne pourrez plus la modifier.',
    'Il n’est plus possible de déposer un dossier au guichet.',
    'Si votre demande ne peut plus être modifiée, écrivez-nous.',
    'Votre demande est en cours d’instruction.',
    'Votre demande n’est plus modifiable après la signature.',
    'Vous n’avez plus besoin de renvoyer votre demande.',
    'En savoir plus sur votre demande.',
    'Votre dossier contient plus de dix pièces.',
    'Your application can no longer be changed once it has been sent.',
    'You no longer need to send your application by post.',
    'If your application is locked, write to us.',
    'Pourquoi ma demande ne peut-elle plus être modifiée ?',
  ],
  told: [
    ['correction', 'This application is locked. You can no longer replace or add a document.'],
    ['correction', 'Votre demande est transmise. Vous ne pouvez plus la compléter.'],
    ['correction', 'Cette demande ne peut plus être modifiée.'],
    ['correction', 'Your application can no longer be corrected.'],
    ['status', 'Le délai habituel de traitement de votre demande est dépassé.'],
    ['status', 'Le suivi de votre demande n’est plus disponible.'],
    ['status', 'The status of your application is no longer available.'],
    ['refused', 'Il n’est plus possible de créer un dossier pour cette démarche.'],
    ['refused', 'Il n’est plus possible de déposer une demande : cette procédure est fermée.'],
    ['refused', 'It is no longer possible to submit an application for this procedure.'],
  ],
};
