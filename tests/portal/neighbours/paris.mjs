import { redirect } from '../server/replies.mjs';
import { fields, IDENTITY_FIELDS, shower, slotList } from './page.mjs';

const show = shower('paris', 'Rendez-vous à la préfecture de police (page fictive)');
const CLASSES = { group: 'form-group', label: 'control-label', control: 'form-control' };
const submit = (text) => `<button class="btn btn-primary" type="submit">${text}</button>`;

function to(step) {
  return (exchange) => redirect(exchange, `/rendez-vous/${step}`);
}

function showStart(exchange) {
  show(
    exchange,
    'paris-accueil',
    'Accueil',
    `<h1>Prendre un rendez-vous</h1><p>Choisissez le motif de votre venue.</p><ul class="motives">
<li><a class="btn btn-primary" href="/rendez-vous/creneaux">Renouvellement d’un titre de séjour</a></li>
<li><a class="btn btn-primary" href="/rendez-vous/creneaux">Remise d’un titre de séjour</a></li></ul>`,
  );
}

function showSlots(exchange) {
  show(
    exchange,
    'paris-creneaux',
    'Créneaux',
    `<h1>Choisissez une date</h1><p>Centre de réception fictif, 42 rue Imaginaire.</p>
<form method="post">${slotList(exchange.world.now())}${submit('Réserver ce créneau')}</form>`,
  );
}

function showNoSlot(exchange) {
  show(
    exchange,
    'paris-complet',
    'Créneaux',
    `<h1>Choisissez une date</h1><div class="alert alert-warning" role="alert">Aucun créneau disponible. Veuillez réessayer ultérieurement.</div>
<p><a href="/accueil">Choisir un autre motif</a></p>`,
  );
}

function showPerson(exchange) {
  show(
    exchange,
    'paris-coordonnees',
    'Vos coordonnées',
    `<h1>Vos coordonnées</h1><form method="post">${fields(CLASSES, IDENTITY_FIELDS)}${submit('Confirmer')}</form>`,
  );
}

function showEnd(exchange) {
  show(
    exchange,
    'paris-confirmation',
    'Confirmation',
    `<h1>Rendez-vous confirmé</h1><p>Numéro fictif : P-990042. Présentez-vous avec votre passeport et votre convocation.</p>`,
  );
}

/** Appointments in Paris. Little of the real pages is public: the paths and the words are ours. */
export const PARIS_ROUTES = [
  ['GET', '/accueil', 'GET paris/accueil', showStart],
  ['GET', '/rendez-vous/creneaux', 'GET paris/creneaux', showSlots, { 'no-slot': showNoSlot }],
  ['POST', '/rendez-vous/creneaux', 'POST paris/creneaux', to('coordonnees')],
  ['GET', '/rendez-vous/coordonnees', 'GET paris/coordonnees', showPerson],
  ['POST', '/rendez-vous/coordonnees', 'POST paris/coordonnees', to('confirmation')],
  ['GET', '/rendez-vous/confirmation', 'GET paris/confirmation', showEnd],
];
