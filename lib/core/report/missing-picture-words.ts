import type { ImageMissingReason } from '../bundle/capture-record.ts';

/** Why a capture has no picture, for the reader of the exhibit. */
export const MISSING_PICTURE_WORDS: Record<ImageMissingReason, string> = {
  'click-needed':
    'le navigateur exigeait un clic de la personne avant toute image, et ce clic n’avait pas eu lieu',
  'not-started': 'la prise d’images n’était pas activée',
  'other-tab-in-front': 'un autre onglet était affiché au premier plan',
  'window-minimised': 'la fenêtre du navigateur était réduite',
  'page-changed': 'la page a changé pendant la prise de l’image, qui a été écartée',
  'password-visible': 'un mot de passe était en cours de saisie sur la page ; aucune image n’est alors prise',
  'too-many-requests': 'le navigateur limite le nombre d’images par seconde',
  'timed-out': 'le navigateur n’a pas fourni l’image à temps',
  'page-gone': 'la page avait été fermée ou quittée',
  'disk-full': 'l’ordinateur n’avait plus assez de place pour l’enregistrer',
  failed: 'le navigateur n’a pas pu fournir l’image',
};
