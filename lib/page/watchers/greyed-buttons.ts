import { all, first, matches } from '../dom.ts';
import { gatherText } from '../messages/text-content.ts';
import { isVisible } from '../messages/visibility.ts';
import { ACTION, actionLabel, isDisabled, isPrimary, isWaiting, stepOf } from './actions.ts';
import { isComplete, readFields } from './fields.ts';
import { createPatience } from './patience.ts';
import { waitIndicators } from './progress.ts';
import type { Scene, Watcher } from './watcher.ts';

/** The person has stopped for so long, and the button has not come (ms of visible time). */
const STOPPED_MS = 4000;
/** A page that shows one of these says itself why nothing goes on. */
const EXPLANATION =
  '.fr-alert--error, .fr-alert--warning, .ui-message-error, .ui-message-warn, .p-message-error, .p-message-warn, ' +
  '[role="alert"], [class*="alert-danger"], [class*="alert-warning"], iframe[src*="captcha" i], .g-recaptcha, .h-captcha';

const hasShown = (roots: readonly ParentNode[], selector: string): boolean =>
  roots.some((root) => Array.from(all<Element>(root, selector)).some(isSpeaking));
const isSpeaking = (element: Element): boolean =>
  isVisible(element) &&
  (gatherText(element, { limit: 20 }) !== '' ||
    matches(element, 'iframe') ||
    first(element, 'iframe') !== null);

const takesNoClick = (button: Element): boolean => getComputedStyle(button).pointerEvents === 'none';

/** The primary button stays greyed out although everything that its step asks for is there. */
export const watchGreyedButtons = ({ person, roots, answers }: Scene): Watcher => {
  const patience = createPatience<Element>(STOPPED_MS);
  const counts = new WeakMap<Element, number>();

  const heldSince = (button: Element): number | undefined => {
    if (!isPrimary(button) || !(isDisabled(button) || takesNoClick(button))) return undefined;
    if (isWaiting(button) || !isVisible(button)) return undefined;
    const step = stepOf(button);
    const touchedAt = step === null ? undefined : person.touchedIn(step);
    if (step === null || touchedAt === undefined) return undefined;
    // After she has asked to go on, it is the page's turn: a button is often greyed out while it saves, and once it has.
    if (touchedAt < person.askedAt && !answers.failedSince(person.askedOn)) return undefined;
    const fields = readFields(step, person.chosen);
    if (!isComplete(fields)) return undefined;
    counts.set(button, fields.filter(({ filled }) => filled).length);
    return Math.max(touchedAt, person.askedAt);
  };

  return {
    look: (time) => {
      const holding = new Map<Element, number>();
      const trees = person.hasBegun ? roots() : [];
      for (const root of trees) {
        for (const button of all<Element>(root, ACTION)) {
          const since = heldSince(button);
          if (since !== undefined) holding.set(button, since);
        }
      }
      const excused = holding.size > 0 && (hasShown(trees, EXPLANATION) || waitIndicators(trees).length > 0);
      return patience.look(excused ? new Map() : holding, time).map(({ key, heldMs }) => ({
        obstacle: 'greyed-button' as const,
        evidence: { label: actionLabel(key), durationMs: heldMs, fields: counts.get(key) },
        element: key,
        quietOnly: true,
        tell: () => patience.tell(key),
      }));
    },
    pending: patience.pending,
  };
};
