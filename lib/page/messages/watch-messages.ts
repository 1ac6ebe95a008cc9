import type { Matchers } from '../../core/detect/matchers.ts';
import { contains, isConnected, isElement, matches, parentElement } from '../dom.ts';
import { listen, type Watch } from '../port.ts';
import { frameOf, isComponent } from './components.ts';
import { type FoundMessage, readMessage } from './read-message.ts';
import { type WatchedRoots, watchRoots } from './roots.ts';
import { blockOf, gatherText } from './text-content.ts';
import { createTreeWalk } from './tree.ts';
import { isInViewport, isVisible } from './visibility.ts';

/** Hidden messages are looked at again after this long, in milliseconds: fades end without any mutation. */
const LOOK_AGAIN_MS: readonly number[] = [120, 400, 1000, 2500];
const KEPT = 200;
/** A page that writes the same message over and over tells it once in this time. */
const REPEAT_MS = 1000;
/** Counted for each known wording, and for unknown ones of each level together: no crowd of one kind hides another. */
const PER_MINUTE = 90;
/** Blocks that together say one thing, in characters. */
const GROUP_TEXT = 600;
/** From the surest place to the loosest. */
const PLACES = ['component', 'block', 'text'];

/** The newest: a crowd of decoys must not keep out what comes after it. */
const keep = <Key, Value>(map: Map<Key, Value>, key: Key, value: Value) => {
  map.set(key, value);
  const [oldest] = map.keys();
  if (map.size > KEPT && oldest !== undefined) map.delete(oldest);
};

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
  let turn = 0;
  /** What was read since the last change, so that the words of a block are not read once for each of its pieces. */
  const read = new WeakMap<Element, number>();
  const groups = new Set<Element>();
  let pass = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

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

  const once = (element: Element, run: () => void) => {
    if (read.get(element) === pass) return;
    read.set(element, pass);
    run();
  };

  const examineBlock = (block: Element) => {
    const frame = frameOf(block);
    if (frame?.whole === true) {
      once(frame.component, () => examine(frame.component, false));
      return;
    }
    once(block, () => examine(block, true));
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

  const reconsider = () => {
    for (const [element, { own }] of shown) {
      if (isVisible(element)) continue;
      shown.delete(element);
      if (isConnected(element)) hidden.set(element, own);
    }
    for (const [element, own] of hidden) {
      if (isConnected(element)) examine(element, own);
      else hidden.delete(element);
    }
  };

  /** The series starts anew at each change, without putting off the look that is already due. */
  const lookAgain = () => {
    turn = 0;
    timer ??= setTimeout(look, LOOK_AGAIN_MS[0]);
  };
  const look = () => {
    timer = undefined;
    onChange();
    reconsider();
    turn += 1;
    const delay = LOOK_AGAIN_MS[turn];
    if (delay !== undefined && hidden.size + shown.size > 0) timer = setTimeout(look, delay);
  };

  const walk = createTreeWalk(
    {
      isUrgent: isComponent,
      onElement: (element) => {
        roots.enter(element);
        if (isComponent(element)) examineBlock(element);
      },
      onText: (text) => {
        if (text.length < 4) return;
        const block = blockOf(text);
        if (block !== null) examineBlock(block);
      },
    },
    () => {
      examineGroups();
      lookAgain();
    },
  );

  const onMutations = (records: readonly MutationRecord[]) => {
    for (const { type, target, addedNodes } of records) {
      if (type === 'childList') for (const node of addedNodes) walk.add(node);
      else if (type === 'characterData') walk.add(target);
      else if (isElement(target) && isComponent(target)) walk.add(target);
    }
    pass += 1;
    lookAgain();
    onChange();
  };

  // Only a page that has all arrived can be told to show nothing but its error.
  listen(
    window,
    ['load'],
    () => {
      pass += 1;
      walk.add(document);
    },
    watch.stop,
  );
  const roots = watchRoots(
    onMutations,
    (root) => {
      onRoot(root);
      walk.add(root);
    },
    watch.stop,
  );
  watch.stop.addEventListener('abort', () => {
    clearTimeout(timer);
    walk.stop();
  });
  return { roots };
};
