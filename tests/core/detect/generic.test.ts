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
  ['account', 'Impossible de vous authentifier.'],
  ['account', 'Le code de vérification est erroné ou a expiré.'],
  ['account', 'Vos données d’état civil ne concordent pas avec celles du ministère.'],
  ['session', 'Vous n’êtes plus authentifié.'],
  ['session', 'Votre session a pris fin.'],
  ['session', 'Le temps imparti est dépassé.'],
  ['server-error', 'Oups, quelque chose s’est mal passé.'],
  ['server-error', 'Pour des raisons techniques, il est impossible de donner suite.'],
  ['server-error', 'We are experiencing technical difficulties.'],
  ['unavailable', 'We’ll be back soon!'],
  ['unavailable', 'Le portail est fermé le temps d’une intervention technique.'],
  ['unavailable', 'Panne en cours'],
  ['unavailable', 'Trop de connexions simultanées'],
  ['refused', 'Vous n’êtes pas habilité à réaliser cette action'],
  ['refused', 'Votre demande ne peut aboutir'],
  ['duplicate', 'Only one application at a time is allowed.'],
  ['duplicate', 'Une demande de titre est déjà en instruction à votre nom.'],
  ['upload', 'Photo non conforme'],
  ['upload', 'L’extension .heic n’est pas prise en charge'],
  ['payment', 'Votre carte a été refusée.'],
  ['payment', 'Ce timbre est déjà affecté à une autre demande'],
  ['appointment', 'Toutes les plages sont complètes'],
  ['appointment', 'La réservation a échoué'],
  ['appointment', 'Les créneaux sont épuisés'],
  ['captcha', 'Vérification impossible : rechargez le captcha'],
  ['captcha', 'Les caractères saisis ne sont pas les bons'],
  ['correction', 'Vous ne pouvez plus ajouter de document.'],
  ['correction', 'La rectification n’est pas possible en ligne'],
  ['attestation', 'Vous n’avez pas encore d’attestation'],
  ['status', 'L’instruction de votre demande est abandonnée'],
  ['status', 'Le statut de votre demande est inconnu'],
  ['eligibility', 'Vous ne justifiez pas de cinq ans de résidence'],
  ['confirmation', 'Votre paiement a été accepté. Votre timbre électronique est disponible.'],
  ['confirmation', 'Rendez-vous confirmé le 08/12/2026 à 10:20'],
];

