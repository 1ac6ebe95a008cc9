import {
  attribute,
  closest,
  contains,
  isConnected,
  isElement,
  isText,
  localName,
  ownerDocument,
} from '../dom.ts';
import { listen } from '../port.ts';
import { actionLabel, isDisabled, stepOf } from './actions.ts';
import { createDeadClicks } from './dead-click.ts';
import { readFields } from './fields.ts';
import type { Scene, Watcher } from './watcher.ts';

/** Marks that a framework leaves on what was only clicked or left, and that nobody sees. */
const INVISIBLE =
  /^(?:ng-|cdk-|mat-ripple|ripple|focus|hover|active|touched|untouched|pristine|dirty|p-focus|ui-state-(?:focus|hover|active))/;
/** On the wall clock (ms): requests that leave within this time of a click are its doing. */
const ITS_DOING_MS = 3000;
/** A script of the page's that takes this long is none (ms): somebody was asked something. */
const STOPPED_MS = 700;
/** A page has so long to show what was answered (ms). */
const SHOWN_WITHIN_MS = 1500;
/** A script that fails within this time of a click was run by it (ms). */
const RUN_BY_IT_MS = 1000;
/** One that failed so shortly before fails by itself (ms). */
const BY_ITSELF_MS = 10_000;
const OBSERVED: MutationObserverInit = {
  subtree: true,
  childList: true,
  characterData: true,
  attributes: true,
  attributeOldValue: true,
};

const telling = (classes: string | null): string =>
  (classes ?? '')
    .split(/\s+/)
    .filter((name) => name !== '' && !INVISIBLE.test(name))
    .sort()
    .join(' ');

/** Parts of a page that nobody sees. */
const UNSEEN = ['script', 'style', 'link', 'meta', 'template'];
const isUnseen = (node: Node): boolean =>
  isElement(node) ? UNSEEN.includes(localName(node)) : !isText(node) || node.data.trim() === '';

/** Something that the person could notice, and not just the mark of her own click. */
const isEffect = (record: MutationRecord, action: Element): boolean => {
  const { type, target, attributeName, oldValue } = record;
  if (contains(action, target) || (isElement(target) && closest(target, 'head') !== null)) return false;
  if (type === 'childList' && [...record.addedNodes, ...record.removedNodes].every(isUnseen)) return false;
  if (type !== 'attributes' || attributeName === null || !isElement(target)) return true;
  if (attributeName === 'class') return telling(oldValue) !== telling(attribute(target, 'class'));
  return !/^(?:ng-|data-|_ng|jsaction)/.test(attributeName) && !contains(target, action);
};

/** A primary action is clicked again and nothing happens: no change, no request, no message, no move of the focus. */
export const watchDeadClicks = (
  { person, roots, answers, errors }: Scene,
  time: () => number,
  stop: AbortSignal,
) => {
  const clicks = createDeadClicks<Element>();
  let action: Element | undefined;
  let observing = false;
  const effect = () => clicks.effect(time());
  const observer = new MutationObserver((records) => {
    const clicked = action;
    if (clicked !== undefined && records.some((record) => isEffect(record, clicked))) effect();
  });
  const rest = () => {
    observer.disconnect();
    observing = false;
  };

  const entered = new WeakSet<Document>();
  /** The page itself, and each frame in which something is clicked: their events stay in them. */
  const enter = (page: Document) => {
    if (entered.has(page)) return;
    entered.add(page);
    const view = page.defaultView;
    if (view !== null)
      listen(view, ['hashchange', 'popstate', 'pagehide', 'blur', 'beforeprint'], effect, stop);
    listen(page, ['invalid', 'toggle', 'visibilitychange', 'fullscreenchange', 'copy'], effect, stop);
    listen(
      page,
      ['focusin', 'scroll'],
      ({ target }) => {
        const isOwn = action !== undefined && isElement(target as Node) && contains(action, target as Node);
        if (!isOwn) effect();
      },
      stop,
    );
    // What follows is the person's own doing.
    listen(
      page,
      ['keydown', 'wheel', 'touchmove', 'pointerdown'],
      (event) => {
        const { key } = event as KeyboardEvent;
        if (key !== 'Enter' && key !== ' ') clicks.acted();
      },
      stop,
    );
  };
  enter(document);
  stop.addEventListener('abort', rest);

  /** Whatever the clicks asked for was refused, and nothing else came. */
  const isRefused = (): boolean => {
    const since = clicks.since();
    return since !== undefined && answers.outcomeSince(since) === 'refused';
  };

  /** A script of the page failed right after the click: a click that was then without effect needs no second one. */
  const isBroken = (): boolean => {
    const since = clicks.since();
    if (since === undefined || errors.between(since - BY_ITSELF_MS, since - 1).length > 0) return false;
    return errors.between(since, since + RUN_BY_IT_MS).length > 0;
  };

  const isExcused = (control: Element): boolean => {
    const step = stepOf(control);
    if (step === null) return false;
    return readFields(step, person.chosen).some(
      ({ inError, accepted, required, consent, filled, captcha }) =>
        inError || !accepted || ((required || consent || captcha) && !filled),
    );
  };

  const watcher: Watcher = {
    look: (at) => {
      if (observing && !clicks.isOpen(at)) rest();
      const dead = clicks.look(at, isRefused() || isBroken());
      if (dead === undefined || Date.now() - answers.lastCameAt() < SHOWN_WITHIN_MS) return [];
      const { control, tries, durationMs, firstAt, lastAt } = dead;
      if (!isConnected(control) || isDisabled(control) || isExcused(control)) {
        clicks.excuse();
        return [];
      }
      return [
        {
          obstacle: 'dead-click',
          evidence: { label: actionLabel(control), tries, durationMs },
          element: control,
          quietOnly: true,
          // What was refused and not said is nothing too.
          ...(isRefused() ? {} : { noRequestIn: [firstAt, lastAt + ITS_DOING_MS] as const }),
          tell: clicks.tell,
        },
      ];
    },
    pending: (at) => clicks.pending(at, isRefused() || isBroken()),
  };

  return {
    watcher,
    asked(control: Element, at: number, now: number): void {
      const page = ownerDocument(control);
      if (page !== null) enter(page);
      if (isDisabled(control) || closest(control, '[aria-selected="true"], [aria-current]') !== null) return;
      action = control;
      clicks.clicked(control, at, now);
      // A dialog of the browser's own (a question, a print preview) stops the page and changes nothing on it.
      setTimeout(() => {
        if (Date.now() - now >= STOPPED_MS) effect();
      });
      if (observing) return;
      observing = true;
      for (const root of roots()) observer.observe(root, OBSERVED);
    },
    acted: clicks.acted,
    moved: effect,
  };
};
