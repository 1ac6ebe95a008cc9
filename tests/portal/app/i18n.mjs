import { EN } from './text/en.mjs';
import { FR } from './text/fr.mjs';
import { MESSAGES_EN } from './text/messages-en.mjs';
import { MESSAGES_FR } from './text/messages-fr.mjs';

const KEY = 'langue';
const asked = new URLSearchParams(location.search).get('langue');
if (asked === 'fr' || asked === 'en') localStorage.setItem(KEY, asked);

export const language = () => (localStorage.getItem(KEY) === 'en' ? 'en' : 'fr');

export function setLanguage(lang) {
  localStorage.setItem(KEY, lang);
}

/** A label, by path: `t('steps.identity')`; `{name}` places are filled from `values`. */
export function t(path, values = {}) {
  const table = language() === 'en' ? EN : FR;
  const text = path.split('.').reduce((node, key) => node?.[key], table);
  if (text === undefined) throw new Error(`No text for ${path}`);
  return fill(text, values);
}

/** A message that the portal shows as the outcome of something, by its code. */
export function message(code, values = {}) {
  const table = language() === 'en' ? MESSAGES_EN : MESSAGES_FR;
  return fill(table[code] ?? table.technicalError, values);
}

const fill = (text, values) => text.replace(/\{(\w+)\}/g, (_, name) => values[name] ?? '');

/** `24/01/2024` and `13:14:14`, Paris time. */
export function dateAndTime(iso) {
  const at = new Date(iso);
  const zone = { timeZone: 'Europe/Paris' };
  return { date: at.toLocaleDateString('fr-FR', zone), time: at.toLocaleTimeString('fr-FR', zone) };
}
