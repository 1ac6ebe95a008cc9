import { el } from '../../dom.mjs';
import { t } from '../../i18n.mjs';
import { createLoader, vanishing } from '../feedback.mjs';

const SEVERITY = { error: 'error', warning: 'warn', success: 'success', info: 'info' };
const ICON = { error: 'times', warning: 'exclamation', success: 'check', info: 'info' };

/** `p-message > div > span:nth-child(2) > strong`: where extensions have been reading the portal's notices. */
export const alert = (kind, text) =>
  el(
    'p-message',
    {},
    el(
      'div',
      { class: `ui-message ui-widget ui-message-${SEVERITY[kind]}`, 'aria-live': 'polite' },
      el('span', { class: `ui-message-icon pi pi-${ICON[kind]}`, 'aria-hidden': 'true' }),
      el('span', { class: 'ui-message-text' }, el('strong', {}, text)),
    ),
  );

export const badge = (kind, text) => el('p', { class: `badge badge-${kind}` }, text);

/** `actions` are `{ label, kind?, test?, onClick? }`; each closes the dialog first. */
export function openDialog({ title, text, actions }) {
  const footer = actions.map(({ label, kind, test, onClick }) =>
    el(
      'button',
      {
        class: kind === 'primary' ? 'ui-button' : 'ui-button ui-button-secondary',
        type: 'button',
        'data-test': test ?? 'dialog-close',
        onclick: () => {
          modal.remove();
          onClick?.();
        },
      },
      el('span', { class: 'ui-button-text' }, label),
    ),
  );
  const modal = el(
    'lib-generic-modal',
    {},
    el(
      'p-dialog',
      {},
      el('div', { class: 'ui-widget-overlay ui-dialog-mask' }),
      el(
        'div',
        {
          class: 'ui-dialog ui-widget',
          role: 'dialog',
          'aria-modal': 'true',
          'aria-labelledby': 'ui-dialog-title',
          tabindex: '-1',
        },
        el(
          'div',
          { class: 'ui-dialog-titlebar' },
          el('span', { class: 'ui-dialog-title', id: 'ui-dialog-title' }, title),
        ),
        el('div', { class: 'ui-dialog-content' }, el('p', {}, text)),
        el('div', { class: 'ui-dialog-footer' }, footer),
      ),
    ),
  );
  document.body.append(modal);
  footer.at(-1).focus();
}

export const showToast = (text) =>
  vanishing(
    el(
      'p-toast',
      {},
      el(
        'div',
        { class: 'ui-toast ui-widget' },
        el(
          'div',
          { class: 'ui-toast-message ui-toast-message-error', role: 'alert' },
          el('div', { class: 'ui-toast-detail' }, text),
        ),
      ),
    ),
  );

export const { showLoader, hideLoader } = createLoader(() =>
  el(
    'p-progressspinner',
    { 'aria-busy': 'true' },
    el('div', { class: 'ui-progress-spinner spinner', role: 'progressbar' }),
    el('p', {}, t('waiting')),
  ),
);
