import { escapeHtml } from '../server/html.mjs';
import { sendHtml } from '../server/replies.mjs';

/**
 * A page of a neighbouring site. `look` names its style sheet, `site` what the band calls it, `page` the step that a
 * journey waits for. `body` is HTML; `title` and `site` are text.
 */
export const neighbourPage = ({ look, site, page, title, body, lang = 'fr', bodyId = '', other, script }) =>
  `<!doctype html><html lang="${lang}"><head><meta charset="utf-8"><title>${escapeHtml(title)} – réplique</title>
<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex">
<link rel="icon" href="/favicon.svg"><link rel="stylesheet" href="/replique/mark.css">
<link rel="stylesheet" href="/replique/sites/site.css"><link rel="stylesheet" href="/replique/sites/${look}.css">
${script ? `<script type="module" src="/replique/sites/${script}"></script>` : ''}</head>
<body class="${look}"${bodyId && ` id="${bodyId}"`}><header class="site-header"><div class="site-width"><span class="site-name">${escapeHtml(site)}</span>
${other ?? ''}</div></header><main class="site-width" data-page="${page}">${body}</main></body></html>`;

/** Sends pages of one site: `show(exchange, page, title, body, { status, … })`. */
export const shower =
  (look, site) =>
  (exchange, page, title, body, { status = 200, ...more } = {}) =>
    sendHtml(exchange, status, neighbourPage({ look, site, page, title, body, ...more }));

/** `fields` are `[name, label, type?]`; each is required. `classes` are those of the site's own components. */
export const fields = (classes, list) =>
  list
    .map(([name, label, type = 'text']) => {
      const control =
        type === 'textarea'
          ? `<textarea class="${classes.control}" id="${name}" name="${name}" rows="5" required></textarea>`
          : `<input class="${classes.control}" id="${name}" name="${name}" type="${type}" autocomplete="off" required>`;
      return `<div class="${classes.group}"><label class="${classes.label}" for="${name}">${label}</label>${control}</div>`;
    })
    .join('');

export const IDENTITY_FIELDS = [
  ['nom', 'Nom'],
  ['prenoms', 'Prénoms'],
  ['agdref', 'Numéro étranger'],
  ['courriel', 'Adresse électronique', 'email'],
];

const HOURS = ['9 h 00', '10 h 30', '14 h 15'];
const DAY_MS = 86_400_000;

/** Free slots as radio buttons named `creneau`, some days after the replica's clock. */
export function slotList(now, { lang = 'fr' } = {}) {
  const slots = HOURS.map((hour, index) => {
    const day = new Date(now + (9 + 5 * index) * DAY_MS);
    const date = day.toLocaleDateString(lang, {
      weekday: 'long',
      day: 'numeric',
      month: 'long',
      timeZone: 'UTC',
    });
    return `<li><label><input type="radio" name="creneau" value="${index + 1}" required> ${date}, ${hour}</label></li>`;
  });
  return `<ul class="slots">${slots.join('')}</ul>`;
}
