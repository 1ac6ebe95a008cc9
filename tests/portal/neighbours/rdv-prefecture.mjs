import { sendHtml } from '../server/replies.mjs';
import { neighbourPage } from './page.mjs';

/** The national appointment service: conditions, captcha, then the free slots. */
export const RDV_PREFECTURE_ROUTES = [
  ['GET', '/rdvpref/reservation/demarche/{id}/', 'GET rdv/demarche', showStart],
  ['GET', '/rdvpref/reservation/demarche/{id}/creneau/', 'GET rdv/creneau', showSlots],
];

const frame = (title, body) => neighbourPage({ title, body });

function showStart(exchange, { id }) {
  const body = `<h1>Prendre un rendez-vous</h1>
<p>Cette démarche se fait sur rendez-vous.</p>
<a class="q-btn" href="/rdvpref/reservation/demarche/${id}/creneau/">Prendre un rendez-vous</a>`;
  sendHtml(exchange, 200, frame('Rendez-vous', body));
}

function showSlots(exchange) {
  const body = `<h1>Choisissez votre créneau</h1>
<div class="q-banner" role="alert"><p>Aucun créneau disponible</p><p>Veuillez réessayer ultérieurement.</p></div>`;
  sendHtml(exchange, 200, frame('Créneaux', body));
}
