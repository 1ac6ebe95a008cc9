import { all, closest, localName, matches } from '../dom.ts';
import { gatherText } from '../messages/text-content.ts';
import { isVisible } from '../messages/visibility.ts';
import { boxOfField } from './fields.ts';

/** Where a list of chosen files stands, at the portal and in the usual libraries (2026-11-21). */
const BOX =
  '[class*="upload" i], [class*="piece" i], [class*="attach" i], [class*="document" i], [class*="file" i], li, tr, fieldset';
/** Pictures and icons that say « refused » by their name. */
const NAMED =
  '.pi-times, .pi-times-circle, .fa-times, .fa-times-circle, .fa-xmark, [class*="icon-close-circle" i], ' +
  '[class*="icon-error" i], [class*="croix" i], [class*="cross" i], img[src*="cross" i], img[src*="error" i], ' +
  'img[alt*="erreur" i], img[alt*="error" i], img[alt*="refus" i]';
const SIGNED = 'span, i, mat-icon, b, strong, em, p, td';
const SIGN = /^(?:[✗✘❌✕✖×⨯]|cancel|highlight_off)$/;
/** A cross in a button takes the file away. */
const CONTROL = 'button, a, [role="button"]';

/** `rgb(…)`: much more red than anything else. */
export const isRed = (colour: string): boolean => {
  const [red = 0, green = 0, blue = 0] = colour.match(/\d+(?:\.\d+)?/g)?.map(Number) ?? [];
  return red > 140 && red > green * 1.6 && red > blue * 1.6;
};

const isRefusal = (sign: Element): boolean =>
  localName(sign) === 'img' || gatherText(sign, { limit: 2 }) === '❌' || isRed(getComputedStyle(sign).color);

const crossesIn = (box: Element): Element[] => [
  ...all<Element>(box, NAMED),
  ...Array.from(all<Element>(box, SIGNED)).filter((one) => SIGN.test(gatherText(one, { limit: 20 }))),
];

/** Choosers beside which the page has put a red cross: one that is in no button. */
export const crossedFiles = (choosers: Iterable<Element>): Element[] =>
  [...choosers].filter((chooser) => {
    const box = boxOfField(chooser) ?? closest(chooser, BOX);
    if (box === null || matches(box, 'body, form, main')) return false;
    return crossesIn(box).some(
      (cross) => closest(cross, CONTROL) === null && isVisible(cross) && isRefusal(cross),
    );
  });
