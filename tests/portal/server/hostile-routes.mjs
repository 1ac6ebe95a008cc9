import { HOSTILE_PAGES } from './hostile-pages.mjs';
import { send, sendHtml, sendJson, sendNothing } from './replies.mjs';

const REPORTS = '/replique/hostile/rapport';
/** Lets a hostile page do what it likes, and has everything beyond reported. */
const LOOSE = [
  "default-src 'none'; script-src 'self' 'unsafe-inline'; style-src 'self' 'unsafe-inline'; img-src 'self' data:",
  "connect-src 'self'; worker-src 'self'; frame-src 'self'",
  `report-uri ${REPORTS}`,
].join('; ');
/** Not even its own requests: whatever reads pictures in its name is reported. */
const STRICT = LOOSE.replace("connect-src 'self'", "connect-src 'none'");

const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
const DRAWING =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 4"><circle cx="2" cy="2" r="2"/></svg>';

/** Tells the page of each request that goes through it. */
const WORKER = `self.addEventListener('install', () => self.skipWaiting());
self.addEventListener('message', ({ ports: [port] }) =>
  self.clients.matchAll().then(() => port.postMessage('settled')));
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));
self.addEventListener('fetch', (event) => event.waitUntil(self.clients.matchAll().then((all) => {
  for (const client of all) client.postMessage(event.request.url);
})));`;

const CACHED = { 'cache-control': 'max-age=600' };

/** Pages that a portal would never serve, for tests of what the witness withstands. */
export const HOSTILE_ROUTES = [
  ['GET', '/replique/hostile/(?<name>[a-z]+)', 'GET hostile', sendHostile],
  [
    'GET',
    '/replique/hostile/image\\.png',
    'GET hostile/png',
    (exchange) => send(exchange, 200, 'image/png', PIXEL, CACHED),
  ],
  [
    'GET',
    '/replique/hostile/image\\.svg',
    'GET hostile/svg',
    (exchange) => send(exchange, 200, 'image/svg+xml', DRAWING, CACHED),
  ],
  [
    'GET',
    '/replique/hostile/travailleur\\.js',
    'GET hostile/worker',
    (exchange) => send(exchange, 200, 'text/javascript', WORKER),
  ],
  ['POST', REPORTS, 'POST hostile/report', (exchange) => sendNothing(exchange)],
];

function sendHostile(exchange, { name }) {
  if (!Object.hasOwn(HOSTILE_PAGES, name)) return sendJson(exchange, 404, { code: 'notFound' });
  const policy = exchange.url.searchParams.has('strict') ? STRICT : LOOSE;
  return sendHtml(exchange, 200, HOSTILE_PAGES[name], {
    'content-security-policy': policy,
    'x-frame-options': 'SAMEORIGIN',
  });
}
