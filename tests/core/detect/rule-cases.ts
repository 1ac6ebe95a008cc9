import type { HostGroup } from '../../../lib/core/detect/hosts.ts';
import type { JudgeContext } from '../../../lib/core/detect/judge.ts';
import type { MessageSignal, RequestSignal } from '../../../lib/core/detect/signals.ts';

export interface RuleCase {
  readonly rule: string;
  /** Words of the page, or a status. */
  readonly says: string | number;
  readonly site?: HostGroup;
  readonly message?: Partial<MessageSignal>;
  readonly request?: Partial<RequestSignal>;
  readonly context?: Partial<JudgeContext>;
  /** Status of a request at the same time. */
  readonly beside?: number;
  /** Error shown at the same time. */
  readonly shown?: string;
}

const BLOCK = { place: 'block', component: 'p', level: 'unknown' } as const;
const TEXT = { place: 'text', component: 'p', level: 'unknown' } as const;
const SUCCESS = { level: 'success' } as const;
const LOGGED_IN = { loggedIn: true };

export const HITS: readonly RuleCase[] = [
  {
    rule: 'account-already-linked',
    says: 'Il semblerait que vos informations soient déjà associées à un compte.',
    message: BLOCK,
  },
  {
    rule: 'account-information-incorrect',
    says: 'Certaines informations que vous avez saisies sont incorrectes. Veuillez vérifier votre saisie.',
  },
  { rule: 'account-identifier-format', says: 'Format non respecté' },
  {
    rule: 'renewal-too-early',
    says: 'Il est trop tôt pour demander le renouvellement de votre titre.',
    message: { level: 'unknown' },
  },
  {
    rule: 'permit-expired-since',
    says: 'Votre titre de séjour est expiré depuis 9 mois',
    message: { level: 'info', component: 'p-message' },
  },
  {
    rule: 'permit-expired-since',
    says: 'Votre titre de séjour est expiré depuis 9 mois',
    message: { level: 'unknown', component: 'p-message' },
  },
  {
    rule: 'protection-not-recognised',
    says: 'Demande invalide. Votre demande ne peut aboutir. Vous n’êtes pas reconnu bénéficiaire de la protection internationale.',
  },
  {
    rule: 'stamp-already-used',
    says: 'Ce timbre ne peut être consommé. Il a déjà été utilisé.',
    message: BLOCK,
  },
  { rule: 'stamp-consumed', says: 'Votre timbre a été consommé.', message: SUCCESS },
  {
    rule: 'resources-below-minimum',
    says: 'Vous n’avez pas atteint le montant minimum de ressources nécessaires',
    message: BLOCK,
  },
  {
    rule: 'recap-no-later-change',
    says: 'Je vérifie les informations que j’ai saisies avant de les envoyer. Une fois la demande envoyée, je ne peux plus la modifier.',
    message: { component: 'p-message', level: 'info' },
  },
  {
    rule: 'recap-no-later-change',
    says: 'Once the application has been sent, I can no longer change it.',
    message: { component: '[role="dialog"]', level: 'unknown' },
  },
  {
    rule: 'recap-no-later-change',
    says: 'I check what I have entered. Once the request has been submitted, I can no longer modify it.',
    message: { component: '.fr-alert', level: 'info' },
  },
  {
    rule: 'request-sent',
    says: 'Votre demande a bien été envoyée le 24/01/2024 à 13:14:14. Elle porte le numéro [masqué : numéro]',
    message: SUCCESS,
  },
  { rule: 'request-closed-notification', says: 'Notification de clôture de la demande', message: BLOCK },
  { rule: 'upload-not-processed', says: 'The file could not be processed' },
  {
    rule: 'booking-no-slot',
    says: 'Il n’existe plus de plage horaire libre pour votre demande de rendez-vous. Veuillez recommencer ultérieurement.',
    site: 'booking',
    message: TEXT,
  },
  {
    rule: 'rdv-prefecture-no-slot',
    says: 'Aucun créneau disponible Veuillez réessayer ultérieurement.',
    site: 'rdv-prefecture',
    message: TEXT,
  },
  { rule: 'rdv-service-public-no-slot', says: 'Aucun créneau', site: 'rdv-service-public', message: BLOCK },
  { rule: 'rdv-captcha-refused', says: 'Le texte saisi est incorrect', site: 'rdv-prefecture' },
  {
    rule: 'rdv-captcha-refused',
    says: 'error=invalidCaptcha',
    message: { component: 'address', rules: ['rdv-captcha-refused'] },
  },
  {
    rule: 'rdv-session-invalid',
    says: 'errorSessionInvalide',
    message: { component: 'address', rules: ['rdv-session-invalid'] },
  },
  {
    rule: 'gateway-no-server',
    says: '503 Service Unavailable No server is available to handle this request.',
    message: TEXT,
  },
  {
    rule: 'gateway-invalid-answer',
    says: '502 Bad Gateway The server returned an invalid or incomplete response.',
    message: TEXT,
  },
  {
    rule: 'firewall-request-rejected',
    says: 'The requested URL was rejected. Please consult with your administrator. Your support ID is: 123',
    message: TEXT,
  },
  { rule: 'firewall-blocked', says: 'Sorry, you have been blocked', message: TEXT },
  {
    rule: 'demarches-server-error',
    says: 'Désolé, une erreur est survenue. Nos équipes ont été averties et travaillent à la résolution.',
    site: 'demarches',
    message: BLOCK,
  },
  {
    rule: 'demarches-unavailable',
    says: 'Service temporairement indisponible',
    site: 'demarches',
    message: BLOCK,
  },
  { rule: 'demarches-closed', says: 'Cette démarche est close', site: 'demarches', message: BLOCK },
  {
    rule: 'franceconnect-session',
    says: 'Votre session a expiré ou est invalide, fermez l’onglet de votre navigateur et reconnectez-vous.',
    site: 'franceconnect',
    message: TEXT,
  },
  {
    rule: 'franceconnect-technical',
    says: 'Une erreur s’est produite',
    site: 'franceconnect',
    message: TEXT,
  },
  {
    rule: 'franceconnect-identity',
    says: 'Un problème lié à vos données d’identité empêche la connexion d’aboutir.',
    site: 'franceconnect',
    message: TEXT,
  },
  { rule: 'login-refused', says: "Nom d'utilisateur ou mot de passe invalide.", site: 'sso' },
  { rule: 'login-expired', says: 'La page a expiré', site: 'sso', message: BLOCK },
  { rule: 'login-sorry', says: 'Nous sommes désolés…', site: 'sso', message: BLOCK },
  {
    rule: 'login-cookie-missing',
    says: 'Cookie introuvable. Assurez-vous que les cookies sont activés.',
    site: 'sso',
  },
  { rule: 'generic-error', says: 'Oups, quelque chose a mal tourné : une erreur technique est survenue' },
  { rule: 'generic-error', says: 'We are having technical problems' },
  { rule: 'generic-error', says: 'Une erreur est survenue', message: { level: 'info' }, beside: 500 },
  {
    rule: 'generic-unavailable',
    says: 'Le service est momentanément indisponible.',
    message: { component: 'page' },
  },
  { rule: 'generic-unavailable', says: 'This portal is down for maintenance, please come back later' },
  { rule: 'generic-session', says: 'Votre session a expiré' },
  { rule: 'generic-session', says: 'You have been logged out because of inactivity' },
  { rule: 'generic-account', says: 'Ce compte est verrouillé' },
  { rule: 'generic-account', says: 'Your activation link has expired' },
  { rule: 'generic-duplicate', says: 'Vous avez déjà une demande en cours d’instruction' },
  { rule: 'generic-duplicate', says: 'An application is already pending for this permit' },
  { rule: 'generic-upload', says: 'Le fichier dépasse la taille maximale de 2 Mo' },
  { rule: 'generic-upload', says: 'Unsupported file format' },
  { rule: 'generic-payment', says: 'Votre paiement a été refusé par la banque' },
  { rule: 'generic-no-slot', says: 'Tous les créneaux sont complets pour le moment' },
  { rule: 'generic-captcha', says: 'Le code de sécurité saisi est incorrect' },
  { rule: 'generic-refused', says: 'Vous n’êtes pas autorisé à effectuer cette démarche' },
  { rule: 'generic-blocked-form', says: 'Impossible de passer à l’étape suivante' },
  {
    rule: 'generic-correction',
    says: 'Cette demande ne peut plus être modifiée',
    message: { level: 'warning' },
  },
  { rule: 'generic-attestation', says: 'Votre attestation est indisponible' },
  { rule: 'generic-status', says: 'Votre dossier a été classé sans suite', message: { level: 'warning' } },
  { rule: 'generic-eligibility', says: 'Vous ne remplissez pas les conditions requises' },
  {
    rule: 'generic-confirmation',
    says: 'Votre demande a bien été transmise sous le numéro ZZTEST-1',
    message: { level: 'unknown' },
  },
  { rule: 'http-server-error', says: 500 },
  { rule: 'http-unavailable', says: 503, request: { navigation: true, path: '/usagers/' } },
  { rule: 'http-unavailable', says: 522 },
  { rule: 'http-too-many-requests', says: 429, shown: 'Veuillez patienter' },
  { rule: 'http-session-lost', says: 401, context: LOGGED_IN, shown: 'Veuillez vous identifier' },
  { rule: 'http-forbidden', says: 403, context: LOGGED_IN, shown: 'Accès refusé' },
  { rule: 'http-upload-refused', says: 422, request: { path: '/api/pieces' }, shown: 'Pièce non reçue' },
  { rule: 'http-upload-refused', says: 415, request: { path: '/api/pieces' }, shown: 'Pièce non reçue' },
  { rule: 'http-upload-too-large', says: 413 },
  { rule: 'http-upload-failed', says: 500, request: { path: '/api/pieces-jointes/televerser' } },
  { rule: 'http-connection-lost', says: -2, shown: 'Pas de réponse' },
];

