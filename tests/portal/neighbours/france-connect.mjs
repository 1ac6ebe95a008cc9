import { PORTAL } from '../hosts.mjs';
import { redirect } from '../server/replies.mjs';
import { FRANCE_CONNECT_TEXT } from './france-connect-text.mjs';
import { languageOf, otherLanguage } from './languages.mjs';
import { fields, shower } from './page.mjs';

/** Whoever sends a person here gets her back: the portal, as nobody else does in the replica. */
const BACK = `${PORTAL}/usagers/`;

const frame = shower('dsfr', 'Connexion par FranceConnect (page fictive)');
const CLASSES = { group: 'fr-input-group', label: 'fr-label', control: 'fr-input' };
const INTERACTION = '/api/v2/interaction/fictive-42';

function show(exchange, page, key, body, more = {}) {
  const lang = languageOf(exchange, 'lang');
  const t = FRANCE_CONNECT_TEXT[lang];
  frame(exchange, page, t[key], body(t), { lang, other: otherLanguage(exchange, 'lang'), ...more });
}

function toChoice(exchange) {
  languageOf(exchange, 'lang');
  redirect(exchange, INTERACTION);
}

function showChoice(exchange) {
  show(exchange, 'fc-choix', 'choose', (t) => {
    const accounts = t.accounts.map(
      (name) => `<li><a class="fr-card" href="/api/v2/redirect-to-idp?idp=fictif">${name}</a></li>`,
    );
    return `<h1>${t.choose}</h1><p>${t.why}</p><ul class="cards">${accounts.join('')}</ul>`;
  });
}

function showLogin(exchange) {
  show(
    exchange,
    'fc-compte',
    'login',
    (t) =>
      `<h1>${t.login}</h1><p>${t.loginHint}</p><form method="post">${fields(CLASSES, t.fields)}<button class="fr-btn" type="submit">${t.submit}</button></form>`,
  );
}

const toConsent = (exchange) => redirect(exchange, `${INTERACTION}/consent`);

function showConsent(exchange) {
  show(
    exchange,
    'fc-consentement',
    'consent',
    (t) =>
      `<h1>${t.consent}</h1><p>${t.goingOnAs}</p><form method="post"><button class="fr-btn" type="submit">${t.carryOn}</button></form>`,
  );
}

/** The code is invented: those of FranceConnect say which of its parts has failed. */
const FAILURES = {
  session: { status: 400, code: 'Y990001' },
  technical: { status: 500, code: 'Y990002' },
  identity: { status: 400, code: 'Y990003' },
};

function showError(kind) {
  const { status, code } = FAILURES[kind];
  return (exchange) =>
    show(
      exchange,
      'fc-erreur',
      'error',
      (t) =>
        `<section data-testid="error-section"><h1>${t.error}</h1><p data-testid="error-message">${t[kind]}</p><p class="notice-code">${t.code} ${code}</p></section>`,
      { status, bodyId: 'fc-error-page' },
    );
}

/** FranceConnect: the choice of an identity, that identity's own login, the consent, the way back. */
export const FRANCE_CONNECT_ROUTES = [
  [
    'GET',
    '/api/v2/authorize',
    'GET fc/authorize',
    toChoice,
    { session: showError('session'), technical: showError('technical') },
  ],
  ['GET', '/api/v2/interaction/{id}', 'GET fc/choice', showChoice],
  ['GET', '/api/v2/redirect-to-idp', 'GET fc/idp', showLogin, { technical: showError('technical') }],
  [
    'POST',
    '/api/v2/redirect-to-idp',
    'POST fc/idp',
    toConsent,
    { session: showError('session'), identity: showError('identity') },
  ],
  ['GET', '/api/v2/interaction/{id}/consent', 'GET fc/consent', showConsent],
  ['POST', '/api/v2/interaction/{id}/consent', 'POST fc/consent', (exchange) => redirect(exchange, BACK)],
];
