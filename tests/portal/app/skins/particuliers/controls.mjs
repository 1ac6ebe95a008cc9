import { el } from '../../dom.mjs';

const KINDS = { primary: '', secondary: ' ui-button-secondary', tertiary: ' ui-button-flat' };

export function button({ label, kind = 'secondary', type = 'button', test, onClick }) {
  const control = el(
    'button',
    {
      class: `ui-button ui-widget ui-button-text-only${KINDS[kind]}`,
      type,
      'data-test': test,
      onclick: onClick,
    },
    el('span', { class: 'ui-button-text ui-clickable' }, label),
  );
  return { node: el('p-button', {}, control), control };
}

export const actionsBar = (buttons) =>
  el('app-actions-bar', {}, el('div', { class: 'actions-bar' }, buttons.filter(Boolean)));

export function field({ name, type, value, required, label, note, hint, choices, choose }) {
  const shared = { id: name, name, required, 'aria-describedby': `${name}-error` };
  const control = choices
    ? el(
        'select',
        { class: 'ui-dropdown ui-widget', ...shared },
        el('option', { value: '' }, choose),
        choices.map((choice) =>
          el('option', { value: choice.value, selected: choice.value === value }, choice.text),
        ),
      )
    : el('input', { class: 'ui-inputtext ui-widget', type, value, ...shared });
  const error = el('div', { class: 'field-error', id: `${name}-error`, 'aria-live': 'polite' });
  const node = el(
    choices ? 'anef-input-select' : 'anef-input-text',
    {},
    el(
      'label',
      { for: name },
      label,
      required && el('span', { class: 'mandatory' }, ' *'),
      note && ` ${note}`,
    ),
    control,
    hint && el('small', { class: 'hint' }, hint),
    error,
  );
  const setError = (text) => {
    control.classList.toggle('ng-invalid', Boolean(text));
    if (text) control.setAttribute('aria-invalid', 'true');
    else control.removeAttribute('aria-invalid');
    error.replaceChildren(
      ...(text
        ? [
            el(
              'div',
              { class: 'ui-message ui-message-error' },
              el('span', { class: 'ui-message-text' }, text),
            ),
          ]
        : []),
    );
  };
  return { node, control, setError };
}

/** `panels` is a list of `[label, node]`. */
export function tabs(panels) {
  const heads = panels.map(([label], index) =>
    el(
      'li',
      { class: 'ui-state-default', role: 'presentation' },
      el(
        'a',
        {
          role: 'tab',
          href: 'about:blank',
          id: `tab-${index}`,
          'aria-controls': `panel-${index}`,
          onclick: (event) => choose(event, index),
        },
        el('span', { class: 'ui-tabview-title' }, label),
      ),
    ),
  );
  const contents = panels.map(([, node], index) =>
    el(
      'div',
      {
        class: 'ui-tabview-panel',
        role: 'tabpanel',
        id: `panel-${index}`,
        'aria-labelledby': `tab-${index}`,
      },
      node,
    ),
  );
  const choose = (event, index) => {
    event.preventDefault();
    select(index);
  };
  const select = (chosen) => {
    for (const [index, head] of heads.entries()) {
      head.classList.toggle('ui-state-active', index === chosen);
      head.firstChild.setAttribute('aria-selected', String(index === chosen));
      contents[index].hidden = index !== chosen;
    }
  };
  select(0);
  return el(
    'p-tabview',
    {},
    el('ul', { class: 'ui-tabview-nav', role: 'tablist' }, heads),
    el('div', { class: 'ui-tabview-panels' }, contents),
  );
}
