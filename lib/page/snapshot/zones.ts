import type { PersonalZone } from '../../core/bundle/capture-record.ts';
import { all, boxOf, parentElement } from '../dom.ts';
import { gatherText } from '../messages/text-content.ts';
import { isRendered } from '../messages/visibility.ts';
import { LIMITS } from './notes.ts';
import type { PersonalText } from './page-text.ts';

const ZONE_LIMIT = 300;
/** In characters. */
const LONG_STRETCH = 5000;
const LONGEST_TEXT = 200_000;
const FILLABLE =
  'input:not([type="hidden"]):not([type="submit"]):not([type="button"]):not([type="reset"]):not([type="image"])' +
  ':not([type="checkbox"]):not([type="radio"]):not([type="range"]), textarea, select, [contenteditable]:not([contenteditable="false"])';

const round = (value: number): number => Math.round(value * 10) / 10;

const zoneOf = ({ left, top, width, height }: DOMRect, kind: string): PersonalZone | undefined => {
  const seen =
    width > 0 && height > 0 && left < innerWidth && top < innerHeight && left + width > 0 && top + height > 0;
  return seen ? { x: round(left), y: round(top), w: round(width), h: round(height), kind } : undefined;
};

const holdsSomething = (field: Element): boolean => {
  if (
    field instanceof HTMLInputElement ||
    field instanceof HTMLTextAreaElement ||
    field instanceof HTMLSelectElement
  ) {
    return field.value !== '';
  }
  return gatherText(field, { limit: 2 }) !== '';
};

/** Each line of a stretch of text, or all that holds it: a text of ten megabytes has too many lines to ask for. */
const rectanglesOf = (node: Text, parent: Element, start: number, end: number): Iterable<DOMRect> => {
  if (end - start > LONG_STRETCH || node.length > LONGEST_TEXT) return [boxOf(parent)];
  const range = document.createRange();
  range.setStart(node, start);
  range.setEnd(node, end);
  return range.getClientRects();
};

/** Rectangles of what is personal on the screen now, in CSS pixels from the corner of the window. */
export const personalZones = (
  roots: readonly ParentNode[],
  { spans: personal }: PersonalText,
): PersonalZone[] => {
  const zones: PersonalZone[] = [];
  const add = (rectangle: DOMRect, kind: string) => {
    const zone = zones.length < ZONE_LIMIT ? zoneOf(rectangle, kind) : undefined;
    if (zone !== undefined) zones.push(zone);
  };
  for (const root of roots) {
    for (const field of all(root, FILLABLE)) {
      if (zones.length >= ZONE_LIMIT) return zones;
      if (holdsSomething(field) && isRendered(field)) add(boxOf(field), 'field');
    }
  }
  let looked = 0;
  for (const [node, spans] of personal) {
    const parent = parentElement(node);
    if (parent === null || !isRendered(parent)) continue;
    for (const { start, end, kind } of spans) {
      looked += 1;
      if (zones.length >= ZONE_LIMIT || looked > LIMITS.spans) return zones;
      for (const rectangle of rectanglesOf(node, parent, start, end)) add(rectangle, kind);
    }
  }
  return zones;
};
