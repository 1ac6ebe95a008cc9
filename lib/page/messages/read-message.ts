import type { Matchers, TextReading } from '../../core/detect/matchers.ts';
import type { MessagePlace, MessageSignal } from '../../core/detect/signals.ts';
import { closest, contains, first, localName, matches, ownerDocument } from '../dom.ts';
import { COMPONENT_TEXT, componentLevel, componentName, frameOf, holdsSpeaking } from './components.ts';
import { gatherText } from './text-content.ts';
import { isRendered, isVisible } from './visibility.ts';

/** A message found on the page, its text not masked yet. */
export interface FoundMessage {
  readonly element: Element;
  /** Read by its own words only, without the blocks inside it. */
  readonly own: boolean;
  readonly place: MessagePlace;
  readonly component: string;
  readonly level: MessageSignal['level'];
  readonly text: string;
  readonly rules: readonly string[];
  readonly visible: boolean;
}

export const SHORTEST = 4;
const BLOCK_TEXT = 1500;
/** A block that a message fills, in characters. */
const MESSAGE_BLOCK = 300;
/** Covered so far by a wording, a block is the message and does not just mention it. */
const FILLED = 0.4;
/** A page with fewer characters than this shows nothing but its error. */
const SPARSE_PAGE = 500;

/** An entry of a list that says itself that it has been read, or on what day: what it tells is past. */
const isRead = (element: Element): boolean => {
  const entry = closest(element, 'li,article,tr');
  return (
    entry !== null &&
    /^lu\b|(?<!non |comme )\blue\b|\d{4}.*\/\d{4}$/i.test(gatherText(entry, { limit: MESSAGE_BLOCK }))
  );
};

/** What stands on every page alike says nothing of this one. */
const ASIDE = 'nav,footer,#footer';
/** Nor does what stands on something to click. */
const ELSEWHERE = `button,a,${ASIDE}`;
/** Nor does this, but a bare error page may have nothing else: it is then read by itself. */
const LANDMARK = `header,${ASIDE}`;

/** How long an answer about the whole page holds, in milliseconds: it is asked for block after block. */
const SPARSE_MS = 200;
interface Sparse {
  readonly at: number;
  readonly main: Element | null;
}
const sparse = new WeakMap<Document, Sparse>();

/** What a page has that still serves to something. */
const CONTROLS = 'input:not([type=hidden],[type=submit]),select,textarea';
/** What tells of things in general: a list, a legend, an article, a page of help. */
const TELLING = `${CONTROLS},table,dl,article,details,[aria-expanded],h2~h2,li~li~li`;

/** An entry among others, of a list of three or a table: no message of the page. */
const ENTRY = 'li:nth-last-child(n+3),li:nth-last-child(n+3)~li,dd,dt,tr~tr~tr>td:not(:only-child)';

/** The part of a document that shows nothing but a few words; null where there is more. */
const sparsePart = (page: Document): Element | null => {
  const { body, readyState } = page;
  // A page that is still arriving has little text, whatever it will be.
  if (readyState !== 'complete') return null;
  const at = performance.now();
  const known = sparse.get(page);
  if (known && at - known.at < SPARSE_MS) return known.main;
  const main = body && (first(body, 'main,[role=main],#content') ?? body);
  const isEmpty =
    main !== null &&
    first(main, main === body ? CONTROLS : TELLING) === null &&
    gatherText(main, { limit: SPARSE_PAGE, isShown: isRendered }).length < SPARSE_PAGE;
  const part = isEmpty ? main : null;
  sparse.set(page, { at, main: part });
  return part;
};

export const isHeading = (element: Element): boolean => matches(element, 'h1,h2,h3');

/** The page shows nothing but a few words: any of them may be the message. */
export const isSparse = (): boolean => sparsePart(document) !== null;

/**
 * Reads a component, or a block by its own words (`own`) or by all of them. Undefined when it says nothing of interest.
 * What is hidden now comes with `visible: false`, so that it can be looked at again. Unknown words count for nothing at a
 * level that `isSpent`.
 */
export const readMessage = (
  element: Element,
  matchers: Matchers,
  own: boolean,
  isSpent: (level: string) => boolean,
): FoundMessage | undefined => {
  const frame = frameOf(element);
  const isFrame = frame?.component === element;
  const limit = isFrame ? COMPONENT_TEXT : BLOCK_TEXT;
  const isPart = (inner: Element): boolean => own || frame !== null || !matches(inner, LANDMARK);
  const raw = gatherText(element, { own, limit, isShown: isPart });
  if (raw.length < SHORTEST) return undefined;
  const level = frame === null ? 'unknown' : componentLevel(frame.component);
  const alarming = isFrame && frame.whole && (level === 'error' || level === 'warning');
  const isMessage = raw.length <= MESSAGE_BLOCK || frame?.whole === true;
  /** Without a component, only a page that shows nothing else makes a message of unknown words. */
  const isAlone = () => {
    const page = ownerDocument(element);
    // A frame may well be small: what is around it is asked as well.
    if (frame !== null || page === null || !isSparse()) return false;
    const part = sparsePart(page);
    return (
      part !== null &&
      contains(part, element) &&
      closest(element, ENTRY) === null &&
      first(element, ENTRY) === null &&
      !holdsSpeaking(element, isRendered)
    );
  };
  const isTitle = frame === null && isHeading(element);
  /** What running text quotes, it does not say. */
  const said = (words: string): TextReading => {
    const { matches: known, ...rest } = matchers.read(words);
    return { ...rest, matches: known.filter(({ quoted }) => !quoted || frame !== null) };
  };
  const isTelling = ({ matches, suspect, nominated }: TextReading): boolean =>
    matches.length > 0 ||
    nominated ||
    (!isSpent(level) && (alarming || (suspect && isMessage && (isTitle || frame !== null || isAlone()))));
  if (!isTelling(said(raw))) return undefined;
  if (frame === null && (isRead(element) || closest(element, ELSEWHERE) !== null)) return undefined;

  const component = frame === null ? localName(element).slice(0, 80) : componentName(frame.component);
  const text = isVisible(element)
    ? gatherText(element, { own, limit, isShown: (inner) => isPart(inner) && isRendered(inner) })
    : '';
  const reading = said(text);
  if (text.length < SHORTEST || !isTelling(reading)) {
    return { element, own, place: 'text', component, level, text: raw, rules: [], visible: false };
  }
  const { matches: found, nominated } = reading;
  const alone = found.length === 0 && frame === null && !((isTitle || nominated) && !isAlone());
  const filled = isTitle || found.some(({ coverage }) => coverage >= FILLED);
  return {
    element,
    own,
    place: frame !== null || alone ? 'component' : filled && isMessage ? 'block' : 'text',
    component: alone ? 'page' : component,
    level: alone ? 'error' : level,
    text,
    rules: found.map(({ rule }) => rule.id).slice(0, 10),
    visible: true,
  };
};
