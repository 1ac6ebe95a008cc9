import { all, attribute, closest, first, localName, matches, parentElement, rootOf } from '../dom.ts';
import { fieldError, fieldLabel } from '../labels.ts';
import { gatherText } from '../messages/text-content.ts';
import { isVisible } from '../messages/visibility.ts';
import { deepAll } from './composed-tree.ts';
import { isConsent, isPlaceholder, isPlausible, saysCaptcha, saysOptional } from './plausible.ts';

/** One question of a form, as a person meets it: a group of radio buttons is one. */
export interface Field {
  readonly element: Element;
  readonly kind: 'text' | 'list' | 'file' | 'choice' | 'tick';
  /** With its hint and its mark of being required. */
  readonly label: string;
  readonly required: boolean;
  readonly optional: boolean;
  readonly filled: boolean;
  /** Nothing on the page, nor what its label asks for, speaks against what it holds. */
  readonly accepted: boolean;
  /** It can be what its label asks for. */
  readonly plausible: boolean;
  readonly inError: boolean;
  /** What the page says beside it, not masked yet; empty where it says nothing. */
  readonly error: string;
  readonly consent: boolean;
  readonly captcha: boolean;
}

export const FIELD =
  'input:not([type="hidden"], [type="submit"], [type="button"], [type="reset"], [type="image"], [type="search"]), ' +
  'select, textarea, [role="combobox"]:not(input, select), [role="radiogroup"], [role="checkbox"]:not(input), ' +
  '[role="switch"]:not(input), [contenteditable="true"], [contenteditable=""]';
/** More questions than this are no step of a form. */
const MOST_FIELDS = 150;
const IN_ERROR =
  '[class*="group--error"], .fr-fieldset--error, .has-error, .is-invalid, .p-invalid, .q-field--error, ' +
  '.mat-form-field-invalid, .ui-state-error';
/** What stands beside a field that is wrong, when nothing links the two. */
const SAYS_ERROR = '[class*="error" i], [class*="erreur" i], [role="alert"]';
const LONGEST_ERROR = 200;
const HINT = '.fr-hint-text, .hint, small, [class*="hint"], .form-text';

type Input = HTMLInputElement;

const isTick = (type: string) => type === 'checkbox' || type === 'radio';

/** Boxes, radio buttons and file choosers are often drawn by their label only. */
const isShown = (element: Element): boolean => {
  if (isVisible(element)) return true;
  const { type, labels } = element as Input;
  if (localName(element) !== 'input' || (!isTick(type) && type !== 'file')) return false;
  const label = labels?.[0] ?? closest(element, 'label') ?? (type === 'file' ? parentElement(element) : null);
  return label !== null && isVisible(label);
};

const groupOf = (element: Element): readonly Element[] => {
  const { type, name, form } = element as Input;
  if (localName(element) !== 'input' || type !== 'radio' || name === '') return [element];
  const scope = form ?? (rootOf(element) as Node & ParentNode);
  return Array.from(all(scope, `input[type="radio"][name="${CSS.escape(name)}"]`));
};

const kindOf = (element: Element): Field['kind'] => {
  const name = localName(element);
  const role = attribute(element, 'role');
  if (name === 'select' || role === 'combobox') return 'list';
  if (role === 'radiogroup') return 'choice';
  if (role === 'checkbox' || role === 'switch') return 'tick';
  if (name !== 'input') return 'text';
  const { type } = element as Input;
  return type === 'file' ? 'file' : type === 'radio' ? 'choice' : type === 'checkbox' ? 'tick' : 'text';
};

const isFilled = (element: Element, kind: Field['kind'], chosen: WeakSet<Element>): boolean => {
  const name = localName(element);
  if (name === 'input' || name === 'textarea' || name === 'select') {
    const { type, checked, value, files } = element as Input;
    if (isTick(type)) return checked;
    // A page may empty the chooser once it has taken the file.
    return type === 'file' ? (files?.length ?? 0) > 0 || chosen.has(element) : value.trim() !== '';
  }
  if (kind === 'choice') return first(element, '[aria-checked="true"], :checked') !== null;
  if (kind === 'tick') return attribute(element, 'aria-checked') === 'true';
  if (matches(element, '[class*="placeholder" i], [class*="empty" i]')) return false;
  if (first(element, '[class*="placeholder" i], [class*="label-empty" i]') !== null) return false;
  const text = gatherText(element, { limit: 200 });
  return text !== '' && (kind !== 'list' || !isPlaceholder(text));
};

