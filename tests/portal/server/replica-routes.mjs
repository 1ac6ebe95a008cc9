import { USERS } from '../fictitious.mjs';
import { PORTAL } from '../hosts.mjs';
import { startAddress } from '../neighbours/sites.mjs';
import { scenarioById } from '../scenarios.mjs';
import { readForm } from './exchange.mjs';
import { HOSTILE_ROUTES } from './hostile-routes.mjs';
import { replicaHomePage } from './replica-home.mjs';
import { cookie, forget, redirect, send, sendHtml, sendJson } from './replies.mjs';
import { choiceCookie, isChoice } from './scenario-choice.mjs';
import { prefill } from './sessions.mjs';
import { readAsset } from './static.mjs';

/** Pages about the replica itself. No scenario ever breaks them: they are the way out. */
export const REPLICA_ROUTES = [
  ['GET', '/replique/?', 'GET replica', showHome],
  ['GET', '/replique/(?<asset>[a-z-]+\\.css)', 'GET replica/css', sendStyle],
  ['GET', '/replique/sites/(?<asset>[a-z-]+\\.(?:css|html|mjs|svg))', 'GET replica/site', sendSiteAsset],
  ['GET', '/favicon\\.(?<kind>svg|ico)', 'GET favicon', sendIcon],
  ['GET', '/replique/scenario', 'GET replica/scenario', chooseAndReturn],
  ['POST', '/replique/scenario', 'POST replica/scenario', choose],
  ['GET', '/replique/essayer', 'GET replica/try', tryScenario],
  ['GET', '/replique/reinitialiser', 'GET replica/reset', reset],
  ...HOSTILE_ROUTES,
  ['GET', '/api/replique/(?<status>[2-5]\\d\\d)', 'GET replica/status', answerStatus],
];

/** Any status on demand, for a test that needs a failure of its own. */
function answerStatus(exchange, { status }) {
  sendJson(exchange, Number(status), { code: 'onDemand' });
}

function showHome(exchange) {
  sendHtml(exchange, 200, replicaHomePage(exchange));
}

function sendStyle(exchange, { asset }) {
  return sendAsset(exchange, `replica/${asset}`);
}

function sendSiteAsset(exchange, { asset }) {
  return sendAsset(exchange, `sites/${asset}`);
}

async function sendAsset(exchange, name) {
  const found = await readAsset(name);
  if (!found) return sendJson(exchange, 404, { code: 'notFound' });
  return send(exchange, 200, found.type, found.body, { 'cache-control': 'max-age=60' });
}

async function sendIcon(exchange) {
  const { type, body } = await readAsset('replica/favicon.svg');
  send(exchange, 200, type, body, { 'cache-control': 'max-age=3600' });
}

function chooseAndReturn(exchange) {
  const id = exchange.url.searchParams.get('id') ?? 'none';
  if (!isChoice(id)) return sendJson(exchange, 404, { code: 'notFound' });
  return redirect(exchange, backAddress(exchange), [choiceCookie(id)]);
}

async function choose(exchange) {
  const { id = exchange.url.searchParams.get('id') ?? 'none' } = await readForm(exchange);
  if (!isChoice(id)) return sendJson(exchange, 404, { code: 'notFound' });
  return sendJson(exchange, 200, { id }, { 'set-cookie': choiceCookie(id) });
}

/** Back to the page one came from, when it is the replica's own. */
function backAddress({ request }) {
  const from = request.headers.referer ?? '';
  return from.startsWith(`${PORTAL}/`) ? from : '/replique/';
}

/**
 * One click to the failure: chooses the scenario, logs in as the first fictitious user when the scenario needs it,
 * fills the request up to its step, and goes there. `id=none` starts the healthy portal.
 */
function tryScenario(exchange) {
  const { url, world } = exchange;
  const { sessions } = world;
  const id = url.searchParams.get('id') ?? 'none';
  const scenario = scenarioById(id);
  if (scenario?.site) return tryNeighbour(exchange, scenario);
  const start = scenario?.start ?? { route: '#/', signedIn: false };
  const skin = url.searchParams.get('skin') === 'particuliers' ? 'particuliers' : 'usagers';
  const lang = url.searchParams.get('langue') === 'en' ? 'en' : 'fr';
  const cookies = [choiceCookie(scenario ? id : 'none')];
  sessions.close(exchange.session?.id);
  if (start.signedIn) {
    cookies.push(cookie('SESSION', sessions.open(USERS[0]).id));
    sessions.dropDossier(USERS[0]);
    if (start.step) prefill(sessions.startDossier(USERS[0]), start.step);
  } else {
    cookies.push(forget('SESSION'));
  }
  redirect(exchange, `/${skin}/?langue=${lang}${start.route}`, cookies);
}

/** The site that the scenario is played on may not share cookies with this one: the address carries the choice. */
function tryNeighbour(exchange, { id, site }) {
  const lang = exchange.url.searchParams.get('langue') === 'en' ? 'en' : 'fr';
  redirect(exchange, startAddress(site, id, lang), [choiceCookie(id)]);
}

function reset(exchange) {
  for (const user of USERS) exchange.world.sessions.dropDossier(user);
  exchange.world.sessions.close(exchange.session?.id);
  redirect(exchange, '/replique/', [choiceCookie('none'), forget('SESSION')]);
}
