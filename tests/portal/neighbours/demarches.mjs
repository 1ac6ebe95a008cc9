import { redirect } from '../server/replies.mjs';
import { DEMARCHES_TEXT } from './demarches-text.mjs';
import { languageOf, otherLanguage } from './languages.mjs';
import { fields, shower } from './page.mjs';

const CLASSES = { group: 'fr-input-group', label: 'fr-label', control: 'fr-input' };
const ALERT = { error: ' role="alert"', warning: '' };
const alert = (kind, text) => `<div class="fr-alert fr-alert--${kind}"${ALERT[kind]}><p>${text}</p></div>`;
const SHOW = {
  'www.demarches-simplifiees.fr': shower('dsfr', 'Démarches simplifiées (page fictive)'),
  'demarche.numerique.gouv.fr': shower('dsfr', 'Démarche numérique (page fictive)'),
};

/** `body` is made from the text of the language asked for. */
function show(exchange, page, key, body, status) {
  const lang = languageOf(exchange, 'locale');
  const t = DEMARCHES_TEXT[lang];
  const other = otherLanguage(exchange, 'locale');
  SHOW[exchange.host](exchange, page, t[key], body(t), { status, lang, other });
}

function showStart(exchange) {
  show(
    exchange,
    'demarches-commencer',
    'procedure',
    (t) =>
      `<h1>${t.procedure}</h1><p>${t.duration}</p><p>${t.presentation}</p><a class="fr-btn" href="/dossiers/new?procedure_id=42">${t.start}</a>`,
  );
}

function showClosed(exchange) {
  show(
    exchange,
    'demarches-close',
    'procedure',
    (t) => `<h1>${t.procedure}</h1>${alert('warning', `<strong>${t.closed}</strong><br>${t.closedSince}`)}`,
  );
}

/** The page of a status, in place of the one asked for. */
function showError(status) {
  return (exchange) =>
    show(
      exchange,
      `demarches-${status}`,
      `error${status}`,
      (t) =>
        `<h1>${t[`error${status}`]}</h1><p class="notice-code">${t.code} ${status}</p><p>${t[`sorry${status}`]}</p><p><a href="/">${t.home}</a></p>`,
      status,
    );
}

const draft = (t, notice = '') =>
  `<h1>${t.procedure}</h1><p>${t.draft}</p>${notice}<form method="post">${fields(CLASSES, t.fields)}<button class="fr-btn" type="submit">${t.file}</button></form>`;

const showDraft = (exchange) => show(exchange, 'demarches-brouillon', 'procedure', (t) => draft(t));

function showDraftClosed(exchange) {
  show(exchange, 'demarches-refus', 'procedure', (t) => draft(t, alert('error', t.cannotFile)), 422);
}

const toThanks = (exchange, { id }) => redirect(exchange, `/dossiers/${id}/merci`);

function showThanks(exchange) {
  show(exchange, 'demarches-merci', 'thanks', (t) => `<h1>${t.thanks}</h1><p>${t.sent}</p>`);
}

/** The same application answers under both names. */
export const DEMARCHES_ROUTES = [
  ['GET', '/commencer/{id}', 'GET demarches/commencer', showStart, { closed: showClosed }],
  [
    'GET',
    '/dossiers/new',
    'GET demarches/new',
    (exchange) => redirect(exchange, '/dossiers/990042/brouillon'),
    {
      500: showError(500),
      502: showError(502),
      503: showError(503),
      504: showError(504),
    },
  ],
  ['GET', '/dossiers/{id}/brouillon', 'GET demarches/brouillon', showDraft],
  [
    'POST',
    '/dossiers/{id}/brouillon',
    'POST demarches/brouillon',
    toThanks,
    { closed: showDraftClosed, 500: showError(500) },
  ],
  ['GET', '/dossiers/{id}/merci', 'GET demarches/merci', showThanks],
];
