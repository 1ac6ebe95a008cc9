const LOGIN = { route: '#/espace-personnel/connexion-inscription', signedIn: false };
const CREATION = { route: '#/creation-compte', signedIn: false };
const CREATE = 'POST /api/usager/comptes';

export const ACCOUNT = [
  {
    id: 'account-already-known',
    category: 'account',
    title: { fr: 'Compte déjà associé', en: 'Account already linked' },
    what: {
      fr: 'La création de compte est refusée : les informations seraient déjà associées à un compte.',
      en: 'Account creation is refused: the details are said to be linked to an account already.',
    },
    start: CREATION,
    act: 'create-account',
    fails: { on: CREATE, answer: { status: 409, code: 'accountKnown' } },
    message: 'accountKnown',
  },
  {
    id: 'account-incorrect-details',
    category: 'account',
    title: { fr: 'Informations « incorrectes »', en: '“Incorrect” details' },
    what: {
      fr: 'Le même message s’affiche pour une faute de frappe et pour une panne du fichier des étrangers.',
      en: 'The same message is shown for a typing mistake and for a failure of the back-end register.',
    },
    start: CREATION,
    act: 'create-account',
    fails: { on: CREATE, answer: { status: 422, code: 'accountIncorrect' } },
    message: 'accountIncorrect',
  },
  {
    id: 'account-format',
    category: 'account',
    title: { fr: 'Numéro étranger refusé', en: 'Foreigner number refused' },
    what: {
      fr: 'Un numéro étranger bien écrit est refusé : « format non respecté ».',
      en: 'A well-formed foreigner number is refused: “format not respected”.',
    },
    start: CREATION,
    act: 'create-account',
    fails: { on: CREATE, answer: { status: 422, code: 'accountFormat', field: 'agdref' } },
    message: 'accountFormat',
  },
  {
    id: 'password-mail-never-arrives',
    category: 'account',
    title: { fr: 'Courriel de mot de passe jamais reçu', en: 'Password e-mail never received' },
    what: {
      fr: 'La page annonce un message qui n’arrive pas : rien d’autre ne s’affiche.',
      en: 'The page announces a message that never comes: nothing else is shown.',
    },
    start: LOGIN,
    act: 'reset-password',
    text: "Mot de passe oublié. Un message a été envoyé à l'adresse électronique correspondant à l'identifiant saisi",
  },
  {
    id: 'sso-invalid-password',
    category: 'account',
    title: { fr: 'Mot de passe refusé', en: 'Password refused' },
    what: {
      fr: 'L’identifiant et le mot de passe sont refusés, quels qu’ils soient.',
      en: 'The user name and the password are refused, whatever they are.',
    },
    start: LOGIN,
    act: 'login',
    fails: { on: 'POST sso/authenticate', answer: { sso: 'invalidPassword' } },
    text: "Nom d'utilisateur ou mot de passe invalide.",
  },
  {
    id: 'sso-password-expired',
    category: 'account',
    title: { fr: 'Mot de passe expiré', en: 'Password expired' },
    what: {
      fr: 'Après la connexion, un nouveau mot de passe est exigé avant toute chose.',
      en: 'After login a new password is demanded before anything else.',
    },
    start: LOGIN,
    act: 'login',
    fails: { on: 'POST sso/authenticate', answer: { sso: 'passwordExpired' } },
    text: 'Vous devez changer votre mot de passe pour activer votre compte.',
  },
];
