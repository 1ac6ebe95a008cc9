import { all, boxOf, closest, isElement, matches, ownerDocument } from '../dom.ts';
import { gatherText } from '../messages/text-content.ts';
import { isVisible } from '../messages/visibility.ts';
import { listen } from '../port.ts';
import { ACTION, isPrimary } from './actions.ts';
import { around, deepClosest, deepContains } from './composed-tree.ts';

/** On a page older than this, what was answered may have been saved since (ms). */
const YOUNG_MS = 5000;
/** Answers remembered by the field they were given in. */
const MOST_TOUCHED = 60;
/** A choice in a widget, which may be drawn anywhere on the page. */
const CHOICE = '[role="option"], [role="radio"], [role="checkbox"], [role="switch"], [role="menuitemradio"]';

const DIALOG = 'dialog[open], [role="dialog"], [role="alertdialog"], [aria-modal="true"]';

/** What the person in front of the page did: where and when, never what. Times of the visible clock, in ms. */
export interface Person {
  /** When something was last answered in this part of the page; undefined when nothing was. */
  touchedIn(step: Element): number | undefined;
  /** She has opened or answered something: before, nothing that a form does concerns her. */
  readonly hasBegun: boolean;
  /** When a primary action was last asked for; -1 before. */
  readonly askedAt: number;
  /** The same, on the clock of resource timing (ms since 1970); 0 before. */
  readonly askedOn: number;
  /** Lists that were opened or given the focus. */
  readonly opened: WeakSet<Element>;
  /** File choosers in which a file was chosen, with the time of the choice on the clock of resource timing. */
  readonly files: Map<Element, number>;
  readonly chosen: WeakSet<Element>;
  enter(page: Document): void;
}

export interface PersonListeners {
  asked(action: Element, time: number): void;
  answered(field: Element, time: number): void;
  /** The browser itself refuses what a field holds. */
  refused(field: Element): void;
}

const targetOf = (event: Event): Element | undefined => {
  const [target] = event.composedPath();
  return target !== undefined && isElement(target as Node) ? (target as Element) : undefined;
};

/** A veil that was left behind takes the clicks meant for what is seen through it. */
const actionBeneath = ({ clientX, clientY }: MouseEvent, veil: Element): Element | null => {
  const { width, height } = boxOf(veil);
  const covers = width >= 0.9 * innerWidth && height >= 0.9 * innerHeight;
  if (!covers || matches(veil, 'html, body, main, app-root') || gatherText(veil, { limit: 1 }) !== '')
    return null;
  const page = ownerDocument(veil);
  if (page === null || Array.from(all<Element>(page, DIALOG)).some(isVisible)) return null;
  const beneath = page.elementsFromPoint(clientX, clientY).map((one) => closest(one, ACTION));
  return beneath.find((one) => one !== null && isPrimary(one)) ?? null;
};

export const watchPerson = (
  time: () => number,
  now: () => number,
  heard: PersonListeners,
  stop: AbortSignal,
): Person => {
  const touched = new Map<Element, number>();
  let elsewhere: number | undefined;
  const opened = new WeakSet<Element>();
  const files = new Map<Element, number>();
  const chosen = new WeakSet<Element>();
  let askedAt = -1;
  let hasBegun = false;
  let askedOn = 0;

  const answer = (event: Event) => {
    const field = targetOf(event);
    if (field === undefined) return;
    hasBegun = true;
    if (matches(field, 'input[type="file"]') && event.type === 'change') {
      files.set(field, now());
      chosen.add(field);
    }
    touched.delete(field);
    touched.set(field, time());
    const [oldest] = touched.keys();
    if (touched.size > MOST_TOUCHED && oldest !== undefined) touched.delete(oldest);
    heard.answered(field, time());
  };
  const look = (event: Event) => {
    const target = targetOf(event);
    hasBegun = true;
    for (let from = target ?? null, up = 0; from !== null && up < 4; from = around(from), up += 1)
      opened.add(from);
  };
  const click = (event: Event) => {
    const target = targetOf(event);
    if (target === undefined) return;
    look(event);
    if (deepClosest(target, CHOICE) !== null) elsewhere = time();
    const action = closest(target, ACTION) ?? actionBeneath(event as MouseEvent, target);
    if (action === null || !isPrimary(action)) return;
    askedAt = time();
    askedOn = now();
    heard.asked(action, askedAt);
  };

  return {
    touchedIn: (step) => {
      let last = elsewhere;
      for (const [field, at] of touched) if (deepContains(step, field)) last = Math.max(last ?? 0, at);
      return last;
    },
    get hasBegun() {
      return hasBegun;
    },
    get askedAt() {
      return askedAt;
    },
    get askedOn() {
      return askedOn;
    },
    opened,
    files,
    chosen,
    enter: (page) => {
      // The person may have been faster than this script.
      const { activeElement } = page;
      if (activeElement !== null) opened.add(activeElement);
      hasBegun ||= activeElement !== null && activeElement !== page.body;
      if (performance.now() < YOUNG_MS)
        for (const field of all<Element>(page, ':user-valid, :user-invalid')) {
          touched.set(field, time());
          hasBegun = true;
        }
      listen(page, ['input', 'change'], answer, stop);
      listen(page, ['focusin'], look, stop);
      listen(page, ['click'], click, stop);
      listen(
        page,
        ['invalid'],
        (event) => {
          const field = targetOf(event);
          if (field !== undefined) heard.refused(field);
        },
        stop,
      );
    },
  };
};