const isValid = (element: Element): boolean => (element as Input).validity?.valid ?? true;

/** The nearest thing that holds this field and no other says that it is wrong. */
const isMarkedAround = (element: Element): boolean => {
  const marked = closest(element, '.ng-invalid');
  if (marked === element) return true;
  return marked !== null && localName(marked) !== 'form' && all(marked, FIELD).length === 1;
};

/** What the page puts around this question and no other. */
export const boxOfField = (element: Element, group: readonly Element[] = [element]): Element | null => {
  const isOwn = (box: Element | null): box is Element =>
    box !== null && Array.from(all<Element>(box, FIELD)).every((one) => group.includes(one));
  const named = closest(element, '[class*="group" i], [class*="field" i], [class*="upload" i], fieldset');
  if (isOwn(named)) return named;
  const parent = parentElement(element);
  const above = parent && parentElement(parent);
  return isOwn(above) ? above : isOwn(parent) ? parent : null;
};

const errorIn = (box: Element): string => {
  for (const one of all<Element>(box, SAYS_ERROR)) {
    if (matches(one, FIELD) || first(one, FIELD) !== null || !isVisible(one)) continue;
    const text = gatherText(one, { limit: LONGEST_ERROR, isShown: isVisible });
    if (text !== '') return text;
  }
  return '';
};

const hintOf = (box: Element | null): string => {
  const hint = box && first(box, HINT);
  return hint ? gatherText(hint, { limit: 200 }) : '';
};

const legendOf = (element: Element, kind: Field['kind']): string => {
  const fieldset = kind === 'choice' ? closest(element, 'fieldset') : null;
  const legend = fieldset && first(fieldset, 'legend');
  return legend ? gatherText(legend, { limit: 200 }) : '';
};

export const readField = (element: Element, chosen: WeakSet<Element>): Field => {
  const group = groupOf(element);
  const kind = kindOf(element);
  const own = legendOf(element, kind) || fieldLabel(element);
  const box = boxOfField(element, group);
  const label = `${own} ${attribute(element, 'placeholder') ?? ''} ${hintOf(box)}`;
  const { value = '' } = element as Input;
  const filled = group.some((one) => isFilled(one, kind, chosen));
  const marked = attribute(element, 'aria-invalid') === 'true' || closest(element, IN_ERROR) !== null;
  const wrong = marked || isMarkedAround(element);
  const error =
    marked || box !== null ? fieldError(element) || (box !== null && wrong ? errorIn(box) : '') : '';
  const plausible = kind !== 'text' || !filled || isPlausible(label, value);
  const names = `${label} ${attribute(element, 'name') ?? ''} ${attribute(element, 'id') ?? ''}`;
  return {
    element,
    kind,
    label: own,
    required:
      group.some((one) => (one as Input).required === true || attribute(one, 'aria-required') === 'true') ||
      /\*/.test(own),
    optional: saysOptional(label),
    filled,
    accepted: group.every(isValid) && !isMarkedAround(element) && plausible,
    plausible,
    inError: marked || error !== '',
    error,
    consent: kind === 'tick' && isConsent(label),
    captcha: saysCaptcha(names),
  };
};

/** The questions that a person finds in a part of the page and can answer. `chosen`: where a file was chosen. */
export const readFields = (scope: Element, chosen: WeakSet<Element>): Field[] => {
  const seen = new Set<Element>();
  const fields: Field[] = [];
  for (const element of deepAll(scope, FIELD)) {
    if (fields.length >= MOST_FIELDS) break;
    if (seen.has(element) || matches(element, ':disabled, [readonly], [aria-disabled="true"]')) continue;
    if (!isShown(element)) continue;
    for (const one of groupOf(element)) seen.add(one);
    fields.push(readField(element, chosen));
  }
  return fields;
};

/** Every answer that the form needs is there and nothing speaks against it: nothing excuses it from going on. */
export const isComplete = (fields: readonly Field[]): boolean => {
  if (fields.some(({ inError, accepted, captcha, filled }) => inError || !accepted || (captcha && !filled)))
    return false;
  const marked = fields.some(({ required }) => required);
  const needed = fields.filter(
    ({ required, optional, consent, kind }) =>
      required || consent || (!optional && (!marked || kind === 'file')),
  );
  return needed.length > 0 && needed.every(({ filled }) => filled);
};
