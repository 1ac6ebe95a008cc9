// The three French sentences of failure and « Une erreur s’est produite » are published; the rest, and all English, is ours.
export const FRANCE_CONNECT_TEXT = {
  fr: {
    choose: 'Choisissez un compte pour vous connecter',
    why: 'Ce compte prouve votre identité au site d’où vous venez. Aucun de ceux-ci n’existe.',
    accounts: ['Identité fictive', 'Compte d’essai', 'Identité imaginaire +'],
    login: 'Identité fictive',
    loginHint: 'Réplique : n’importe quel identifiant et n’importe quel mot de passe, sauf les vrais.',
    fields: [
      ['identifiant', 'Identifiant'],
      ['motDePasse', 'Mot de passe', 'password'],
    ],
    submit: 'Se connecter',
    consent: 'Vous allez être connecté',
    goingOnAs: 'Vous continuez sous l’identité de Dossier A. K., connue d’aucun service.',
    carryOn: 'Continuer vers le site',
    error: 'Une erreur s’est produite',
    code: 'Erreur',
    session:
      'Votre session a expiré ou est invalide, fermez l’onglet de votre navigateur et reconnectez-vous.',
    technical: 'Une erreur technique est survenue, fermez l’onglet de votre navigateur et reconnectez-vous.',
    identity: 'Un problème lié à vos données d’identité empêche la connexion d’aboutir.',
  },
  en: {
    choose: 'Choose an account to sign in with',
    why: 'This account proves who you are to the site you come from. None of these exists.',
    accounts: ['Fictitious identity', 'Trial account', 'Imaginary identity +'],
    login: 'Fictitious identity',
    loginHint: 'Replica: any user name and any password, but never real ones.',
    fields: [
      ['identifiant', 'User name'],
      ['motDePasse', 'Password', 'password'],
    ],
    submit: 'Sign in',
    consent: 'You are about to be signed in',
    goingOnAs: 'You go on as Dossier A. K., whom no service knows.',
    carryOn: 'Continue to the site',
    error: 'An error occurred',
    code: 'Error',
    session: 'Your session has expired or is invalid, close the tab of your browser and sign in again.',
    technical: 'A technical error occurred, close the tab of your browser and sign in again.',
    identity: 'A problem with your identity data prevents the connection from completing.',
  },
};
