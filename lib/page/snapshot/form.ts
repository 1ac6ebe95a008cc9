import type { FormField } from '../../core/bundle/capture-record.ts';
import { all, attribute, closest, first, localName, rootOf } from '../dom.ts';
import { fieldError, fieldLabel } from '../labels.ts';
import { gatherText } from '../messages/text-content.ts';

const FIELD =
  'input:not([type="hidden"]):not([type="submit"]):not([type="button"]):not([type="reset"]):not([type="image"]), select, textarea';
const FIELD_LIMIT = 200;

type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

/** Not what bears the name only, in another namespace. */
const isControl = (element: Element): element is Control =>
  element instanceof HTMLInputElement ||
  element instanceof HTMLSelectElement ||
  element instanceof HTMLTextAreaElement;

const isTicked = (control: Control): boolean | undefined =>
  control instanceof HTMLInputElement && (control.type === 'checkbox' || control.type === 'radio')
    ? control.checked
    : undefined;

/** A group of radio buttons is one question. */
const groupOf = (control: Control): readonly Control[] => {
  if (!(control instanceof HTMLInputElement) || control.type !== 'radio' || control.name === '')
    return [control];
  const scope = control.form ?? (rootOf(control) as Node & ParentNode);
  return Array.from(
    all<HTMLInputElement>(scope, `input[type="radio"][name="${CSS.escape(control.name)}"]`),
  ).filter(isControl);
};

const isRequired = (control: Control): boolean =>
  control.required || attribute(control, 'aria-required') === 'true';

const groupLabel = (control: Control, size: number): string => {
  const fieldset = size > 1 ? closest(control, 'fieldset') : null;
  const legend = fieldset && first(fieldset, 'legend');
  return (legend && gatherText(legend, { limit: 300 })) || fieldLabel(control);
};

/**
 * The fields of the page: how they are called, whether they are filled and accepted, what is said against them. Never
 * what they hold. Validity is read, not asked for: asking would fire an event that the page can see.
 */
export const readForm = (roots: readonly ParentNode[], mask: (text: string) => string): FormField[] => {
  const fields: FormField[] = [];
  const seen = new Set<Control>();
  for (const root of roots) {
    for (const control of all(root, FIELD)) {
      if (fields.length >= FIELD_LIMIT) return fields;
      if (!isControl(control) || seen.has(control)) continue;
      const group = groupOf(control);
      for (const one of group) seen.add(one);
      const marked = attribute(control, 'aria-invalid') === 'true';
      const own = control.validity.valid ? '' : control.validationMessage.slice(0, 500);
      fields.push({
        label: mask(groupLabel(control, group.length)).slice(0, 200),
        type: control instanceof HTMLInputElement ? control.type.slice(0, 30) : localName(control),
        required: group.some(isRequired),
        filled: group.some((one) => isTicked(one) ?? one.value !== ''),
        valid: control.validity.valid && !marked,
        message: mask(fieldError(control) || own).slice(0, 300),
      });
    }
  }
  return fields;
};
