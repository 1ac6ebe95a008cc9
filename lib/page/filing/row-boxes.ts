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

/** Rows looked for: a list has a hundred at most, and some have several signs. */
const MOST_SIGNS = 600;

const isWithin = (node: Node, box: Element): boolean => {
  for (let at = parentElement(node); at !== null; at = parentElement(at)) if (at === box) return true;
  return false;
};

/** Tells boxes that speak of one document at most. Each is asked about once: a wide one may hold thousands of signs. */
const createJudgement = (names: readonly Node[]) => {
  const judged = new Map<Element, boolean>();
  const judge = (box: Element): boolean =>
    !matches(box, TOO_WIDE) &&
    all(box, CHOOSER).length <= 1 &&
    all(box, HEADING).length <= 1 &&
    names.filter((name) => isWithin(name, box)).length <= 1 &&
    gatherText(box, { limit: LONGEST_ROW + 1 }).length <= LONGEST_ROW;
  return (box: Element): boolean => {
    const known = judged.get(box) ?? judge(box);
    judged.set(box, known);
    return known;
  };
};

/** The widest box around an element that is still about one document; null where the nearest is about several. */
const rowAround = (start: Element | null, isOne: (box: Element) => boolean): Element | null => {
  let row = start && closest(start, BOX);
  if (row === null || !isOne(row)) return null;
  for (let step = 0; step < HIGHEST; step += 1) {
    const parent = parentElement(row);
    if (parent === null || !matches(parent, BOX) || !isOne(parent)) break;
    row = parent;
  }
  return row;
};

const isShortState = ({ node, text }: Visit): boolean =>
  isText(node) && text.length <= LONGEST_STATE && stateOf(text) !== undefined;

/**
 * Boxes that are about one document each: around a chooser, the name of a file, or a short word on a state. `listed`: the
 * page has a heading of documents, without which such a word says nothing.
 */
export const rowBoxes = (visits: readonly Visit[], listed: boolean): ReadonlySet<Element> => {
  const names = visits.flatMap(({ node, fileName }) => (fileName ? [node] : [])).slice(0, MOST_SIGNS);
  const choosers = visits.filter(({ chooser }) => chooser);
  const speaks = listed || names.length > 0 || choosers.length > 0;
  const states = speaks ? visits.filter(isShortState) : [];
  const isOne = createJudgement(names);
  const signs = [...choosers.map(({ node }) => node), ...names, ...states.map(({ node }) => node)];
  const rows = new Set<Element>();
  for (const sign of signs.slice(0, MOST_SIGNS)) {
    const row = rowAround(parentElement(sign), isOne);
    if (row !== null) rows.add(row);
  }
  return rows;
};
