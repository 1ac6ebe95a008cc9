import { stateOf } from '../../core/detect/filing/read-document.ts';
import { all, closest, isText, matches, parentElement } from '../dom.ts';
import { gatherText } from '../messages/text-content.ts';
import type { Visit } from './walk.ts';

/** Where one document stands, at the portal and in the usual libraries (2026-11-21). */
const BOX =
  '[class*="upload" i], [class*="piece" i], [class*="attach" i], [class*="document" i], [class*="file" i], ' +
  '[class*="row" i], [class*="card" i], li, tr, dd, fieldset, article';
/** All of the page, or a part of it that is no row. */
const TOO_WIDE = 'thead tr, body, main, form, table, tbody, ul, ol, dl, [role="main"]';
const HEADING = 'h1, h2, h3, h4, h5, h6, legend';
export const CHOOSER = 'input[type="file"]';
/** A row is a line or a card, not a part of the page, in characters. */
const LONGEST_ROW = 900;
const LONGEST_STATE = 80;
const HIGHEST = 8;

const fileNames = (names: readonly Node[], box: Element): number =>
  names.filter((name) => isWithin(name, box)).length;

const isWithin = (node: Node, box: Element): boolean => {
  for (let at = parentElement(node); at !== null; at = parentElement(at)) if (at === box) return true;
  return false;
};

/** It speaks of one document at most. */
const isOne = (box: Element, names: readonly Node[]): boolean =>
  !matches(box, TOO_WIDE) &&
  all(box, CHOOSER).length <= 1 &&
  all(box, HEADING).length <= 1 &&
  fileNames(names, box) <= 1 &&
  gatherText(box, { limit: LONGEST_ROW + 1 }).length <= LONGEST_ROW;

/** The widest box around an element that is still about one document; null where the nearest is about several. */
const rowAround = (start: Element | null, names: readonly Node[]): Element | null => {
  let row = start && closest(start, BOX);
  if (row === null || !isOne(row, names)) return null;
  for (let step = 0; step < HIGHEST; step += 1) {
    const parent = parentElement(row);
    if (parent === null || !matches(parent, BOX) || !isOne(parent, names)) break;
    row = parent;
  }
  return row;
};

/** Boxes that are about one document each: around a chooser, the name of a file, or a short word on a state. */
export const rowBoxes = (visits: readonly Visit[]): ReadonlySet<Element> => {
  const texts = visits.filter(({ node }) => isText(node));
  const names = texts.flatMap(({ node, fileName }) => (fileName ? [node] : []));
  const rows = new Set<Element>();
  const add = (row: Element | null) => row && rows.add(row);
  for (const { node, chooser } of visits) if (chooser) add(rowAround(parentElement(node), names));
  for (const { node, text, fileName } of texts) {
    if (fileName || (text.length <= LONGEST_STATE && stateOf(text) !== undefined))
      add(rowAround(parentElement(node), names));
  }
  return rows;
};
