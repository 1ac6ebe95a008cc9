import { all, attribute, closest, first, localName, rootOf } from './dom.ts';
import { gatherText } from './messages/text-content.ts';

/** Words on the page that name a control. Bounded: a label is a line, not a page. */
const LONGEST = 200;

/** Longer than this it is no label but a part of the page. */
const NO_LABEL = 5000;

/** Without what can be chosen in it: a label that wraps a list would otherwise name it by all its choices. */
const shortText = (element: Element | null | undefined): string => {
  const text = element ? gatherText(element, { limit: NO_LABEL + 1 }) : '';
  return text.length > NO_LABEL ? '' : text.trim().slice(0, LONGEST);
};

const within = (scope: Element | null, selector: string): string =>
  shortText(scope && first(scope, selector));

const byIds = (element: Element, name: string): string => {
  const root = rootOf(element) as ParentNode & Node;
  return (attribute(element, name) ?? '')
    .split(/\s+/)
    .slice(0, 4)
    .map((id) => (id === '' ? '' : shortText(all(root, `#${CSS.escape(id)}`)[0])))
    .join(' ')
    .trim();
};

/** Visible label of a form field, never its value; empty when the page gives none. */
export const fieldLabel = (field: Element): string => {
  const { labels } = field as HTMLInputElement;
  const label = labels?.[0] ?? closest(field, 'label');
  return (
    shortText(label) ||
    byIds(field, 'aria-labelledby') ||
    (attribute(field, 'aria-label') ?? '') ||
    within(closest(field, 'fieldset'), 'legend') ||
    (attribute(field, 'placeholder') ?? '') ||
    (attribute(field, 'title') ?? '')
  ).slice(0, LONGEST);
};

/** Error text that the page links to a field. */
export const fieldError = (field: Element): string =>
  byIds(field, 'aria-errormessage') ||
  (attribute(field, 'aria-invalid') === 'true' ? byIds(field, 'aria-describedby') : '') ||
  within(
    closest(field, '[class*="group" i], [class*="field" i], fieldset'),
    '.fr-error-text, .fr-message--error, .invalid-feedback, mat-error, .error-message',
  );

/** Visible label of something that is clicked. */
export const controlLabel = (control: Element): string => {
  const input = control as HTMLInputElement;
  if (localName(control) === 'input') {
    return ['submit', 'button', 'reset'].includes(input.type)
      ? input.value.slice(0, LONGEST)
      : fieldLabel(control);
  }
  const image = first(control, 'img[alt]');
  return (
    shortText(control) ||
    (attribute(control, 'aria-label') ?? '') ||
    (attribute(control, 'title') ?? '') ||
    (image && attribute(image, 'alt')) ||
    ''
  ).slice(0, LONGEST);
};
