import { el } from '../../dom.mjs';

export const uploads = (items) => el('div', { class: 'fr-uploads' }, items);

/** One document to give. `onFile(file)` when one is chosen; the caller then says what became of it. */
export function upload({ name, label, hint, remove, onFile, onRemove }) {
  const input = el('input', {
    class: 'fr-upload',
    type: 'file',
    id: name,
    name,
    accept: '.pdf,.png,.jpg,.jpeg',
    'aria-describedby': `${name}-messages`,
    onchange: () => input.files[0] && onFile(input.files[0]),
  });
  const messages = el('div', { class: 'fr-messages-group', id: `${name}-messages`, 'aria-live': 'polite' });
  const node = el(
    'div',
    { class: 'fr-upload-group', 'data-upload': name },
    el('label', { class: 'fr-label', for: name }, label, el('span', { class: 'fr-hint-text' }, hint)),
    input,
    messages,
  );
  const show = (state, isError, ...children) => {
    node.dataset.state = state;
    node.classList.toggle('fr-upload-group--error', isError);
    node.classList.toggle('fr-upload-group--valid', state === 'done');
    messages.replaceChildren(...children);
  };
  const removal = () => el('button', { class: 'fr-link', type: 'button', onclick: onRemove }, remove);
  return {
    node,
    setEmpty: () => {
      input.value = '';
      show('empty', false);
    },
    setBusy: (text) => show('busy', false, el('p', { class: 'fr-message fr-message--info' }, text)),
    setDone: (file, text, about) =>
      show(
        'done',
        false,
        el(
          'p',
          { class: 'fr-message fr-valid-text' },
          `${text} : `,
          el('span', { class: 'file-name' }, file),
        ),
        el('p', { class: 'fr-hint-text' }, about),
        removal(),
      ),
    setError: (_file, text) => show('error', true, el('p', { class: 'fr-error-text' }, text || '✗')),
  };
}
