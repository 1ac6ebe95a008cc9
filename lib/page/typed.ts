import type { TypedValues } from '../core/privacy/typed-values.ts';
import { listen } from './port.ts';

/** A choice among the site's own words is still the person's, a tick is not a word. */
const WORDLESS: readonly string[] = [
  'password',
  'checkbox',
  'radio',
  'submit',
  'button',
  'reset',
  'image',
  'hidden',
  'range',
  'color',
];

/** Texts by which a field's content could come back on the page; empty for a field that holds no words. */
export const valuesOf = (field: Element): readonly string[] => {
  switch (field.localName) {
    case 'input': {
      const input = field as HTMLInputElement;
      if (WORDLESS.includes(input.type)) return [];
      if (input.type === 'file') return Array.from(input.files ?? [], ({ name }) => name);
      return [input.value];
    }
    case 'textarea':
      return [(field as HTMLTextAreaElement).value];
    case 'select':
      return Array.from((field as HTMLSelectElement).selectedOptions, ({ text, value }) =>
        value === '' ? '' : text,
      );
    default:
      return field instanceof HTMLElement && field.isContentEditable ? [field.textContent ?? ''] : [];
  }
};

/** Remembers what is typed, as hashes in this script's memory and nowhere else, so that its echo can be masked. */
export const watchTypedValues = (typed: TypedValues, stop: AbortSignal): void => {
  const remember = (event: Event) => {
    const [field] = event.composedPath();
    if (!(field instanceof Element)) return;
    const values = valuesOf(field);
    const [only] = values;
    if (only === undefined) return;
    if (values.length === 1) typed.add(only, field);
    else for (const value of values) typed.add(value);
    if (event.type === 'change') typed.settle(field);
  };
  listen(document, ['input', 'change'], remember, stop);
  listen(
    document,
    ['focusout'],
    (event) => {
      const [field] = event.composedPath();
      if (field instanceof Element) typed.settle(field);
    },
    stop,
  );
};
