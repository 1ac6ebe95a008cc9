import { errorPage, gatewayPage } from './gateway-pages.mjs';
import { drop, sendEndless, sendHtml, sendJson } from './replies.mjs';
import { choiceCookie } from './scenario-choice.mjs';
import { ssoErrorPage } from './sso-pages.mjs';
import { wallPage } from './wall-pages.mjs';

// Enough of a body for a browser to draw something while it waits for the rest.
const UNFINISHED = `<!doctype html><html lang="fr"><head><title>Étrangers en France (réplique)</title>
<link rel="stylesheet" href="/replique/mark.css"></head><body><main class="notice"><h1>Étrangers en France</h1>
<p>Chargement…</p>${' '.repeat(2048)}`;

/**
 * Gives a planned failing answer. Shapes (one of):
 * `{ status, code, field?, expire?, once? }` JSON error · `{ status: 200, body }` JSON body ·
 * `{ page: 500 | 502 | … }` HTML (`gateway-pages.mjs` and `wall-pages.mjs` list them) · `{ sso: kind }` Keycloak page ·
 * `{ socket: 'drop' | 'endless' }` · `{ delayMs }` the healthy answer, late.
 * `{ site: name }`, a neighbour's own failing answer, is given by its route.
 * Returns true when the healthy answer must still follow.
 */
export async function fail(exchange, answer) {
  if (answer.delayMs) {
    await new Promise((resolve) => setTimeout(resolve, answer.delayMs));
    return true;
  }
  if (answer.socket === 'drop') drop(exchange);
  else if (answer.socket === 'endless') failEndlessly(exchange);
  else if (answer.page === 500) sendHtml(exchange, 500, errorPage());
  else if (answer.page) sendHtml(exchange, ...(gatewayPage(answer.page) ?? wallPage(answer.page)));
  else if (answer.sso) sendHtml(exchange, ...ssoErrorPage(exchange, answer.sso));
  else failInJson(exchange, answer);
  return false;
}

function failInJson(exchange, { status, code, field, body, expire, once }) {
  if (expire && exchange.session) exchange.world.sessions.expireUser(exchange.session.user);
  const headers = once ? { 'set-cookie': choiceCookie('none') } : {};
  sendJson(exchange, status, body ?? { code, field }, headers);
}

function failEndlessly(exchange) {
  if (exchange.url.pathname.startsWith('/api/')) sendEndless(exchange, 'application/json', '{');
  else sendEndless(exchange, 'text/html; charset=utf-8', UNFINISHED);
}
