import type { Matchers } from '../../core/detect/matchers.ts';
import { contains, isConnected, matches, parentElement } from '../dom.ts';
import { listen, type Watch } from '../port.ts';
import { isBare } from './bareness.ts';
import { sortOut, tellingBlock } from './changes.ts';
import { frameOf, isComponent } from './components.ts';
import { KEPT, keep } from './keep-newest.ts';
import { type FoundMessage, readMessage } from './read-message.ts';
import { type WatchedRoots, watchRoots } from './roots.ts';
import { gatherText } from './text-content.ts';
import { walkOn, walkOver } from './tree.ts';
import { isInViewport, isVisible } from './visibility.ts';
import { whenIdle } from './when-idle.ts';

/**
 * Hidden messages are looked at again after this long, then less and less often, and for so long after the last change,
 * in milliseconds: fades end without any mutation.
 */
const FIRST_MS = 120;
const OFTEN_MS = 1000;
const ENDED_MS = 4000;
/** One slice of reading: no longer task than this is added to the page's own (ms). */
const SLICE_MS = 4;
/** Once all is read; and between two slices, so many times as long as the one before took. */
const PAUSE_MS = 80;
const REST = 4;
/** What waits for its turn is asked this often (ms). */
const WAIT_MS = 250;
/** A page that writes the same message over and over tells it once in this time. */
const REPEAT_MS = 1000;
/** Counted for each known wording, and for unknown ones of each level together: no crowd of one kind hides another. */
const PER_MINUTE = 90;
/** Blocks that together say one thing, in characters. */
const GROUP_TEXT = 600;
/** From the surest place to the loosest. */
const PLACES = ['component', 'block', 'text'];

export interface MessageWatch {
  readonly roots: WatchedRoots;
}

/**
 * Tells the messages that a person can see, once each time they appear. `onChange` is called after mutations, for the
 * observers of the address and the title; `onRoot` for each tree, before anything in it is read.
 */
