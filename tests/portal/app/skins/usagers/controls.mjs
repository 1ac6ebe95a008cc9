import { el } from '../../dom.mjs';

const KINDS = { primary: '', secondary: ' fr-btn--secondary', tertiary: ' fr-btn--tertiary-no-outline' };

export function button({ label, kind = 'secondary', type = 'button', test, onClick }) {
  const control = el(
    'button',
    { class: `fr-btn${KINDS[kind]}`, type, 'data-test': test, onclick: onClick },
    label,
  );
  return { node: el('dsfr-button', {}, control), control };
}

export const actionsBar = (buttons) => el('div', { class: 'fr-btns-group' }, buttons.filter(Boolean));

export function field({ name, type, value, required, label, note, hint, choices, choose }) {
  const shared = { id: name, name, required, 'aria-describedby': `${name}-messages` };
  const control = choices
    ? el(
        'select',
        { class: 'fr-select', ...shared },
        el('option', { value: '' }, choose),
        choices.map((choice) =>
          el('option', { value: choice.value, selected: choice.value === value }, choice.text),
        ),
      )
    : el('input', { class: 'fr-input', type, value, ...shared });
  const messages = el('div', { class: 'fr-messages-group', id: `${name}-messages`, 'aria-live': 'polite' });
  const kind = choices ? 'select' : 'input';
  const node = el(
    'div',
    { class: `fr-${kind}-group` },
    el(
      'label',
      { class: 'fr-label', for: name },
      label,
      note && ` ${note}`,
      hint && el('span', { class: 'fr-hint-text' }, hint),
    ),
    control,
    messages,
  );
  const setError = (text) => {
    node.classList.toggle(`fr-${kind}-group--error`, Boolean(text));
    if (text) control.setAttribute('aria-invalid', 'true');
    else control.removeAttribute('aria-invalid');
    messages.replaceChildren(...(text ? [el('p', { class: 'fr-error-text' }, text)] : []));
  };
  return { node, control, setError };
}

/** `panels` is a list of `[label, node]`. */
export function tabs(panels) {
  const buttons = panels.map(([label], index) =>
    el(
      'button',
      {
        class: 'fr-tabs__tab',
        role: 'tab',
        type: 'button',
        id: `tab-${index}`,
        'aria-controls': `panel-${index}`,
        onclick: () => select(index),
      },
      label,
    ),
  );
  const contents = panels.map(([, node], index) =>
    el(
      'div',
      { class: 'fr-tabs__panel', role: 'tabpanel', id: `panel-${index}`, 'aria-labelledby': `tab-${index}` },
      node,
    ),
  );
  const select = (chosen) => {
    for (const [index, tab] of buttons.entries()) {
      tab.setAttribute('aria-selected', String(index === chosen));
      contents[index].hidden = index !== chosen;
    }
  };
  select(0);
  return el(
    'div',
    { class: 'fr-tabs' },
    el('div', { class: 'fr-tabs__list', role: 'tablist' }, buttons),
    contents,
  );
}
