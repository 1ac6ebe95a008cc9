import type { TypedValues } from '../core/privacy/typed-values.ts';
import { isElement, localName, matches } from './dom.ts';
import { gatherText } from './messages/text-content.ts';
import { listen } from './port.ts';
import { perSecond } from './rate.ts';

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

/** What is read of a part of the page that can be written in, in characters. */
const EDITABLE_READ = 4000;
/** Values that scripts of the page may announce in a second: a date picker does, a flood does not. */
const FORGED_PER_SECOND = 100;

/**
 * Texts by which a field's content could come back on the page; empty for a field that holds no words. An element of
 * another namespace can be called `input` or `select` and have nothing of one.
 */
export const valuesOf = (field: Element): readonly string[] => {
  switch (localName(field)) {
    case 'input': {
      const input = field as HTMLInputElement;
      if (WORDLESS.includes(input.type)) return [];
      if (input.type === 'file') return Array.from(input.files ?? [], ({ name }) => name);
      return [input.value ?? ''];
    }
    case 'textarea':
      return [(field as HTMLTextAreaElement).value ?? ''];
    case 'select':
      return Array.from((field as HTMLSelectElement).selectedOptions ?? [], ({ text, value }) =>
        value === '' ? '' : text,
      );
    default:
      return matches(field, ':read-write') ? [gatherText(field, { limit: EDITABLE_READ })] : [];
  }
};

/**
 * Remembers what is typed in a document, as hashes in this script's memory and nowhere else, so that its echo can be
 * masked. Widgets announce what they fill in by events of their own making: those are believed too, since all they can
 * do is to have more masked.
 */
export const watchTypedValues = (
  typed: TypedValues,
  page: Document,
  now: () => number,
  stop: AbortSignal,
): void => {
  const isFew = perSecond(FORGED_PER_SECOND, now);
  const remember = (event: Event) => {
    const [field] = event.composedPath() as Element[];
    if (field === undefined || !isElement(field)) return;
    const values = valuesOf(field);
    const [only] = values;
    if (only === undefined) return;
    if (values.length === 1) typed.add(only, field);
    else for (const value of values) typed.add(value);
    if (event.type === 'change') typed.settle(field);
  };
  listen(page, ['input', 'change'], remember, stop, (event) => {
    if (isFew()) remember(event);
  });
  listen(
    page,
    ['focusout'],
    (event) => {
      const [field] = event.composedPath();
      if (field !== undefined) typed.settle(field);
    },
    stop,
  );
};
