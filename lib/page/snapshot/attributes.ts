import { addressOf } from '../../core/detect/routes.ts';
import { inert } from '../../core/privacy/inert.ts';
import { attribute, attributesOf, localName, matches } from '../dom.ts';
import { LIMITS, type Sanitised } from './notes.ts';
import { maskStrings, withoutAddresses } from './styles.ts';

/** Attributes whose value is the site's and harmless. Anything else is left out: a list of what to keep cannot leak. */
const KEPT = new Set(
  (
    'id class role lang dir type for colspan rowspan scope headers hidden disabled required readonly multiple open ' +
    'align valign tabindex size rows cols min max step maxlength minlength part slot reversed severity'
  ).split(' '),
);
/** Drawing: numbers and keywords, too many digits for the patterns of personal data. */
const DRAWING = new Set(
  (
    'width height viewbox preserveaspectratio d x y x1 y1 x2 y2 cx cy r rx ry points transform fill stroke ' +
    'stroke-width stroke-linecap stroke-linejoin fill-rule clip-rule opacity offset stop-color gradientunits ' +
    'gradienttransform'
  ).split(' '),
);
const DRAWN = /^[\w\s.,#%()+-]*$/;
/** Attributes that a person reads: kept, masked. */
const READ = new Set(['title', 'alt', 'placeholder', 'label', 'summary', 'abbr']);
/** They say what was chosen. */
const ARIA_VALUES = new Set([
  'aria-valuenow',
  'aria-valuetext',
  'aria-activedescendant',
  'aria-checked',
  'aria-selected',
  'aria-pressed',
]);
const NAME = /^[a-z_][\w:.-]{0,60}$/i;
/** Angular's marks, which its styles select by. */
const SCOPE_MARK = /^_ng(?:content|host)-[\w-]+$/;
/** A word of the site's, not an identifier nor a token. */
const PLAIN_WORD = /^[a-z][a-z _-]{0,39}$/i;
const ADDRESSES = new Set([
  'href',
  'xlink:href',
  'src',
  'srcset',
  'action',
  'formaction',
  'poster',
  'data',
  'cite',
  'background',
  'ping',
]);

export interface AttributeContext {
  mask(text: string): string;
  note(what: Sanitised): void;
}

export const escapeAttribute = (text: string): string =>
  inert(text).replace(/&/g, '&amp;').replace(/"/g, '&quot;').replace(/</g, '&lt;').replace(/>/g, '&gt;');

const isLink = (element: Element): boolean => localName(element) === 'a' || localName(element) === 'area';

const keptValue = (
  element: Element,
  name: string,
  value: string,
  context: AttributeContext,
): string | undefined => {
  if (name.startsWith('on')) {
    context.note('event-handlers');
    return undefined;
  }
  if (name === 'style') return maskStrings(withoutAddresses(value), context.mask);
  if (READ.has(name) || (name.startsWith('aria-') && !ARIA_VALUES.has(name))) return context.mask(value);
  if (
    name === 'value' &&
    matches(element, 'input[type="submit"], input[type="button"], input[type="reset"]')
  ) {
    return context.mask(value);
  }
  if ((name === 'href' || name === 'xlink:href') && localName(element) === 'use') {
    return value.startsWith('#') ? value : undefined;
  }
  if (ADDRESSES.has(name)) {
    context.note(isLink(element) ? 'links' : 'external-resources');
    return undefined;
  }
  if (DRAWING.has(name)) return DRAWN.test(value) ? value : undefined;
  if (KEPT.has(name)) return context.mask(value) === value ? value : undefined;
  if (SCOPE_MARK.test(name)) return '';
  if (name.startsWith('data-') && (value === '' || PLAIN_WORD.test(value))) {
    return context.mask(value) === value ? value : undefined;
  }
  context.note('attributes');
  return undefined;
};

/** The attributes of an element as they may stand in a snapshot, with a leading space. */
export const safeAttributes = (element: Element, context: AttributeContext): string => {
  let text = '';
  for (const [index, { name, value }] of Array.from(attributesOf(element)).entries()) {
    if (index >= LIMITS.attributes) {
      context.note('attributes');
      break;
    }
    if (!NAME.test(name)) continue;
    const kept = keptValue(element, name.toLowerCase(), value.slice(0, 20_000), context);
    if (kept !== undefined) text += ` ${name}="${escapeAttribute(kept)}"`;
  }
  if (isLink(element) && attribute(element, 'href') !== null) {
    // Looks like a link and leads nowhere: opening a snapshot never touches the portal.
    const { address } = addressOf(String((element as HTMLAnchorElement).href));
    text += ` href="#" data-lien="${escapeAttribute(context.mask(address.path + address.route))}"`;
  }
  return text;
};
