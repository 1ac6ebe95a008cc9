import { hasDefect } from './api.mjs';
import { el } from './dom.mjs';
import { message, t } from './i18n.mjs';
import { ui } from './skin.mjs';

const label = (path, key) => t(`${path}.${key}`);

/** `{ node, control, setError(text | undefined) }` for a field of `request-steps.mjs`. */
function createField(field, value, choices) {
  return ui.field({
    name: field.name,
    type: field.type ?? 'text',
    value: value ?? '',
    required: !field.optional,
    label: label('fields', field.name),
    note: field.optional ? t('request.optional') : undefined,
    hint: field.hint && label('hints', field.hint),
    choices: choices?.map((choice) => ({
      value: choice,
      text: field.source ? choice : label('options', choice),
    })),
    choose: t('request.choose'),
  });
}

/** The code of what is wrong with a field's value, or undefined. */
function problemOf({ optional, pattern, invalid }, value) {
  if (value === '') return optional ? undefined : 'required';
  return pattern && !pattern.test(value) ? invalid : undefined;
}

/**
 * A form with validation. `lists` gives the choices of the fields that have a source; `onSubmit(values)` is called
 * with valid values only; `native` leaves validation to the browser.
 * Returns `{ node, setError(name, code), notices }`: `notices` is where the page puts its messages.
 */
export function createForm({ fields, values = {}, lists = {}, submitLabel, actions = [], onSubmit, native }) {
  const parts = fields.map((field) => ({
    field,
    ...createField(field, values[field.name], field.options ?? (field.source && lists[field.name])),
  }));
  const read = () =>
    Object.fromEntries(parts.map(({ field, control }) => [field.name, control.value.trim()]));
  const problem = ({ field, control }) => problemOf(field, control.value.trim());
  const show = (part, code) => part.setError(code && message(code));

  const dead = hasDefect('dead-button');
  const submit = ui.button({
    label: submitLabel,
    kind: 'primary',
    type: dead ? 'button' : 'submit',
    test: 'submit',
  });
  const refresh = () => {
    const incomplete = ui.disablesSubmit && !native && parts.some(problem);
    submit.control.disabled = hasDefect('greyed-button') || incomplete;
  };
  for (const part of parts) {
    part.control.addEventListener('input', refresh);
    part.control.addEventListener('change', () => {
      // Empty and untouched is not yet wrong: the person may come back to it.
      show(part, part.control.value === '' ? undefined : problem(part));
      refresh();
    });
  }
  refresh();

  const notices = el('div', { class: 'notices' });
  const send = (event) => {
    event.preventDefault();
    if (dead) return;
    notices.replaceChildren();
    for (const part of parts) show(part, problem(part));
    const stubborn = hasDefect('validation-loop') && parts.find(({ field }) => field.name === 'telephone');
    if (stubborn) show(stubborn, 'phoneInvalid');
    const wrong = parts.find((part) => problem(part) || part === stubborn);
    if (wrong) {
      notices.append(ui.alert('error', t('request.invalid')));
      wrong.control.focus();
    } else if (hasDefect('endless-spinner')) ui.showLoader();
    else onSubmit(read());
  };
  const node = el(
    'form',
    { id: 'formulaire', novalidate: !native, autocomplete: 'off', onsubmit: send },
    notices,
    el(
      'div',
      { class: 'form-fields' },
      parts.map((part) => part.node),
    ),
    ui.actionsBar([...actions, submit.node]),
  );
  return {
    node,
    notices,
    setError(name, code) {
      for (const part of parts) if (part.field.name === name) show(part, code);
    },
  };
}