export const watchMessages = (
  watch: Watch,
  matchers: Matchers,
  onChange: () => void,
  onRoot: (root: Document | ShadowRoot) => void,
): MessageWatch => {
  const shown = new Map<Element, FoundMessage>();
  const hidden = new Map<Element, boolean>();
  const toldAt = new Map<string, number>();
  let minute = 0;
  const thisMinute = new Map<string, number>();
  /** What was read since the last change, so that the words of a block are not read once for each of its pieces. */
  let read = new WeakSet<Element>();
  const groups = new Set<Element>();

  const isTold = (found: FoundMessage): boolean => {
    const known = new Set<string>();
    for (const [element, { text, rules, place }] of shown) {
      if (PLACES.indexOf(place) > PLACES.indexOf(found.place)) continue;
      if (!contains(element, found.element) && !contains(found.element, element)) continue;
      if (text === found.text) return true;
      for (const id of rules) known.add(id);
    }
    return found.rules.length > 0 && found.rules.every((id) => known.has(id));
  };

  const tell = (found: FoundMessage) => {
    const at = watch.now();
    const key = `${found.rules} ${found.text}`;
    const last = toldAt.get(key);
    toldAt.delete(key);
    keep(toldAt, key, at);
    if (Math.abs(at - minute) > 60_000) {
      thisMinute.clear();
      minute = at;
    }
    const kind = found.rules.join() || found.level;
    const count = (thisMinute.get(kind) ?? 0) + 1;
    thisMinute.set(kind, count);
    if (count > PER_MINUTE || (last !== undefined && at - last < REPEAT_MS && at >= last)) return;
    watch.emit({
      kind: 'message',
      at,
      place: found.place,
      component: found.component,
      level: found.level,
      text: watch.mask(found.text, 500),
      rules: found.rules,
      inViewport: isInViewport(found.element),
    });
  };

  /** Unknown words that would not be told now need not be looked for on the screen, which is what costs. */
  const isSpent = (level: string) =>
    (thisMinute.get(level) ?? 0) > PER_MINUTE && Math.abs(watch.now() - minute) <= 60_000;

  const forget = (element: Element, own: boolean) => {
    if (shown.get(element)?.own === own) shown.delete(element);
  };

  const examine = (element: Element, own: boolean) => {
    const found = readMessage(element, matchers, own, isSpent);
    if (found === undefined) {
      if (hidden.get(element) === own) hidden.delete(element);
      forget(element, own);
      return;
    }
    if (!found.visible) {
      forget(element, own);
      keep(hidden, element, own);
      return;
    }
    hidden.delete(element);
    if (isTold(found)) return;
    keep(shown, element, found);
    tell(found);
  };

  const once = (element: Element, own: boolean) => {
    if (read.has(element)) return;
    read.add(element);
    examine(element, own);
  };

  const examineBlock = (block: Element) => {
    const frame = frameOf(block);
    if (frame?.whole === true) {
      once(frame.component, false);
      return;
    }
    once(block, true);
    const parent = parentElement(block);
    if (parent !== null && groups.size < KEPT) groups.add(parent);
  };

  /** A sentence split over several blocks is read at their parent, once each of them has been read alone. */
  const examineGroups = () => {
    for (const parent of groups) {
      if (matches(parent, 'html, body') || !isConnected(parent)) continue;
      if (gatherText(parent, { limit: 2 * GROUP_TEXT }).length <= GROUP_TEXT) examine(parent, false);
    }
    groups.clear();
  };

  /** Shown and hidden messages still to be looked at again, this time. */
  let again: Element[] = [];
  const reconsider = (element: Element) => {
    const own = shown.get(element)?.own ?? hidden.get(element) ?? false;
    if (shown.has(element)) {
      if (isVisible(element)) return;
      shown.delete(element);
    }
    hidden.delete(element);
    if (isConnected(element)) examine(element, own);
  };

  const enter = (element: Element) => {
    roots.enter(element);
    if (!isBare(element) && isComponent(element)) examineBlock(element);
  };
  const onText = (text: Text) => {
    const block = tellingBlock(text, matchers.mayTell);
    if (block !== null) examineBlock(block);
  };

  let records: MutationRecord[] = [];
  let isWaiting = false;
  let lookAt = 0;
  let changedAt = 0;
  let delay = FIRST_MS;
  let freeAt = 0;

  /** Reads what has changed, then what was hidden or shown, for one slice of time. False when something is left. */
  const readOn = (began: number): boolean => {
    const until = began + SLICE_MS;
    const taken = records;
    records = [];
    isWaiting = sortOut(taken, began, matchers.mayTell, onText);
    if (!walkOn(until, enter, onText)) return false;
    examineGroups();
    if (again.length === 0 && began >= lookAt) {
      onChange();
      again = [...shown.keys(), ...hidden.keys()];
      delay = Math.min(3 * delay, OFTEN_MS);
      lookAt = again.length > 0 && began - changedAt < ENDED_MS ? began + delay : Infinity;
    }
    while (performance.now() < until) {
      const one = again.shift();
      if (one === undefined) return true;
      reconsider(one);
    }
    return false;
  };

  const soon = whenIdle(() => {
    const began = performance.now();
    let done = false;
    try {
      done = readOn(began);
    } finally {
      // An element that cannot be read must not end the watch.
      const now = performance.now();
      const spent = now - began;
      freeAt = now + (done ? PAUSE_MS : spent * REST);
      // Once the script is stopped nothing more is told, and nothing changes: what is left comes to an end.
      soon((done ? Math.min(lookAt, isWaiting ? now + WAIT_MS : lookAt) : freeAt) - now);
    }
  });

  const onMutations = (batch: readonly MutationRecord[]) => {
    const now = performance.now();
    records.push(...batch);
    onChange();
    read = new WeakSet();
    // The series starts anew after a rest: a page that never rests is not looked at all the more.
    if (now - changedAt > OFTEN_MS) delay = FIRST_MS;
    changedAt = now;
    lookAt = Math.min(lookAt, now + delay);
    soon(freeAt - now);
  };

  // Only a page that has all arrived can be told to show nothing but its error.
  listen(
    window,
    ['load'],
    () => {
      walkOver(document);
      onMutations([]);
    },
    watch.stop,
  );
  const roots = watchRoots(
    onMutations,
    (root) => {
      onRoot(root);
      walkOver(root);
      onMutations([]);
    },
    watch.stop,
  );
  return { roots };
};
