import { describe, expect, it } from 'vitest';
import { judge } from '../../../lib/core/detect/judge.ts';
import { messageOf, onPage } from './message-of.ts';

/** Messages that no rule quotes, in the words of other sites. */
const TROUBLE: readonly (readonly [category: string, text: string])[] = [
  ['server-error', 'Aïe, ça ne fonctionne pas. Réessayez dans un instant.'],
  ['server-error', 'Une anomalie a été détectée lors du traitement'],
  ['server-error', 'Erreur système, veuillez contacter l’assistance'],
  ['server-error', 'Une exception est survenue'],
  ['server-error', 'Your request could not be completed due to a technical error'],
  ['server-error', 'Le service a renvoyé une réponse inattendue'],
  ['unavailable', 'Le site rencontre actuellement un nombre important de visites, merci de patienter'],
  ['unavailable', 'Nous effectuons une maintenance, retour prévu à 18 h'],
  ['unavailable', 'Le téléservice est suspendu jusqu’à demain'],
  ['unavailable', 'This page cannot be reached'],
  ['unavailable', 'Fonctionnalité temporairement désactivée'],
  ['unavailable', 'La plateforme ne répond plus'],
  ['session', 'Votre authentification a expiré'],
  ['session', 'Inactivité détectée : vous avez été déconnecté(e)'],
  ['session', 'Session introuvable'],
  ['session', 'Token expired'],
  ['account', 'Nous ne trouvons aucun compte avec ces informations'],
  ['account', 'Les données saisies ne permettent pas de vous identifier'],
  ['account', 'Le mot de passe a expiré'],
  ['account', 'Your details do not match our records'],
  ['account', 'Création de compte impossible'],
  ['account', 'Vos informations n’ont pas été reconnues'],
  ['upload', 'Pièce jointe refusée : format incorrect'],
  ['upload', 'Une erreur est survenue lors du dépôt de la pièce'],
  ['upload', 'La taille du fichier ne doit pas dépasser 2 Mo'],
  ['upload', 'Could not upload your document'],
  ['upload', 'Extension de fichier invalide'],
  ['upload', 'Nombre maximal de fichiers atteint'],
  ['payment', 'Le numéro du timbre est incorrect'],
  ['payment', 'Ce timbre n’a pas pu être validé'],
  ['payment', 'Payment error'],
  ['payment', 'Montant du timbre insuffisant'],
  ['appointment', 'Aucun rendez-vous n’est proposé actuellement'],
  ['appointment', 'Le planning est complet'],
  ['appointment', 'Le créneau choisi n’est plus disponible'],
  ['appointment', 'No time slots found'],
  ['captcha', 'Le texte recopié ne correspond pas'],
  ['captcha', 'Captcha expired, try again'],
  ['duplicate', 'Votre précédente demande est toujours en cours, vous ne pouvez pas en déposer une nouvelle'],
  ['duplicate', 'A similar application is being processed'],
  ['refused', 'Cette démarche ne vous est pas accessible'],
  ['refused', 'Your application cannot be accepted online'],
  ['refused', 'Vous n’entrez pas dans le champ de ce téléservice'],
  ['blocked-form', 'Erreur lors de la validation du formulaire, impossible de continuer'],
  ['blocked-form', 'Les données n’ont pas pu être sauvegardées'],
  ['blocked-form', 'Step could not be completed'],
  ['correction', 'La modification de cette demande n’est pas autorisée'],
  ['correction', 'Vous ne pouvez plus ajouter de pièces à ce dossier'],
  ['attestation', 'Votre attestation n’est plus valable'],
  ['attestation', 'L’attestation demandée est introuvable'],
  ['status', 'Votre demande a fait l’objet d’un classement sans suite'],
  ['eligibility', 'Les conditions de dépôt ne sont pas réunies'],
  ['eligibility', 'Votre demande est prématurée'],
  [
    'appointment',
    'Les plannings de tous les guichets sont complets. Renouvelez votre tentative la semaine prochaine.',
  ],
  ['refused', 'Le dépôt de dossier n’est plus ouvert L’administration n’accepte plus de nouvelle demande.'],
  [
    'refused',
    'La remise de votre dernier titre n’a pas été enregistrée. Vous ne pouvez donc pas effectuer cette démarche en ligne.',
  ],
  ['status', 'Votre demande ZZTEST-000016 a été annulée par l’administration. Elle n’est plus instruite.'],
  ['upload', 'Le fichier « passeport.pdf » est trop volumineux'],
  ['confirmation', 'Votre message a bien été envoyé Votre demande porte le numéro ZZTEST-CCC-0001.'],
];

