import { redirect } from '../server/replies.mjs';
import { fields, shower, slotList } from './page.mjs';

const show = shower('booking', 'Les services de l’État dans le département (page fictive)');
const CLASSES = { group: 'line', label: 'name', control: 'box' };
const PERSON = [
  ['nom', 'Nom'],
  ['prenoms', 'Prénom'],
  ['courriel', 'Adresse électronique', 'email'],
  ['telephone', 'Téléphone', 'tel'],
];

function toStep(step) {
  return (exchange, { id }) => redirect(exchange, `/booking/create/${id}/${step}`);
}

const NEXT = '<input class="button" type="submit" name="nextButton" value="Étape suivante">';

/** The module within the department's page. `buttons` is empty where there is nothing more to do. */
const inner = (title, body, buttons = NEXT) =>
  `<nav class="path">Accueil &gt; Prendre un rendez-vous</nav><h1>Demande de rendez-vous</h1>
<div id="inner_Booking"><form id="FormBookingCreate" method="post"><h2>${title}</h2>${body}
<div id="submit_Booking">${buttons}</div></form></div>`;

function showConditions(exchange) {
  show(
    exchange,
    'booking-conditions',
    'Conditions d’utilisation',
    inner(
      'Description de la nature du rendez-vous',
      `<p>Rendez-vous pour le dépôt d’une demande de titre de séjour (démarche fictive). Présentez-vous avec l’original de chaque document.</p>
<fieldset><legend>Conditions d’utilisation</legend><p>Toute fausse déclaration entraîne l’annulation du rendez-vous. Un seul rendez-vous est accordé par personne.</p>
<label><input id="condition" name="condition" type="checkbox" required> Veuillez cocher la case pour accepter les conditions d’utilisation avant de continuer.</label></fieldset>`,
      NEXT.replace('Étape suivante', 'Effectuer une demande de rendez-vous'),
    ),
  );
}

function showDesks(exchange) {
  const desks = ['Guichet A (fictif)', 'Guichet B (fictif)'].map(
    (name, index) =>
      `<p><label><input type="radio" name="planning" value="${index + 1}" required> ${name}</label></p>`,
  );
  show(
    exchange,
    'booking-guichet',
    'Choix du guichet',
    inner('Choix d’une nature de rendez-vous', desks.join('')),
  );
}

function showNoSlot(exchange) {
  show(
    exchange,
    'booking-complet',
    'Demande de rendez-vous',
    inner(
      'Choix d’une nature de rendez-vous',
      "<p>Il n'existe plus de plage horaire libre pour votre demande de rendez-vous. Veuillez recommencer ultérieurement.</p>",
      '<input class="button" type="submit" name="finishButton" value="Terminer">',
    ),
  );
}

function showSlots(exchange) {
  show(
    exchange,
    'booking-creneau',
    'Choix de la date',
    inner('Choix de la date et de l’heure', slotList(exchange.world.now())),
  );
}

function showPerson(exchange) {
  show(exchange, 'booking-usager', 'Vos coordonnées', inner('Vos coordonnées', fields(CLASSES, PERSON)));
}

function showEnd(exchange) {
  show(
    exchange,
    'booking-fin',
    'Rendez-vous enregistré',
    inner(
      'Votre demande est enregistrée',
      '<p>Rendez-vous fictif n° 990042. Un courriel vous demande de le confirmer dans les trente minutes.</p>',
      '',
    ),
  );
}

/** The older booking of prefectures: the same address for all, one number a step. */
export const BOOKING_ROUTES = [
  ['GET', '/booking/create/{id}', 'GET booking/start', showConditions],
  ['POST', '/booking/create/{id}', 'POST booking/start', toStep(1)],
  ['GET', '/booking/create/{id}/1', 'GET booking/1', showDesks, { 'no-slot': showNoSlot }],
  ['POST', '/booking/create/{id}/1', 'POST booking/1', toStep(3)],
  ['GET', '/booking/create/{id}/3', 'GET booking/3', showSlots],
  ['POST', '/booking/create/{id}/3', 'POST booking/3', toStep(4)],
  ['GET', '/booking/create/{id}/4', 'GET booking/4', showPerson],
  ['POST', '/booking/create/{id}/4', 'POST booking/4', toStep(8)],
  ['GET', '/booking/create/{id}/8', 'GET booking/8', showEnd],
];
