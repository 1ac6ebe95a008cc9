import { htmlOf, isElement, isText, rootOf, textOf } from '../dom.ts';
import { doubt, isBare } from './bareness.ts';
import { isComponent } from './components.ts';
import { isHeading, isSparse, SHORTEST } from './read-message.ts';
import { blockOf } from './text-content.ts';
import { tasks, walkOver } from './tree.ts';

/** More nodes than this at once are a part rendered anew. */
const FEW = 4;
/** Where more subtrees are to be walked over, the page is walked as a whole. */
const MOST = 200;
/** Longer texts are read in any case, in characters. */
const LONG = 20_000;
/** A part that is rendered over and over is looked at after this long, then after twice as long each time (ms). */
const SHORTEST_MS = 250;
/** A message stands for three seconds at least. */
const LONGEST_MS = 2500;
/** What was rendered anew so long after its last look is not being rendered over and over (ms). */
const CALM_MS = 4000;
/** What components, headings, frames and elements of the page's own making are known by in its markup. */
const MARKUP = /alert|err[eo]u?r|warn|toast|snack|noti|mess|dial|bann|feed|stat|live|<(?:h[1-3]|if|\w+-)/i;

type MayTell = (text: string) => boolean;

const looks = new WeakMap<Node, { readonly at: number; readonly wait: number }>();
let waiting = new Set<Node>();

/** Stands in no component, and holds no words that could tell anything; the layout is not asked. */
const isDull = (part: Element, mayTell: MayTell): boolean => {
  const text = textOf(part) ?? '';
  return text.length < LONG && !mayTell(text) && isBare(part) && !isSparse();
};

/** The block of a text, if it is worth reading: a word may be in several pieces of it. */
export const tellingBlock = (text: Text, mayTell: MayTell): Element | null => {
  const block = text.length < SHORTEST ? null : blockOf(text);
  return block !== null && text.length < LONG && isDull(block, mayTell) && !isHeading(block) ? null : block;
};

/** A list that comes back ten times a second says nothing new: the more often it does, the less often it is read. */
const lookAt = (part: Node, now: number, mayTell: MayTell): void => {
  const { at = -CALM_MS, wait = 0 } = looks.get(part) ?? {};
  if (now - at < wait) {
    waiting.add(part);
    return;
  }
  const isUsual = now - at < CALM_MS;
  looks.set(part, { at: now, wait: isUsual ? Math.min(2 * wait, LONGEST_MS) : SHORTEST_MS });
  const isQuiet = isUsual && isElement(part) && isDull(part, mayTell) && !MARKUP.test(htmlOf(part));
  if (!isQuiet) walkOver(part);
};

/**
 * Finds among the changes of the page, and what has waited for its turn, the few that are worth reading. `now`: of
 * `performance.now()`. True when something waits.
 */
export const sortOut = (
  records: readonly MutationRecord[],
  now: number,
  mayTell: MayTell,
  onText: (text: Text) => void,
): boolean => {
  const parts = waiting;
  waiting = new Set();
  for (const part of parts) lookAt(part, now, mayTell);

  const arrived = (node: Node) => {
    if (isElement(node)) doubt(node);
    // Its words may stand in something that is to be walked over, and is then named by the outermost.
    if (isText(node) && tasks.length === 0) onText(node);
    else if (tasks.length < MOST || (isElement(node) && isComponent(node))) walkOver(node);
    else lookAt(rootOf(node), now, mayTell);
  };
  const grown = new Map<Node, number>();
  const lists = records.filter(({ type }) => type === 'childList');
  for (const { target, addedNodes } of lists) grown.set(target, (grown.get(target) ?? 0) + addedNodes.length);
  for (const { target, addedNodes } of lists)
    if ((grown.get(target) ?? 0) <= FEW) for (const node of addedNodes) arrived(node);
  for (const [target, count] of grown) if (count > FEW) lookAt(target, now, mayTell);

  for (const { type, target, attributeName } of records) {
    if (type === 'characterData') arrived(target);
    else if (type === 'attributes' && isElement(target)) {
      if (attributeName !== 'style') doubt(target);
      if (!isBare(target) && isComponent(target)) walkOver(target);
    }
  }
  return waiting.size > 0;
};
