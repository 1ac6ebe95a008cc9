import https from 'node:https';
import { createCertificate } from './certificate.mjs';
import { PORTAL, PORTAL_HOST, SSO, SSO_HOST } from './hosts.mjs';
import { NEIGHBOUR_ROUTES } from './neighbours/routes.mjs';
import { createExchange } from './server/exchange.mjs';
import { fail } from './server/failures.mjs';
import { PORTAL_ROUTES } from './server/portal-host.mjs';
import { REPLICA_ROUTES } from './server/replica-routes.mjs';
import { sendJson } from './server/replies.mjs';
import { createRouter } from './server/router.mjs';
import { keepChoice } from './server/scenario-choice.mjs';
import { SSO_ROUTES } from './server/sso-host.mjs';
import { createWorld } from './server/world.mjs';

// The mark and the icon are served on every host: no page goes without.
const MARK_KEYS = new Set(['GET replica/css', 'GET replica/site', 'GET favicon']);
const MARK_ROUTES = REPLICA_ROUTES.filter(([, , key]) => MARK_KEYS.has(key));
const isMark = (key) => MARK_KEYS.has(key);
const ROUTERS = {
  [PORTAL_HOST]: createRouter(PORTAL_ROUTES),
  [SSO_HOST]: createRouter([...SSO_ROUTES, ...MARK_ROUTES]),
  ...Object.fromEntries(
    Object.entries(NEIGHBOUR_ROUTES).map(([host, routes]) => [
      host,
      createRouter([...routes, ...MARK_ROUTES]),
    ]),
  ),
};

/**
 * Starts the replica on 127.0.0.1. `now` gives the server's clock in ms (the `Date` header follows it).
 * See `server.d.mts` for what it returns.
 */
export async function startPortal({ port = 0, now = Date.now } = {}) {
  const world = createWorld(now);
  const guests = new Map();
  const server = https.createServer(createCertificate(), (request, response) => {
    const guest = guests.get(request.headers.host);
    if (guest) return guest(request, response);
    answer(world, request, response).catch((error) => {
      // A connection cut by a scenario or by the browser is no fault of the replica; anything else is.
      if (request.socket.destroyed) return;
      console.error('replica:', error);
      response.destroy();
    });
  });
  await new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  return {
    port: server.address().port,
    hosts: { portal: PORTAL_HOST, sso: SSO_HOST },
    urls: { portal: PORTAL, sso: SSO, replica: `${PORTAL}/replique/` },
    requests: world.requests,
    setScenario: world.setScenario,
    answerAt: (host, listener) => void guests.set(host, listener),
    control({ scenario, times, clockOffsetMs, answerAfterMs, expireSessions } = {}) {
      if (scenario !== undefined) world.setScenario(scenario ?? undefined, { times });
      if (clockOffsetMs !== undefined) world.setClockOffset(clockOffsetMs);
      if (answerAfterMs !== undefined) world.setAnswerAfter(answerAfterMs);
      if (expireSessions) world.sessions.expireAll();
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function answer(world, request, response) {
  const exchange = createExchange(world, request, response);
  const { host, url } = exchange;
  note(world, exchange);
  const route = ROUTERS[host]?.(request.method, url.pathname);
  if (!route) return sendJson(exchange, 404, { code: 'notFound' });
  if (route.key === 'GET page' || (host in NEIGHBOUR_ROUTES && !isMark(route.key))) keepChoice(exchange);
  const failure = world.failureFor(exchange, route.key, route.params);
  if (failure?.site) return route.failures[failure.site](exchange, route.params);
  if (failure && !(await fail(exchange, failure))) return undefined;
  return route.handler(exchange, route.params);
}

function note(world, { request, response, host, url }) {
  const seen = {
    host,
    method: request.method,
    path: url.pathname,
    search: url.search,
    headers: request.headers,
    cookie: request.headers.cookie !== undefined,
    at: world.now(),
    status: undefined,
  };
  world.requests.push(seen);
  response.on('finish', () => {
    seen.status = response.statusCode;
  });
}
