import { all, attribute, closest, contains, localName, matches, ownerDocument } from '../dom.ts';
import { gatherText } from '../messages/text-content.ts';
import { isVisible } from '../messages/visibility.ts';
import { stepOf } from './actions.ts';
import { type Field, readFields } from './fields.ts';
import { isPlaceholder } from './plausible.ts';

const LIST =
  'select, [role="combobox"]:not(input:not([readonly])), .ui-dropdown:not(select), .p-dropdown, .p-select, .ui-multiselect, .p-multiselect';
/** A list that asks for another answer first: of which department, of which country. */
const PARENT = /departement|region|pays|country|state|postal|commune|ville|categorie|type|motif/i;

const isChoice = (option: HTMLOptionElement, index: number): boolean =>
  !option.disabled &&
  !option.hidden &&
  (option.value !== '' || index > 0) &&
  !(index === 0 && isPlaceholder(option.text));

const isEmptySelect = (select: HTMLSelectElement): boolean => !Array.from(select.options).some(isChoice);

/** What opens under a list that is drawn by a library, wherever on the page (2026-11-21). */
const PANEL =
  '[role="listbox"], .ui-dropdown-panel, .p-dropdown-panel, .p-select-overlay, .ui-multiselect-panel, .p-multiselect-panel';
const OPTION = '[role="option"], .ui-dropdown-item, .p-dropdown-item, .p-select-option, li, option';

const isEmptyPanel = (panel: Element): boolean =>
  !Array.from(all<Element>(panel, OPTION)).some(
    (option) => !isPlaceholder(gatherText(option, { limit: 100 })),
  );

/** Something was typed to search in it: that it finds nothing is an answer. */
const isSearched = (panel: Element, widget: Element): boolean =>
  [...all<HTMLInputElement>(panel, 'input'), ...all<HTMLInputElement>(widget, 'input')].some(
    ({ value, readOnly }) => !readOnly && value !== '',
  );

/** The box of choices that a widget shows once it is open; undefined as long as it is closed. */
const openPanel = (widget: Element): Element | undefined => {
  const inside = Array.from(all<Element>(widget, PANEL)).find(isVisible);
  if (inside !== undefined) return inside;
  if (attribute(widget, 'aria-expanded') !== 'true') return undefined;
  const id = attribute(widget, 'aria-controls') ?? attribute(widget, 'aria-owns') ?? '';
  const page = ownerDocument(widget);
  const named = id === '' || page === null ? undefined : all<Element>(page, `#${CSS.escape(id)}`)[0];
  return named !== undefined && isVisible(named) ? named : undefined;
};

const isEmptyWidget = (widget: Element): boolean => {
  const panel = openPanel(widget);
  return panel !== undefined && isEmptyPanel(panel) && !isSearched(panel, widget);
};

const isEmptyList = (list: Element): boolean =>
  localName(list) === 'select' ? isEmptySelect(list as HTMLSelectElement) : isEmptyWidget(list);

/** An earlier question of the same step that this list may depend on is not answered yet. */
const waitsForAnother = (list: Element, fields: readonly Field[]): boolean => {
  const before = fields.slice(
    0,
    Math.max(
      0,
      fields.findIndex(({ element }) => element === list),
    ),
  );
  return before.some(({ filled, kind, label, element }) => {
    const leads = kind === 'list' || kind === 'choice' || PARENT.test(label);
    return leads && !filled && !(kind === 'list' && isEmptyList(element));
  });
};

/**
 * Lists that must be chosen from and have nothing to choose. `opened`: what the person has opened; `touched`: something
 * of that step was filled in.
 */
export const emptyLists = (
  roots: Iterable<ParentNode>,
  opened: WeakSet<Element>,
  touched: (step: Element) => boolean,
  chosen: WeakSet<Element>,
): Element[] => {
  const found: Element[] = [];
  for (const root of roots) {
    for (const list of all<Element>(root, LIST)) {
      if (!isEmptyList(list) || matches(list, ':disabled, [aria-disabled="true"]') || !isVisible(list))
        continue;
      if (closest(list, '[role="search"], nav, header:not(main header), [aria-busy="true"]') !== null)
        continue;
      const step = stepOf(list);
      if (step === null) continue;
      const fields = readFields(step, chosen);
      // A library draws its list around a field of its own.
      const own = fields.find(({ element }) => element === list || contains(list, element));
      if (own?.optional === true || waitsForAnother(list, fields)) continue;
      if (own === undefined && localName(list) === 'select') continue;
      const marked = fields.some(({ required }) => required);
      if (marked && own !== undefined && !own.required) continue;
      const othersDone = fields.every(
        ({ element, required, filled }) => element === list || !required || filled,
      );
      if (opened.has(list) || (own?.required === true && othersDone && touched(step))) found.push(list);
    }
  }
  return found;
};