/** Headings, and pages that show nothing else. */
const HEADINGS: readonly (readonly [category: string | null, text: string])[] = [
  ['confirmation', 'Votre rendez-vous est confirmé'],
  ['status', 'Votre dossier a été clos automatiquement'],
  ['unavailable', 'Le service est momentanément indisponible'],
  ['server-error', 'Une erreur est survenue'],
  ['session', 'Votre session a expiré'],
  [null, 'Vous avez déjà un compte'],
  [null, 'Demande refusée : quels recours'],
  [null, 'Rendez-vous annulé'],
  [null, 'Vous n’avez aucune demande en cours'],
  [null, 'Mon compte est bloqué'],
  [null, 'Vous ne pouvez pas vous connecter'],
  [null, 'Votre document n’a pas pu être envoyé'],
  [null, 'Le paiement a échoué'],
  ['session', 'Cette page n’est plus valide'],
  ['session', 'Votre lien de connexion a expiré'],
  ['session', 'This page has expired'],
  ['unavailable', 'Maintenance en cours'],
  ['unavailable', 'Site en maintenance'],
  ['unavailable', 'Nous sommes en maintenance'],
  ['unavailable', 'Ce portail est fermé'],
  ['unavailable', 'We are down for maintenance'],
  ['server-error', 'Un problème est survenu'],
  ['server-error', 'Something went wrong'],
  ['server-error', 'That did not work'],
  ['refused', 'Accès refusé'],
  ['refused', 'Cette démarche n’est pas accessible'],
  ['refused', 'Access denied'],
  ['appointment', 'Plus aucun rendez-vous disponible'],
  ['appointment', 'Tous les créneaux sont pris'],
  ['appointment', 'Malheureusement, il ne reste pas de créneau'],
  ['appointment', 'No appointments available'],
  ['status', 'Votre demande a été clôturée'],
  [null, 'Documents refusés'],
  [null, 'Comptes bloqués : que faire'],
  [null, 'Mes rendez-vous'],
  [null, 'Erreurs fréquentes'],
  [null, 'Demande refusée'],
  [null, 'Mot de passe expiré'],
  [null, 'Résoudre un problème de connexion'],
  [null, 'Perte du titre'],
  [null, 'Votre rendez-vous'],
  [null, 'Ce que dit la loi'],
  [null, 'Signaler une erreur'],
  [null, 'Your documents'],
  [null, 'Problèmes de paiement'],
  [null, 'Vérifier si mon compte est bloqué'],
  [null, 'Session d’information'],
  [null, 'Le service change'],
  [null, 'Mes documents'],
  [null, 'Demandes clôturées'],
  [null, 'Pourquoi ma demande est-elle refusée'],
  [null, 'Ce qu’il faut savoir avant de commencer'],
  [null, 'Vos pièces justificatives'],
  [null, 'Votre situation'],
  [null, 'Votre demande est en cours d’examen'],
  [null, 'Vous êtes étudiant'],
  [null, 'Vous avez perdu votre titre'],
  [null, 'Votre titre expire bientôt'],
  [null, 'Vous ne trouvez pas votre préfecture'],
  [null, 'Vous n’avez pas de numéro étranger'],
  [null, 'Vous n’avez pas reçu votre courriel'],
  [null, 'Votre titre a été volé ou perdu'],
  [null, 'Nous répondons à vos questions'],
  [null, 'Quand votre demande est refusée'],
  [null, 'Votre carte est arrivée'],
  [null, 'Ce service est gratuit'],
  [null, 'Ce service est ouvert à tous'],
  [null, 'Cette démarche est gratuite'],
  [null, 'Votre espace est prêt'],
  [null, 'Votre document est prêt'],
  [null, 'Vous avez déposé une demande'],
  [null, 'You have lost your permit'],
  [null, 'Your application is being examined'],
  [null, 'We are here to help'],
  [null, 'This service is free'],
  [null, 'What happens next'],
  [null, 'You do not have a foreigner number'],
  [null, 'Your card has arrived'],
  [null, 'Votre compte n’est pas encore complet'],
  [null, 'Il vous manque un document'],
  [null, 'Votre rendez-vous est passé'],
  [null, 'Vous ne pouvez pas vous déplacer'],
  [null, 'Vous avez oublié votre mot de passe'],
  [null, 'Vous n’arrivez pas à vous connecter'],
  [null, 'You cannot log in'],
  [null, 'You have forgotten your password'],
  [null, 'Votre adresse a changé'],
  [null, 'Vous êtes réfugié'],
];
/** The heading of the whole page. */
const TITLES: readonly (readonly [category: string | null, text: string])[] = [
  ['account', 'Votre compte est désactivé'],
  ['account', 'Your account is locked'],
  ['account', 'Nous n’avons pas pu vous identifier'],
  ['payment', 'Votre paiement a échoué'],
  ['upload', 'Votre document n’a pas pu être envoyé'],
  [null, 'Mon compte est bloqué'],
  [null, 'Vous n’arrivez pas à vous connecter'],
  [null, 'Votre espace personnel'],
];
const ALONE: readonly (readonly [category: string | null, text: string])[] = [
  ['unavailable', 'Nous revenons très vite !'],
  ['session', 'Votre session est terminée. Identifiez-vous de nouveau.'],
  ['status', 'Votre demande a été clôturée.'],
  ['appointment', 'Le planning des rendez-vous est complet.'],
  [null, 'Vous avez déjà un compte'],
  [
    null,
    'De nouveaux créneaux sont ouverts chaque lundi. Si aucun créneau n’est disponible, il est inutile de vous déplacer.',
  ],
  [null, 'My appointments Past appointments 3 March 2026 Cancelled by the service 12 January 2026 No-show'],
  [null, 'Aucune attestation'],
  [null, 'Taille maximale des pièces : 200 Mo.'],
  [null, '« Erreur 502 » ou « Service indisponible » : patientez. « Votre session a expiré » : revenez.'],
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
  'La date doit être au format JJ/MM/AAAA',
  'Le numéro de téléphone doit être au format international',
  'Décrivez votre problème',
  'Tout refuser',
  'Votre demande a bien été enregistrée comme brouillon',
  'Vous avez été déconnecté avec succès',
  'You have successfully logged out',
  'Votre achat est terminé',
  'Log in or register I already have an account Log in with your username. I have no account Create your account with your foreigner number.',
  'Connexion ou inscription J’ai déjà un compte Se connecter avec son identifiant. Je n’ai pas de compte Créer mon compte avec mon numéro étranger.',
  'Le téléchargement est terminé.',
  'Maintenance prévue le 12/12/2026',
  'Scheduled maintenance on Saturday',
  'Taille maximale par fichier : 10 Mo',
  'Votre rendez-vous a bien été annulé à votre demande',
  'Cette démarche s’adresse aux personnes que leur préfecture ne peut pas recevoir',
  'Signaler un problème',
  'Aucun rendez-vous à venir',
  'Un timbre est valable 12 mois. Un timbre déjà utilisé ne peut être remboursé ni consommé une seconde fois.',
  'Les documents illisibles sont refusés',
  'Files over 10 MB are not accepted',
  'Mes demandes Demande de duplicata – refusée le 12/03/2024.',
  'Créneaux disponibles lundi 30 novembre 09:00, 09:20 complet, 09:40',
  'L’incident du 12 novembre est clos. Tous les services fonctionnent normalement.',
  'Rendez-vous annulé comme vous l’avez demandé.',
  'Follow an application, complete a file.',
  'Complete your application step by step',
  'All sections are complete.',
  'Suivre une demande, compléter un dossier.',
];

