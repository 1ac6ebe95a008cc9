import { call } from '../api.mjs';
import { el } from '../dom.mjs';
import { dateAndTime, message, t } from '../i18n.mjs';

const item = ({ code, le, numero }) =>
  el(
    'li',
    { class: 'notification', 'data-code': code },
    el('p', { class: 'notification-date' }, dateAndTime(le).date),
    el('p', { class: 'notification-title' }, message(code)),
    numero && el('p', {}, t('notifications.number', { number: numero })),
  );

export async function showNotifications({ user }) {
  // A secret in a query string, as portals do: whoever watches must drop the query.
  const list = await call('GET', `/api/notifications?token=${encodeURIComponent(user.token)}&page=0`);
  return {
    title: t('notifications.title'),
    nodes: [el('h1', {}, t('notifications.title')), el('ul', { class: 'notifications' }, list.map(item))],
  };
}
