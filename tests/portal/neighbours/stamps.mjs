import { redirect } from '../server/replies.mjs';
import { fields, shower } from './page.mjs';

const show = shower('stamps', 'Timbres fiscaux en ligne (page fictive)');
const CLASSES = { group: 'row', label: 'row-label', control: 'row-control' };
const submit = (text) => `<button class="bouton" type="submit">${text}</button>`;

function to(path) {
  return (exchange) => redirect(exchange, path);
}

function showKinds(exchange) {
  const kinds = [
    'Titre pour étranger, 225 €',
    'Visa de régularisation, 200 €',
    'Document de circulation, 50 €',
  ].map(
    (name, index) =>
      `<li><label><input type="radio" name="timbre" value="${index + 1}" required> ${name}</label></li>`,
  );
  show(
    exchange,
    'timbres-achat',
    'Acheter un timbre',
    `<h1>Acheter un timbre fiscal</h1><p>Choisissez la démarche pour laquelle le timbre est demandé.</p><form method="post"><ul class="slots">${kinds.join('')}</ul>${submit('Continuer')}</form>`,
  );
}

function showPerson(exchange) {
  const person = [
    ['nom', 'Nom'],
    ['courriel', 'Adresse électronique', 'email'],
  ];
  show(
    exchange,
    'timbres-coordonnees',
    'Vos coordonnées',
    `<h1>Où envoyer le timbre ?</h1><form method="post">${fields(CLASSES, person)}${submit('Continuer')}</form>`,
  );
}

const payment = (notice = '') =>
  `<h1>Paiement</h1>${notice}<p>Un timbre pour titre étranger : <strong>225 €</strong>. Paiement fictif : aucune carte n’est demandée, rien n’est débité.</p><form method="post">${submit('Payer 225 €')}</form>`;

const error = (text) => `<div class="message message-erreur" role="alert">${text}</div>`;

const showPayment = (exchange) => show(exchange, 'timbres-paiement', 'Paiement', payment());

function showRefused(exchange) {
  show(exchange, 'timbres-refus', 'Paiement', payment(error('Le paiement a été refusé par votre banque.')), {
    status: 402,
  });
}

function showUsed(exchange) {
  const text = 'Ce timbre ne peut être consommé. Il a déjà été utilisé.';
  show(exchange, 'timbres-utilise', 'Paiement', payment(error(text)));
}

function showStamp(exchange) {
  show(
    exchange,
    'timbres-timbre',
    'Votre timbre',
    `<h1>Merci de votre achat</h1><p>Votre timbre fictif porte le numéro <strong>9900 0000 0000 0042</strong>. Il est valable un an.</p>`,
  );
}

/** Tax stamps: what it is for, for whom, the payment, the number. Nothing is debited, no card is asked for. */
export const STAMPS_ROUTES = [
  ['GET', '/achat', 'GET stamps/achat', showKinds],
  ['POST', '/achat', 'POST stamps/achat', to('/achat/coordonnees')],
  ['GET', '/achat/coordonnees', 'GET stamps/coordonnees', showPerson],
  ['POST', '/achat/coordonnees', 'POST stamps/coordonnees', to('/achat/paiement')],
  ['GET', '/achat/paiement', 'GET stamps/paiement', showPayment],
  [
    'POST',
    '/achat/paiement',
    'POST stamps/paiement',
    to('/achat/timbre'),
    { refused: showRefused, used: showUsed },
  ],
  ['GET', '/achat/timbre', 'GET stamps/timbre', showStamp],
];