describe('messages that nobody has seen before', () => {
  it.each(TROUBLE)('%s: %s', (category, text) => {
    const level = category === 'confirmation' ? 'success' : 'error';
    const found = judge([messageOf(text, { level })], onPage());
    expect(found.map((finding) => finding.category)).toContain(category);
  });
});

describe('a heading tells what has happened to the person, not what it names', () => {
  it.each(HEADINGS)('%s: %s', (category, text) => {
    const heading = messageOf(text, { place: 'block', component: 'h2', level: 'unknown' });
    const found = judge([heading], onPage()).map((finding) => finding.category);
    expect(found.slice(0, 1)).toEqual(category === null ? [] : [category]);
    const help = { address: { origin: '', path: '/usagers/', route: '#/aide' } };
    expect(judge([heading], onPage(help))).toEqual([]);
  });
});

describe('the heading of a page may be about anything', () => {
  it.each(TITLES)('%s: %s', (category, text) => {
    const title = messageOf(text, { place: 'block', component: 'h1', level: 'unknown' });
    const found = judge([title], onPage()).map((finding) => finding.category);
    expect(found.slice(0, 1)).toEqual(category === null ? [] : [category]);
  });
});

describe('a page that shows nothing else', () => {
  it.each(ALONE)('%s: %s', (category, text) => {
    const found = judge([messageOf(text, { component: 'page' })], onPage());
    expect(found.slice(0, 1).map((finding) => finding.category)).toEqual(category === null ? [] : [category]);
  });
  it('explains what may be read elsewhere when its address says so', () => {
    const help = { address: { origin: '', path: '/faq', route: '' } };
    expect(judge([messageOf('Le document est refusé', { component: 'page' })], onPage(help))).toEqual([]);
  });
});

describe('what forms ordinarily say is no finding, whatever the colour of the box', () => {
  it.each(ORDINARY)('%s', (text) => {
    for (const level of ['error', 'warning', 'info', 'unknown'] as const) {
      expect(judge([messageOf(text, { level })], onPage())).toEqual([]);
      expect(judge([messageOf(text, { level, component: '.fr-error-text' })], onPage())).toEqual([]);
    }
  });
  it.each([
    ['what is to be mended in it', 'Ce numéro ne peut pas être pris en compte, vérifiez sa structure.', []],
    [
      'what it refused',
      'Your document could not be uploaded: the security check did not complete.',
      ['upload'],
    ],
  ])('under a field: %s', (_, text, categories) => {
    const found = judge([messageOf(text, { component: '.fr-message--error' })], onPage());
    expect(found.map(({ category }) => category)).toEqual(categories);
  });
});
