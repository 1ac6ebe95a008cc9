import { setTimeout as pause } from 'node:timers/promises';
import { ACCOUNT_ROUTES, PUBLIC_KEYS } from './api-account.mjs';
import { REQUEST_ROUTES } from './api-request.mjs';
import { REPLICA_ROUTES } from './replica-routes.mjs';
import { redirect, send, sendHtml, sendJson } from './replies.mjs';
import { readAsset } from './static.mjs';

export const PORTAL_ROUTES = [
  ['GET', '/', 'GET root', (exchange) => redirect(exchange, '/usagers/')],
  ['GET', '/(?<skin>usagers|particuliers)/?', 'GET page', sendPage],
  ['GET', '/(?<skin>usagers|particuliers)/(?<asset>main\\.mjs)', 'GET script', sendAsset],
  ['GET', '/(?<skin>usagers|particuliers)/(?<asset>.+)', 'GET asset', sendAsset],
  ...[...ACCOUNT_ROUTES, ...REQUEST_ROUTES].map(([method, path, key, handler]) => [
    method,
    path,
    key,
    withSession(handler, PUBLIC_KEYS.has(`${method} ${path}`)),
  ]),
  ...REPLICA_ROUTES,
];

/** Both skins are one document: the address says which vocabulary the application speaks. */
async function sendPage(exchange, { skin }) {
  const { body } = await readAsset('index.html');
  const html = body
    .toString()
    .replaceAll('{{skin}}', skin)
    .replace('{{defect}}', defectOf(exchange.scenario));
  // A page that may not be stored is never kept whole for the back button either.
  const kept = exchange.url.searchParams.has('conservable') ? { 'cache-control': 'no-cache' } : {};
  sendHtml(exchange, 200, html, kept);
}

async function sendAsset(exchange, { asset }) {
  const found = await readAsset(asset);
  if (!found) return sendJson(exchange, 404, { code: 'notFound' });
  return send(exchange, 200, found.type, found.body, { 'cache-control': 'no-cache' });
}

function withSession(handler, isPublic) {
  return async (exchange, params) => {
    await pause(exchange.world.answerAfterMs());
    // The application learns of its own planned defects from the answers it gets anyway: no request of the replica's
    // own is seen by a tool that counts them.
    exchange.response.setHeader('x-replica-defect', defectOf(exchange.scenario));
    if (!isPublic && !exchange.session) return sendJson(exchange, 401, { code: 'sessionExpired' });
    return handler(exchange, params);
  };
}

/** `kind route` of the defect planned, or an empty string. */
const defectOf = (scenario) => (scenario?.defect ? `${scenario.defect} ${scenario.start.route}` : '');
