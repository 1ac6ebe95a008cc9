import { escapeHtml } from '../server/html.mjs';

/** A page of a neighbouring site, marked as a replica like every other. */
export const neighbourPage = ({ title, body, lang = 'fr' }) =>
  `<!doctype html><html lang="${lang}"><head><meta charset="utf-8"><title>${escapeHtml(title)} (réplique)</title>
<meta name="viewport" content="width=device-width"><meta name="robots" content="noindex">
<link rel="stylesheet" href="/replique/mark.css"></head>
<body><main class="notice">${body}</main></body></html>`;
