import { randomUUID } from 'node:crypto';
import { SECRET_TOKEN } from '../fictitious.mjs';
import { readJson } from './exchange.mjs';
import { cookie, forget, sendJson, sendNothing } from './replies.mjs';

const MONTH_MS = 30.4 * 86_400_000;
const AGDREF = /^\d{10}$/;

/** Who is logged in, how one logs in and out, and what the personal space shows. */
export const ACCOUNT_ROUTES = [
  ['GET', '/api/usager/moi', undefined, sendMe],
  ['POST', '/api/usager/comptes', undefined, createAccount],
  ['POST', '/api/authentification/code', undefined, openSession],
  ['POST', '/api/authentification/deconnexion', undefined, closeSession],
  ['GET', '/api/notifications', undefined, sendNotifications],
  ['GET', '/api/sejour/usager/statut/demande_sejour', undefined, sendStatus],
  ['GET', '/api/nationalite/usager/dossier', undefined, sendNoNationalityFile],
];

/** These answer without a session. */
export const PUBLIC_KEYS = new Set([
  'POST /api/usager/comptes',
  'POST /api/authentification/code',
  'POST /api/authentification/deconnexion',
  'GET /api/referentiel/nationalites',
]);

function sendMe(exchange) {
  const { user } = exchange.session;
  // Shaped like a civil status so that tests can show that bodies are never kept.
  const civilStatus = { nom: `SECRET-ETAT-CIVIL-${user.id}`, numeroEtranger: '9900000042' };
  const token = `${SECRET_TOKEN}-${user.id}`;
  sendJson(exchange, 200, {
    id: user.id,
    identifiant: user.login,
    affichage: user.name,
    etatCivil: civilStatus,
    token,
  });
}

async function createAccount(exchange) {
  const { agdref, courriel } = await readJson(exchange);
  if (!AGDREF.test(agdref ?? '')) return sendJson(exchange, 422, { code: 'accountFormat', field: 'agdref' });
  if (!courriel) return sendJson(exchange, 422, { code: 'accountIncorrect' });
  return sendJson(exchange, 201, { id: randomUUID() });
}

async function openSession(exchange) {
  const { code } = await readJson(exchange);
  const { sessions } = exchange.world;
  const user = sessions.consumeCode(code);
  if (!user) return sendJson(exchange, 400, { code: 'technicalError' });
  // One cookie for the whole profile: whoever logged in before, in any tab, is replaced.
  sessions.close(exchange.session?.id);
  return sendJson(
    exchange,
    200,
    { id: user.id },
    { 'set-cookie': cookie('SESSION', sessions.open(user).id) },
  );
}

function closeSession(exchange) {
  exchange.world.sessions.close(exchange.session?.id);
  sendNothing(exchange, { 'set-cookie': forget('SESSION') });
}

function sendNotifications(exchange) {
  const { world, session, scenario } = exchange;
  const sent = world.sessions.dossierOf(session.user)?.sent;
  const list = [
    { id: randomUUID(), code: 'welcome', le: new Date(world.now() - 3 * MONTH_MS).toISOString() },
  ];
  if (sent) list.unshift({ id: randomUUID(), code: 'received', le: sent.at, numero: sent.number });
  if (scenario?.id === 'request-closed') {
    list.unshift({ id: randomUUID(), code: 'requestClosed', le: new Date(world.now()).toISOString() });
  }
  sendJson(exchange, 200, list);
}

function sendStatus(exchange) {
  const { world, session, scenario } = exchange;
  const dossier = world.sessions.dossierOf(session.user);
  if (scenario?.id === 'status-frozen') {
    const at = new Date(world.now() - 14 * MONTH_MS).toISOString();
    return sendJson(exchange, 200, {
      statut: 'underReview',
      le: at,
      numero: String(7_500_000 + session.user.id),
    });
  }
  if (!dossier) return sendJson(exchange, 200, { statut: 'none' });
  if (!dossier.sent)
    return sendJson(exchange, 200, { statut: 'draft', id: dossier.id, etape: dossier.reached });
  return sendJson(exchange, 200, { statut: 'sent', le: dossier.sent.at, numero: dossier.sent.number });
}

// The ordinary answer for someone who never asked for nationality: a 404 that is no failure.
function sendNoNationalityFile(exchange) {
  sendJson(exchange, 404, { code: 'notFound' });
}
