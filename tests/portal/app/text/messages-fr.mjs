// Sentences published word for word, unless a comment says otherwise. What stands between the two known halves of
// `notProtected` and of `recapRule` is ours: the source leaves it out.
export const MESSAGES_FR = {
  accountKnown: 'Il semblerait que vos informations soient déjà associées à un compte.',
  accountIncorrect:
    'Certaines informations que vous avez saisies sont incorrectes. Veuillez vérifier votre saisie.',
  tooEarly: 'Il est trop tôt pour demander le renouvellement de votre titre.',
  notProtected:
    "Demande invalide. Votre demande ne peut pas être déposée. Vous n'êtes pas reconnu bénéficiaire de la protection internationale.",
  stampUsed: 'Ce timbre ne peut être consommé. Il a déjà été utilisé.',
  stampConsumed: 'Votre timbre a été consommé.',
  resourcesMinimum: "Vous n'avez pas atteint le montant minimum de ressources nécessaires",
  recapRule:
    "Je vérifie les informations que j'ai saisies avant de les valider. Une fois la demande envoyée, je ne peux plus la modifier.",
  requestSent: 'Votre demande a bien été envoyée le {date} à {time}. Elle porte le numéro {number}',
  requestClosed: 'Notification de clôture de la demande',

  // Reported by people in other words; the exact wording is not public.
  accountFormat: 'format non respecté',
  expiredNineMonths: 'Votre titre de séjour est expiré depuis plus de 9 mois',
  duplicate: 'Vous avez déjà une demande en cours.',
  uploadNotProcessed: 'Le fichier n’a pas pu être traité.',
  uploadTooBig: 'Le fichier dépasse la taille maximale autorisée (10 Mo).',
  uploadFormat: 'Format de fichier non supporté. Formats acceptés : PDF, PNG, JPEG.',

  // Ours.
  technicalError: 'Une erreur technique est survenue. Veuillez réessayer ultérieurement.',
  sessionExpired: 'Votre session a expiré. Veuillez vous reconnecter.',
  notYours: 'Vous n’avez pas accès à cette demande.',
  notFound: 'Page introuvable.',
  required: 'Ce champ est obligatoire.',
  dateInvalid: 'La date doit être écrite sous la forme jj/mm/aaaa.',
  agdrefInvalid: 'Le numéro étranger comporte 10 chiffres.',
  postcodeInvalid: 'Le code postal comporte 5 chiffres.',
  phoneInvalid: 'Le numéro de téléphone n’est pas valide.',
  emailInvalid: 'L’adresse électronique n’est pas valide.',
  amountInvalid: 'Le montant doit être un nombre.',
  stampInvalid: 'Le numéro de timbre comporte 16 chiffres.',
  accountCreated: 'Votre compte a été créé. Vous pouvez vous connecter.',
  underReview: 'Demande en cours d’instruction',
  welcome: 'Bienvenue dans votre espace personnel',
  received: 'Votre demande a été reçue',
};
