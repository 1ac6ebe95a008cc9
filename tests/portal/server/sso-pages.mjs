import { PORTAL, REALM } from '../hosts.mjs';
import { escapeHtml } from './html.mjs';
import { SSO_TEXT } from './sso-text.mjs';

const CSS = '/auth/resources/replique/login/portail-anef/css/login.css';

/** `fr` unless the person chose English. */
export const languageOf = ({ url, cookies }) =>
  (url.searchParams.get('kc_locale') ?? url.searchParams.get('ui_locales') ?? cookies.KEYCLOAK_LOCALE) ===
  'en'
    ? 'en'
    : 'fr';

const textOf = (exchange) => SSO_TEXT[languageOf(exchange)];

function frame(exchange, title, body) {
  const lang = languageOf(exchange);
  const other = lang === 'fr' ? 'en' : 'fr';
  const query = new URLSearchParams(exchange.url.search);
  query.set('kc_locale', other);
  return `<!doctype html><html class="login-pf" lang="${lang}"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex">
<title>${escapeHtml(title)} – réplique</title><link rel="icon" href="/favicon.svg">
<link rel="stylesheet" href="/replique/mark.css"><link rel="stylesheet" href="${CSS}"></head>
<body class="login-pf-page"><header id="kc-header"><div id="kc-header-wrapper">Étrangers en France</div>
<a id="kc-locale" lang="${other}" href="${escapeHtml(`?${query}`)}">${SSO_TEXT[lang].other}</a></header>
<main class="card-pf"><h1 id="kc-page-title">${escapeHtml(title)}</h1><div id="kc-content">${body}</div></main>
</body></html>`;
}

const alert = (kind, text) =>
  `<div class="alert alert-${kind}" role="alert"><span class="kc-feedback-text">${escapeHtml(text)}</span></div>`;

const field = (name, label, hint, type) =>
  `<div class="form-group"><label for="${name}">${label}</label><input id="${name}" name="${name}" type="${type}" autocomplete="off" aria-describedby="${name}-hint"><small id="${name}-hint">${hint}</small></div>`;

const action = (name, { url }) => escapeHtml(`${REALM}/login-actions/${name}?${url.searchParams}`);

/** The login form; `error` is a key of the SSO's text. */
export function loginPage(exchange, error) {
  const t = textOf(exchange);
  return frame(
    exchange,
    t.title,
    `${error ? alert('error', t[error]) : ''}
<form id="kc-form-login" action="${action('authenticate', exchange)}" method="post">
${field('username', t.username, t.usernameHint, 'text')}${field('password', t.password, t.passwordHint, 'password')}
<button id="kc-login" class="btn" name="login" type="submit" data-test="sso-submit">${t.submit}</button></form>
<p><a href="${action('reset-credentials', exchange)}" data-test="sso-forgotten">${t.forgotten}</a></p>
<p><a href="${PORTAL}/usagers/">${t.back}</a></p>`,
  );
}

/** Asks for the user name; once sent, says only that a message was sent. */
export function resetPage(exchange, sent) {
  const t = textOf(exchange);
  const form = `<form id="kc-reset-password-form" action="${action('reset-credentials', exchange)}" method="post">
<p>${t.resetIntro}</p>${field('username', t.username, t.usernameHint, 'text')}
<button class="btn" type="submit" data-test="sso-reset-submit">${t.resetSubmit}</button></form>`;
  return frame(exchange, t.resetTitle, sent ? alert('success', t.resetSent) : form);
}

export function updatePasswordPage(exchange) {
  const t = textOf(exchange);
  const hint = t.passwordHint;
  return frame(
    exchange,
    t.updateTitle,
    `${alert('warning', t.passwordExpired)}<form id="kc-passwd-update-form" method="post" action="${action('required-action', exchange)}">
${field('password-new', t.newPassword, hint, 'password')}${field('password-confirm', t.confirmPassword, hint, 'password')}
<button class="btn" type="submit">${t.resetSubmit}</button></form>`,
  );
}

const pageExpired = (exchange, t) => {
  const again = escapeHtml(`${REALM}/protocol/openid-connect/auth?${exchange.url.searchParams}`);
  const link = `<a href="${again}">${t.here}</a>`;
  return `<p id="instruction1">${t.restart} ${link}.<br>${t.carryOn} ${link}.</p>`;
};

/** `[status, html]` of a Keycloak refusal. */
export function ssoErrorPage(exchange, kind) {
  const t = textOf(exchange);
  if (kind === 'pageExpired') return [400, frame(exchange, t.pageExpired, pageExpired(exchange, t))];
  if (kind === 'sorry')
    return [500, frame(exchange, t.sorry, `<p id="kc-error-message">${t.unexpected}</p>`)];
  if (kind === 'cookieNotFound') {
    return [400, frame(exchange, t.sorry, `<p id="kc-error-message">${t.cookieNotFound}</p>`)];
  }
  if (kind === 'passwordExpired') return [200, updatePasswordPage(exchange)];
  return [kind === 'invalidPassword' ? 200 : 400, loginPage(exchange, kind)];
}