export const MISSES: readonly RuleCase[] = [
  { rule: 'account-already-linked', says: 'Vos informations sont associées à votre compte.' },
  {
    rule: 'account-information-incorrect',
    says: 'Toutes les informations que vous avez saisies sont correctes.',
  },
  { rule: 'account-identifier-format', says: 'Format attendu : jj/mm/aaaa' },
  {
    rule: 'account-password-mail',
    says: 'Un message a été envoyé à l’adresse électronique correspondant à l’identifiant saisi',
  },
  {
    rule: 'renewal-too-early',
    says: '« Il est trop tôt pour demander le renouvellement de votre titre. » : ce message s’affiche plus de 120 jours avant la fin.',
    message: TEXT,
  },
  { rule: 'permit-expired-since', says: 'Votre titre de séjour est valable jusqu’au 3 mars' },
  {
    rule: 'protection-not-recognised',
    says: 'Vous êtes reconnu bénéficiaire de la protection internationale.',
  },
  { rule: 'stamp-already-used', says: 'Ce timbre peut être consommé.' },
  { rule: 'stamp-consumed', says: 'Votre timbre sera consommé au dépôt.' },
  { rule: 'resources-below-minimum', says: 'Le montant minimum de ressources nécessaires est de 1 400 €.' },
  { rule: 'recap-no-later-change', says: 'Je vérifie les informations que j’ai saisies.', message: TEXT },
  {
    rule: 'recap-no-later-change',
    says: 'Une fois la demande envoyée, je ne peux plus la modifier.',
    message: TEXT,
  },
  { rule: 'request-sent', says: 'Votre demande sera envoyée à la préfecture.' },
  { rule: 'request-closed-notification', says: 'Notification de dépôt de la demande' },
  { rule: 'upload-not-processed', says: 'Le fichier a été traité', message: SUCCESS },
  {
    rule: 'booking-no-slot',
    says: 'Choisissez une plage horaire pour votre demande de rendez-vous.',
    site: 'booking',
  },
  { rule: 'rdv-prefecture-no-slot', says: '3 créneaux disponibles', site: 'rdv-prefecture' },
  { rule: 'rdv-service-public-no-slot', says: 'Aucun créneau', site: 'portal', message: BLOCK },
  { rule: 'rdv-captcha-refused', says: 'Recopiez le texte de l’image', site: 'rdv-prefecture' },
  { rule: 'rdv-session-invalid', says: 'Votre session est valide vingt minutes', site: 'rdv-prefecture' },
  { rule: 'gateway-no-server', says: 'Our server is available to handle your request' },
  { rule: 'gateway-invalid-answer', says: 'Your answer is invalid or incomplete' },
  { rule: 'firewall-request-rejected', says: 'Your request was rejected' },
  { rule: 'firewall-blocked', says: 'Sorry, this page does not exist' },
  { rule: 'demarches-server-error', says: 'Erreur 500', site: 'portal' },
  { rule: 'demarches-unavailable', says: 'Service disponible', site: 'demarches' },
  { rule: 'demarches-closed', says: 'Cette démarche est ouverte', site: 'demarches' },
  { rule: 'franceconnect-session', says: 'Votre session est ouverte', site: 'franceconnect' },
  { rule: 'franceconnect-technical', says: 'Une erreur s’est produite', site: 'portal' },
  { rule: 'franceconnect-identity', says: 'Vérifiez vos données d’identité', site: 'franceconnect' },
  { rule: 'login-refused', says: "Saisissez votre nom d'utilisateur et votre mot de passe.", site: 'sso' },
  { rule: 'login-expired', says: 'Transaction expirée', site: 'sso' },
  { rule: 'login-sorry', says: 'Nous sommes heureux de vous revoir', site: 'sso' },
  { rule: 'login-cookie-missing', says: 'Ce site utilise des cookies', site: 'sso' },
  { rule: 'generic-error', says: 'Si une erreur est survenue, contactez-nous.' },
  { rule: 'generic-error', says: 'Une erreur est survenue', message: TEXT },
  { rule: 'generic-error', says: 'Votre demande a été traitée sans erreur technique', message: SUCCESS },
  {
    rule: 'generic-unavailable',
    says: 'Le service sera indisponible dimanche prochain',
    message: { level: 'info' },
  },
  { rule: 'generic-session', says: 'Votre session expire dans 5 minutes', message: { level: 'unknown' } },
  { rule: 'generic-account', says: 'Déjà un compte ? Connectez-vous', message: { component: 'page' } },
  {
    rule: 'generic-duplicate',
    says: 'Vous pouvez suivre votre demande en cours',
    message: { level: 'info' },
  },
  { rule: 'generic-upload', says: 'Taille maximale : 2 Mo. Formats acceptés : pdf, jpg', message: TEXT },
  { rule: 'generic-payment', says: 'Votre paiement a été accepté', message: SUCCESS },
  { rule: 'generic-no-slot', says: 'Choisissez un créneau', message: { level: 'info' } },
  { rule: 'generic-captcha', says: 'Saisissez le code de sécurité', message: { level: 'info' } },
  { rule: 'generic-refused', says: 'Votre demande est en cours d’examen', message: { level: 'info' } },
  { rule: 'generic-blocked-form', says: 'Passez à l’étape suivante', message: { level: 'info' } },
  { rule: 'generic-correction', says: 'Vous pouvez modifier votre demande', message: { level: 'info' } },
  { rule: 'generic-attestation', says: 'Votre attestation est disponible', message: SUCCESS },
  { rule: 'generic-status', says: 'Votre demande a été enregistrée', message: SUCCESS },
  { rule: 'generic-eligibility', says: 'Vous remplissez les conditions', message: SUCCESS },
  { rule: 'generic-confirmation', says: 'Votre demande sera envoyée', message: { level: 'info' } },
  { rule: 'http-server-error', says: 500, request: { path: '/favicon.ico' } },
  { rule: 'http-server-error', says: 500, request: { path: '/assets/logo.svg' } },
  { rule: 'http-server-error', says: 404, request: { path: '/api/anf/dossier-stepper' } },
  { rule: 'http-server-error', says: 0 },
  { rule: 'http-unavailable', says: 204, request: { path: '/api/anf/dossier-stepper' } },
  { rule: 'http-too-many-requests', says: 429 },
  { rule: 'http-session-lost', says: 401 },
  { rule: 'http-session-lost', says: 401, context: LOGGED_IN },
  { rule: 'http-forbidden', says: 403, context: LOGGED_IN },
  { rule: 'http-upload-refused', says: 422, request: { path: '/api/adresse' } },
  { rule: 'http-upload-too-large', says: 400, request: { path: '/api/pieces' } },
  { rule: 'http-upload-failed', says: 500, request: { path: '/api/documents' } },
  { rule: 'http-connection-lost', says: -2 },
];