/** What forms and notices ordinarily say. */
const ORDINARY: readonly string[] = [
  'Adresse : champ requis',
  'Indiquez votre date d’entrée en France',
  'Votre numéro étranger se trouve au recto de votre titre',
  'Merci de relire les informations saisies',
  'Le prénom ne doit pas contenir de chiffres',
  'La pièce doit être lisible et en couleur',
  'Select at least one reason',
  'Password must contain a digit',
  'Veuillez saisir le même mot de passe',
  'Vous pouvez reprendre votre demande plus tard',
  'Votre brouillon a été enregistré',
  'Cette étape est facultative',
  'Les documents en langue étrangère doivent être traduits',
  'Le dépôt de cette demande vaut déclaration sur l’honneur',
  'Attention : les timbres ne sont pas remboursables',
  'Your draft has been saved',
  'Pour toute question, contactez le centre de contact citoyens',
  'L’instruction peut prendre plusieurs mois',
  'Vos documents seront vérifiés par un agent',
  'La prise de rendez-vous est gratuite',
  'Renseignez au moins un numéro de téléphone',
  'Année invalide',
  'Ce champ ne peut pas être vide',
  'This field cannot be empty',
  'Le fichier sélectionné : photo.jpg',
  'Nouveauté : vous pouvez désormais suivre vos demandes',
  'La valeur doit être un nombre',
  'Must be a number',
  'Le site utilise des cookies',
  'Vos ressources doivent être justifiées sur 12 mois',
  'Toute demande incomplète sera rejetée',
  'Une attestation vous sera délivrée',
  'Vous recevrez un courriel de confirmation',
  'Merci de patienter pendant le chargement',
  'Chargement en cours',
  'Aucun résultat',
  'Vous n’avez aucune notification',
  'Veuillez vous connecter pour continuer',
  'Saisie incomplète',
  'Pays de naissance inconnu ? Choisissez « Autre »',
  'Attention Voulez-vous abandonner la demande ? Les informations non enregistrées seront perdues. Non, je continue Oui, j’abandonne',
  'Préparez vos documents : vous disposez de 30 minutes par page avant que votre session expire.',
  '« Erreur 503 » signifie que le service est momentanément indisponible.',
  '“Your session has expired”',
  'Documents : 3 sur 3, 0 document refusé',
  '12/03/2023 Votre demande a été refusée le 10/03/2023. Lue',
  'Bonjour, depuis trois jours je lis « Une erreur technique est survenue » et mon document est refusé.',
  'L’éditeur ne peut être tenu responsable en cas d’indisponibilité du service, d’erreur technique ou de maintenance.',
  'Nos conseillers sont hors ligne. Service indisponible de 18 h à 9 h.',
  'Décrivez votre problème',
  'Tout refuser',
  'Votre demande a bien été enregistrée comme brouillon',
];

describe('messages that nobody has seen before', () => {
  it.each(TROUBLE)('%s: %s', (category, text) => {
    expect(judge([messageOf(text)], onPage()).map((finding) => finding.category)).toContain(category);
  });
});

describe('what forms ordinarily say is no finding, whatever the colour of the box', () => {
  it.each(ORDINARY)('%s', (text) => {
    for (const level of ['error', 'warning', 'info', 'unknown'] as const) {
      expect(judge([messageOf(text, { level })], onPage())).toEqual([]);
      expect(judge([messageOf(text, { level, component: '.fr-error-text' })], onPage())).toEqual([]);
    }
  });
});
