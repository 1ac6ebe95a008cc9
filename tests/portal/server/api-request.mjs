import { randomUUID } from 'node:crypto';
import { readBody, readJson } from './exchange.mjs';
import { sendJson, sendNothing } from './replies.mjs';

const MAX_FILE = 10 * 1024 * 1024;
const ACCEPTED = /\.(pdf|png|jpe?g)$/i;
const NATIONALITIES = ['BORDURIE', 'SYLDAVIE', 'SAN THEODOROS'];
const REQUEST = '/api/anf/usager/dossiers/{id}';

/** The request for a residence permit: eligibility, steps, documents, stamp, summary, sending. */
export const REQUEST_ROUTES = [
  ['GET', '/api/referentiel/nationalites', undefined, sendNationalities],
  ['POST', '/api/sejour/triage', undefined, checkEligibility],
  ['POST', '/api/anf/usager/dossiers', undefined, startRequest],
  ['GET', '/api/anf/dossier-stepper', undefined, sendStepper],
  ['GET', REQUEST, undefined, own(sendRequest)],
  ['DELETE', REQUEST, undefined, own(dropRequest)],
  ['POST', `${REQUEST}/etape/{n}`, undefined, own(saveStep)],
  ['POST', `${REQUEST}/pieces`, undefined, own(addDocument)],
  ['DELETE', `${REQUEST}/pieces/{piece}`, undefined, own(removeDocument)],
  ['POST', `${REQUEST}/timbre`, undefined, own(consumeStamp)],
  ['POST', `${REQUEST}/recapitulatif/{n}`, undefined, own(checkPart)],
  ['POST', `${REQUEST}/envoi`, undefined, own(sendFinally)],
];

/** Only the owner: after another person has logged in elsewhere, this tab's request is no longer hers. */
function own(handler) {
  return async (exchange, params) => {
    const dossier = exchange.world.sessions.dossierOf(exchange.session.user);
    if (String(dossier?.id) !== params.id) return sendJson(exchange, 403, { code: 'notYours' });
    return handler(exchange, dossier, params);
  };
}

function sendNationalities(exchange) {
  sendJson(exchange, 200, NATIONALITIES);
}

async function checkEligibility(exchange) {
  await readJson(exchange);
  sendJson(exchange, 200, { eligible: true });
}

async function startRequest(exchange) {
  const { demarche } = await readJson(exchange);
  const { id } = exchange.world.sessions.startDossier(exchange.session.user, demarche);
  sendJson(exchange, 201, { id });
}

function sendStepper(exchange) {
  const dossier = exchange.world.sessions.dossierOf(exchange.session.user);
  if (!dossier) return sendNothing(exchange);
  return sendJson(exchange, 200, { id: dossier.id, etape: dossier.reached });
}

function sendRequest(exchange, dossier) {
  sendJson(exchange, 200, dossier);
}

function dropRequest(exchange) {
  exchange.world.sessions.dropDossier(exchange.session.user);
  sendNothing(exchange);
}

async function saveStep(exchange, dossier, { n }) {
  Object.assign(dossier.values, await readJson(exchange));
  dossier.reached = Math.max(dossier.reached, Number(n) + 1);
  sendJson(exchange, 200, { etape: dossier.reached });
}

async function addDocument(exchange, dossier) {
  const { request, url } = exchange;
  const bytes = await readBody(exchange);
  const name = decodeURIComponent(request.headers['x-file-name'] ?? '');
  if (bytes.length > MAX_FILE) return sendJson(exchange, 413, { code: 'uploadTooBig' });
  if (!ACCEPTED.test(name)) return sendJson(exchange, 415, { code: 'uploadFormat' });
  const at = new Date(exchange.world.now()).toISOString();
  const document = { id: randomUUID(), piece: url.searchParams.get('type'), name, size: bytes.length, at };
  dossier.pieces = [...dossier.pieces.filter(({ piece }) => piece !== document.piece), document];
  return sendJson(exchange, 201, document);
}

function removeDocument(exchange, dossier, { piece }) {
  dossier.pieces = dossier.pieces.filter(({ id }) => id !== piece);
  sendNothing(exchange);
}

async function consumeStamp(exchange, dossier) {
  Object.assign(dossier.values, await readJson(exchange));
  dossier.timbre = 'consumed';
  dossier.reached = Math.max(dossier.reached, 7);
  sendJson(exchange, 200, { code: 'stampConsumed' });
}

async function checkPart(exchange, _dossier, { n }) {
  await readJson(exchange);
  sendJson(exchange, 200, { partie: Number(n) });
}

function sendFinally(exchange, dossier) {
  dossier.sent = { at: new Date(exchange.world.now()).toISOString(), number: `${dossier.id}-01` };
  sendJson(exchange, 200, { envoyeeLe: dossier.sent.at, numero: dossier.sent.number });
}
