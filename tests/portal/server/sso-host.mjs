import { randomUUID } from 'node:crypto';
import { PORTAL, REALM } from '../hosts.mjs';
import { readForm } from './exchange.mjs';
import { cookie, forget, redirect, send, sendHtml } from './replies.mjs';
import { languageOf, loginPage, resetPage, updatePasswordPage } from './sso-pages.mjs';
import { readAsset } from './static.mjs';

const COOKIE_PATH = { path: `${REALM}/` };

/** Routes of the single sign-on. Its keys are short (`GET sso/auth`): scenarios name them. */
export const SSO_ROUTES = [
  ['GET', `${REALM}/protocol/openid-connect/auth`, 'GET sso/auth', authenticate],
  ['POST', `${REALM}/login-actions/authenticate`, 'POST sso/authenticate', submitLogin],
  ['GET', `${REALM}/login-actions/authenticate`, 'GET sso/authenticate', showLogin],
  ['GET', `${REALM}/login-actions/reset-credentials`, 'GET sso/reset', showReset],
  ['POST', `${REALM}/login-actions/reset-credentials`, 'POST sso/reset', submitReset],
  ['GET', `${REALM}/login-actions/required-action`, 'GET sso/required', showRequiredAction],
  ['POST', `${REALM}/login-actions/required-action`, 'POST sso/required', showLogin],
  ['GET', `${REALM}/protocol/openid-connect/logout`, 'GET sso/logout', logOut],
  ['GET', `${REALM}/`, 'GET sso/realm', showLogin],
  ['GET', '/auth/resources/replique/login/portail-anef/css/login.css', 'GET sso/css', sendCss],
];

const localeCookie = (exchange) => cookie('KEYCLOAK_LOCALE', languageOf(exchange), COOKIE_PATH);

function authenticate(exchange) {
  const user = exchange.world.sessions.findSso(exchange.cookies.KEYCLOAK_IDENTITY);
  if (user && exchange.url.searchParams.get('prompt') !== 'login') return returnToPortal(exchange, user, []);
  return showLogin(exchange);
}

function showLogin(exchange) {
  sendHtml(exchange, 200, loginPage(exchange), { 'set-cookie': localeCookie(exchange) });
}

async function submitLogin(exchange) {
  const { username, password } = await readForm(exchange);
  const { sessions } = exchange.world;
  const user = sessions.userByLogin(username ?? '');
  if (!user || !password) return sendHtml(exchange, 200, loginPage(exchange, 'invalidPassword'));
  const identity = cookie('KEYCLOAK_IDENTITY', sessions.openSso(user), COOKIE_PATH);
  return returnToPortal(exchange, user, [identity]);
}

/**
 * `response_mode=fragment`: `#state=…&session_state=…&code=…`, appended with `&` where the return address already
 * has a fragment (the hash route).
 */
function returnToPortal(exchange, user, cookies) {
  const query = exchange.url.searchParams;
  const asked = query.get('redirect_uri') ?? '';
  const back = asked.startsWith(`${PORTAL}/`) ? asked : `${PORTAL}/usagers/`;
  const answer = new URLSearchParams({
    state: query.get('state') ?? randomUUID(),
    session_state: randomUUID(),
    code: exchange.world.sessions.issueCode(user),
  });
  redirect(exchange, `${back}${back.includes('#') ? '&' : '#'}${answer}`, cookies);
}

function showReset(exchange) {
  sendHtml(exchange, 200, resetPage(exchange, false));
}

async function submitReset(exchange) {
  await readForm(exchange);
  sendHtml(exchange, 200, resetPage(exchange, true));
}

function showRequiredAction(exchange) {
  sendHtml(exchange, 200, updatePasswordPage(exchange));
}

function logOut(exchange) {
  exchange.world.sessions.closeSso(exchange.cookies.KEYCLOAK_IDENTITY);
  const asked = exchange.url.searchParams.get('post_logout_redirect_uri') ?? '';
  const back = asked.startsWith(`${PORTAL}/`) ? asked : `${PORTAL}/usagers/`;
  redirect(exchange, back, [forget('KEYCLOAK_IDENTITY', COOKIE_PATH)]);
}

async function sendCss(exchange) {
  const { type, body } = await readAsset('skins/sso.css');
  send(exchange, 200, type, body, { 'cache-control': 'max-age=60' });
}
