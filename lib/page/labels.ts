/** Words on the page that name a control. Bounded: a label is a line, not a page. */
const LONGEST = 200;

const shortText = (element: Element | null | undefined): string => {
  const text = element?.textContent ?? '';
  return text.length > 5000 ? '' : text.replace(/\s+/g, ' ').trim().slice(0, LONGEST);
};

const byIds = (element: Element, attribute: string): string => {
  const root = element.getRootNode() as Document | ShadowRoot;
  return (element.getAttribute(attribute) ?? '')
    .split(/\s+/)
    .slice(0, 4)
    .map((id) => (id === '' ? '' : shortText(root.getElementById?.(id))))
    .join(' ')
    .trim();
};

const labelText = (label: Element): string => {
  // A label that wraps a list would otherwise name it by all its choices.
  const wrapped = label.querySelector('select, textarea');
  return wrapped === null ? shortText(label) : shortText(label).replace(shortText(wrapped), '').trim();
};

/** Visible label of a form field, never its value; empty when the page gives none. */
export const fieldLabel = (field: Element): string => {
  const { labels } = field as HTMLInputElement;
  const label = labels?.[0] ?? field.closest('label');
  return (
    (label ? labelText(label) : '') ||
    byIds(field, 'aria-labelledby') ||
    (field.getAttribute('aria-label') ?? '') ||
    shortText(field.closest('fieldset')?.querySelector('legend')) ||
    (field.getAttribute('placeholder') ?? '') ||
    (field.getAttribute('title') ?? '')
  ).slice(0, LONGEST);
};

/** Error text that the page links to a field. */
export const fieldError = (field: Element): string =>
  byIds(field, 'aria-errormessage') ||
  (field.getAttribute('aria-invalid') === 'true' ? byIds(field, 'aria-describedby') : '') ||
  shortText(
    field
      .closest('[class*="group" i], [class*="field" i], fieldset')
      ?.querySelector('.fr-error-text, .fr-message--error, .invalid-feedback, mat-error, .error-message'),
  );

/** Visible label of something that is clicked. */
export const controlLabel = (control: Element): string => {
  const input = control as HTMLInputElement;
  if (control.localName === 'input') {
    return ['submit', 'button', 'reset'].includes(input.type)
      ? input.value.slice(0, LONGEST)
      : fieldLabel(control);
  }
  return (
    shortText(control) ||
    (control.getAttribute('aria-label') ?? '') ||
    (control.getAttribute('title') ?? '') ||
    (control.querySelector('img[alt]')?.getAttribute('alt') ?? '')
  ).slice(0, LONGEST);
};
