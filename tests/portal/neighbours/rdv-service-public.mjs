import { redirect } from '../server/replies.mjs';
import { fields, IDENTITY_FIELDS, shower, slotList } from './page.mjs';

const show = shower('dsfr', 'RDV Service Public (page fictive)');
const CLASSES = { group: 'fr-input-group', label: 'fr-label', control: 'fr-input' };
const submit = (text) => `<button class="fr-btn" type="submit">${text}</button>`;

function to(path) {
  return (exchange) => redirect(exchange, path);
}

function showReasons(exchange) {
  const reasons = ['Dépôt d’une demande de titre', 'Remise d’un titre', 'Aide à une démarche en ligne'].map(
    (name) => `<li><a class="fr-card" href="/prendre_rdv/creneaux">${name}</a></li>`,
  );
  show(
    exchange,
    'rdvsp-motif',
    'Prenez rendez-vous',
    `<h1>Prenez rendez-vous en ligne</h1><p>Sous-préfecture fictive de Ville-Fictive. Sélectionnez le motif de votre rendez-vous.</p><ul class="cards">${reasons.join('')}</ul>`,
  );
}

function showSlots(exchange) {
  show(
    exchange,
    'rdvsp-creneaux',
    'Choisissez un créneau',
    `<h1>Choisissez un créneau</h1><p>Dépôt d’une demande de titre, 30 minutes, sur place.</p><form method="post">${slotList(exchange.world.now())}${submit('Continuer')}</form>`,
  );
}

function showNoSlot(exchange) {
  show(
    exchange,
    'rdvsp-complet',
    'Choisissez un créneau',
    `<h1>Choisissez un créneau</h1><p>Dépôt d’une demande de titre, 30 minutes, sur place.</p>
<div class="fr-callout"><p>Malheureusement, aucun créneau n’est proposé pour ce motif.</p></div>
<p><a href="/prendre_rdv">Choisir un autre motif</a></p>`,
  );
}

function showPerson(exchange) {
  show(
    exchange,
    'rdvsp-usager',
    'Vos informations',
    `<h1>Vos informations</h1><form method="post">${fields(CLASSES, IDENTITY_FIELDS)}${submit('Confirmer mon rendez-vous')}</form>`,
  );
}

function showAppointment(exchange) {
  show(
    exchange,
    'rdvsp-rdv',
    'Votre rendez-vous',
    `<div class="fr-alert fr-alert--success" role="status"><p>Votre rendez-vous est confirmé.</p></div><h1>Votre rendez-vous</h1>
<p>Sous-préfecture fictive, 42 impasse Imaginaire. Un rappel vous sera envoyé deux jours avant.</p>`,
  );
}

/** RDV Service Public: a reason, a slot, the person. A Rails application in the State's design system. */
export const RDV_SERVICE_PUBLIC_ROUTES = [
  ['GET', '/prendre_rdv', 'GET rdvsp/start', showReasons],
  ['GET', '/prendre_rdv/creneaux', 'GET rdvsp/creneaux', showSlots, { 'no-slot': showNoSlot }],
  ['POST', '/prendre_rdv/creneaux', 'POST rdvsp/creneaux', to('/users/rdv_wizard_step/new')],
  ['GET', '/users/rdv_wizard_step/new', 'GET rdvsp/usager', showPerson],
  ['POST', '/users/rdv_wizard_step/new', 'POST rdvsp/usager', to('/users/rdvs/990042')],
  ['GET', '/users/rdvs/{id}', 'GET rdvsp/rdv', showAppointment],
];
