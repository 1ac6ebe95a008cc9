import type { RowPiece } from '../../core/detect/filing/document.ts';
import { attribute, closest, isElement, isText, matches, parentElement } from '../dom.ts';
import { isInline } from '../messages/text-content.ts';
import type { Visit } from './walk.ts';

const CONTROL = 'button, a, [role="button"], [role="link"]';
const HINT = '.fr-hint-text, small, [class*="hint" i], [class*="help" i], .form-text';
const HEADING = 'h1, h2, h3, h4, h5, h6, legend, label, dt, th';
const MOST_PIECES = 60;

/** What a class says of what it is on: `fr-upload-group--error`, `pi-check`. Words of `class`, in lower case. */
const TONES: Readonly<Record<string, RowPiece['tone']>> = Object.fromEntries(
  (
    [
      [
        'bad',
        'error danger invalid refused refuse rejected rejete times xmark failed failure croix cross ko',
      ],
      ['good', 'valid success check accepted accepte done ok'],
      ['waiting', 'pending progress spinner busy waiting loading hourglass'],
    ] as const
  ).flatMap(([tone, words]) => words.split(' ').map((word) => [word, tone] as const)),
);

const toneOf = (element: Element): RowPiece['tone'] => {
  let tone: RowPiece['tone'] = null;
  for (const name of (attribute(element, 'class') ?? '').toLowerCase().split(/\s+/)) {
    // Angular marks every empty field so.
    if (name.startsWith('ng-')) continue;
    for (const word of name.split(/[^a-z]+/)) {
      const said = TONES[word] ?? null;
      if (said === 'bad') return 'bad';
      tone ??= said;
    }
  }
  return tone;
};

/** The nearest that is laid out as a block or has a class: text inside it is one stretch. */
const stretchOf = (node: Node): Element | null => {
  let element = parentElement(node);
  while (element !== null && isInline(element) && attribute(element, 'class') === null) {
    const parent = parentElement(element);
    if (parent === null) break;
    element = parent;
  }
  return element;
};

const within = (node: Node, selector: string, row: Element): boolean => {
  const parent = parentElement(node);
  const found = parent && closest(parent, selector);
  return found !== null && found !== row && isBelow(found, row);
};

const isBelow = (element: Element, row: Element): boolean => {
  for (let at = parentElement(element); at !== null; at = parentElement(at)) if (at === row) return true;
  return false;
};

const roleOf = (node: Node, row: Element): RowPiece['role'] => {
  if (within(node, CONTROL, row)) return 'control';
  if (within(node, HINT, row)) return 'hint';
  return within(node, HEADING, row) ? 'heading' : 'plain';
};

/** What its surroundings say, up to the row itself, which speaks for all of it once. */
const toneAround = (node: Node, row: Element): RowPiece['tone'] => {
  for (let at = parentElement(node); at !== null && at !== row; at = parentElement(at)) {
    const tone = toneOf(at);
    if (tone !== null) return tone;
  }
  return null;
};

/** The texts and signs of one row, in reading order. `visits`: those of its inside. */
export const piecesOf = (row: Element, visits: readonly Visit[]): RowPiece[] => {
  const own = toneOf(row);
  const pieces: RowPiece[] = own === null ? [] : [{ text: '', role: 'plain', tone: own }];
  let last: Element | null = null;
  for (const { node, text } of visits) {
    if (pieces.length >= MOST_PIECES) break;
    if (isText(node)) {
      const stretch = stretchOf(node);
      const before = pieces.at(-1);
      if (stretch === last && before) pieces[pieces.length - 1] = { ...before, text: before.text + text };
      else {
        const role = roleOf(node, row);
        pieces.push({ text, role, tone: role === 'control' ? null : toneAround(node, row) });
      }
      last = stretch;
    } else if (isElement(node) && !matches(node, CONTROL) && !within(node, CONTROL, row)) {
      // An icon has no text: its class is all that it says.
      const tone = toneOf(node);
      if (tone !== null) {
        pieces.push({ text: '', role: 'plain', tone });
        last = null;
      }
    }
  }
  return pieces;
};
