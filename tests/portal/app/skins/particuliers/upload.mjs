import { el } from '../../dom.mjs';

export const uploads = (items) => el('app-pieces-jointes', {}, items);

/** One document to give. `onFile(file)` when one is chosen; the caller then says what became of it. */
export function upload({ name, label, hint, browse, remove, onFile, onRemove }) {
  const input = el('input', {
    type: 'file',
    id: name,
    name,
    accept: '.pdf,.png,.jpg,.jpeg',
    onchange: () => input.files[0] && onFile(input.files[0]),
  });
  const status = el('div', { class: 'ui-fileupload-files', 'aria-live': 'polite' });
  const node = el(
    'div',
    { class: 'ui-fileupload ui-widget', 'data-upload': name },
    el(
      'div',
      { class: 'ui-fileupload-row' },
      el('div', {}, el('strong', {}, label), el('small', { class: 'hint' }, hint)),
      el(
        'label',
        { class: 'ui-fileupload-choose ui-button', for: name },
        input,
        el('span', { class: 'ui-button-text' }, browse),
      ),
    ),
    status,
  );
  const show = (state, ...children) => {
    node.dataset.state = state;
    status.replaceChildren(...children.filter(Boolean));
  };
  const removal = () =>
    el(
      'button',
      { class: 'ui-button ui-button-flat', type: 'button', onclick: onRemove },
      el('span', { class: 'ui-button-text' }, remove),
    );
  const icon = (kind) => el('span', { class: `pi pi-${kind}`, 'aria-hidden': 'true' });
  return {
    node,
    setEmpty: () => {
      input.value = '';
      show('empty');
    },
    setBusy: (text) => show('busy', el('p', {}, text)),
    setDone: (file, text, about) =>
      show(
        'done',
        icon('check'),
        el('span', { class: 'file-name' }, file),
        el('span', { class: 'sr-only' }, text),
        el('small', { class: 'file-size' }, about),
        removal(),
      ),
    setError: (file, text) =>
      show(
        'error',
        icon('times'),
        el('span', { class: 'file-name' }, file),
        text &&
          el(
            'div',
            { class: 'ui-message ui-message-error', role: 'alert' },
            el('span', { class: 'ui-message-text' }, text),
          ),
      ),
  };
}
