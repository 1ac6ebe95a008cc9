import { escapeHtml } from '../server/html.mjs';
import { cookie } from '../server/replies.mjs';

const NAME = 'langue_site';

/** `fr` unless English was asked for, by the query parameter `param` or on an earlier page. */
export function languageOf({ url, cookies, response }, param) {
  const asked = url.searchParams.get(param);
  const lang = (asked ?? cookies[NAME]) === 'en' ? 'en' : 'fr';
  if (asked !== null) response.appendHeader('set-cookie', cookie(NAME, lang));
  return lang;
}

/** The link to the same page in the other language. The answer to a form has no address of its own: no link there. */
export function otherLanguage(exchange, param) {
  if (exchange.request.method !== 'GET') return '';
  const asked = exchange.url.searchParams.get(param) ?? exchange.cookies[NAME];
  const other = asked === 'en' ? 'fr' : 'en';
  const query = new URLSearchParams(exchange.url.search);
  query.set(param, other);
  const name = { fr: 'Français', en: 'English' }[other];
  return `<a class="language" lang="${other}" href="?${escapeHtml(String(query))}">${name}</a>`;
}
