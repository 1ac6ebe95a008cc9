import { el } from '../../dom.mjs';
import { t } from '../../i18n.mjs';
import { createLoader, vanishing } from '../feedback.mjs';

export const alert = (kind, text) =>
  el(
    'div',
    { class: `fr-alert fr-alert--${kind}`, role: kind === 'error' ? 'alert' : 'status' },
    kind === 'error' && el('h2', { class: 'fr-alert__title' }, t('request.error')),
    el('p', {}, text),
  );

export const badge = (kind, text) => el('p', { class: `fr-badge fr-badge--${kind}` }, text);

/** `actions` are `{ label, kind?, test?, onClick? }`; each closes the dialog first. */
export function openDialog({ title, text, actions }) {
  const footer = actions.map(({ label, kind = 'secondary', test, onClick }) =>
    el(
      'button',
      {
        class: kind === 'primary' ? 'fr-btn' : 'fr-btn fr-btn--secondary',
        type: 'button',
        'data-test': test ?? 'dialog-close',
        onclick: () => {
          dialog.close();
          onClick?.();
        },
      },
      label,
    ),
  );
  const dialog = el(
    'dialog',
    { class: 'fr-modal', 'aria-labelledby': 'fr-modal-title', onclose: () => dialog.remove() },
    el(
      'div',
      { class: 'fr-modal__body' },
      el(
        'div',
        { class: 'fr-modal__content' },
        el('h2', { class: 'fr-modal__title', id: 'fr-modal-title' }, title),
        el('p', {}, text),
      ),
      el('div', { class: 'fr-modal__footer' }, footer),
    ),
  );
  document.body.append(dialog);
  dialog.showModal();
}

export const showToast = (text) =>
  vanishing(
    el(
      'div',
      { class: 'fr-toast' },
      el('div', { class: 'fr-alert fr-alert--error', role: 'alert' }, el('p', {}, text)),
    ),
  );

export const { showLoader, hideLoader } = createLoader(() =>
  el(
    'div',
    { class: 'fr-loader', role: 'status', 'aria-busy': 'true' },
    el('span', { class: 'spinner', role: 'progressbar' }),
    el('p', {}, t('waiting')),
  ),
);
