import type { ImageMissingReason } from '../../core/bundle/capture-record.ts';
import type { Clock } from '../ports.ts';
import type { Camera, FrontEpoch, PageFacts, Picture, PictureOutcome } from '../witness-ports.ts';
import { CameraError } from '../witness-ports.ts';

/** The browser allows two pictures a second, refused ones counted (ms between calls). */
const SPACING = 550;
/** In a minimised window the call never answers (ms). */
const TIMEOUT = 3_000;
/** After the browser said "too soon" (ms). */
const BACK_OFF = 1_000;
const TRIES = 3;

export interface PictureOrder {
  readonly tabId: number;
  /** The document it is about; another one in that tab is another page. Null: whichever stands there now. */
  readonly document: string | null;
  /** The route it is about, as the page tells it; elsewhere the picture would show something else. Null: any. */
  readonly route: string | null;
  /** True as long as the portal session is the one the order was given under. */
  readonly sameSession: () => boolean;
}

interface Deps {
  readonly camera: Camera;
  readonly clock: Clock;
  readonly front: FrontEpoch;
}

type Try = { readonly done: PictureOutcome } | { readonly again: ImageMissingReason };

/**
 * One queue for all pictures. `captureVisibleTab` photographs whatever tab is in front, so a picture is kept only if
 * nothing could have come in front between the look before and the look after: checking the active tab alone would
 * pass A → B → A.
 */
export function createCaptureQueue({ camera, clock, front }: Deps) {
  let tail: Promise<unknown> = Promise.resolve();
  let lastCall = Number.NEGATIVE_INFINITY;

  const space = async (ms: number): Promise<void> => {
    const left = lastCall + ms - clock.now();
    // A clock set back must not make the queue wait for hours.
    if (left > 0) await clock.wait(Math.min(left, ms));
  };

  async function shoot(windowId: number): Promise<Picture | ImageMissingReason> {
    for (let rest = TRIES; rest > 0; rest--) {
      await space(SPACING);
      lastCall = clock.now();
      try {
        const late = clock.wait(TIMEOUT).then(() => 'timed-out' as const);
        return await Promise.race([camera.photograph(windowId), late]);
      } catch (error) {
        if (!(error instanceof CameraError)) throw error;
        if (error.refusal === 'no-grant') return 'click-needed';
        if (error.refusal === 'failed') return 'failed';
        await space(BACK_OFF);
      }
    }
    return 'too-many-requests';
  }

  async function attempt(order: PictureOrder): Promise<Try> {
    await space(SPACING);
    const epoch = front.current();
    const before = await camera.moment(order.tabId);
    if (!before || (order.document !== null && before.document !== order.document)) return gone('page-gone');
    if (before.passwordFilled) return gone('password-visible');
    if (order.route !== null && before.route !== order.route) return gone('page-changed');
    const tab = await camera.front(order.tabId);
    if (!tab) return gone('page-gone');
    if (tab.minimised) return { done: await withoutPicture('window-minimised', order) };
    if (!tab.active || !before.visible) return { done: await withoutPicture('other-tab-in-front', order) };

    const picture = front.current() === epoch ? await shoot(tab.windowId) : 'page-changed';
    const found = await camera.facts(order.tabId);
    const after = await camera.moment(order.tabId);
    // Facts of the next screen are none of this one's.
    const facts = after?.route === before.route ? found : undefined;
    const sameDocument = after?.document === before.document && order.sameSession();
    if (after?.passwordFilled) return gone('password-visible');
    if (!sameDocument) return gone('page-changed');
    if (typeof picture === 'string') {
      const missing: PictureOutcome = { kind: 'missing', reason: picture, facts };
      return picture === 'page-changed' ? { again: picture } : { done: missing };
    }
    const still = await camera.front(order.tabId);
    const samePage = after.route === before.route && after.visible;
    const neverLeft = front.current() === epoch && still?.active === true;
    return samePage && neverLeft ? { done: { kind: 'taken', picture, facts } } : { again: 'page-changed' };
  }

  const gone = (reason: ImageMissingReason): Try => ({ done: { kind: 'missing', reason, facts: undefined } });

  async function withoutPicture(reason: ImageMissingReason, order: PictureOrder): Promise<PictureOutcome> {
    const facts = await factsOf(order);
    return { kind: 'missing', reason, facts };
  }

  /** Facts of the page alone, refused when the page is not the one asked for any more. */
  async function factsOf(order: PictureOrder): Promise<PageFacts | undefined> {
    const before = await camera.moment(order.tabId);
    if (!before || before.passwordFilled) return undefined;
    if (order.document !== null && before.document !== order.document) return undefined;
    if (order.route !== null && before.route !== order.route) return undefined;
    const facts = await camera.facts(order.tabId);
    const after = await camera.moment(order.tabId);
    const same = after?.document === before.document && after.route === before.route;
    return same && order.sameSession() ? facts : undefined;
  }

  async function take(order: PictureOrder): Promise<PictureOutcome> {
    let reason: ImageMissingReason = 'page-changed';
    for (let rest = TRIES; rest > 0; rest--) {
      const result = await attempt(order);
      if ('done' in result) return result.done;
      reason = result.again;
    }
    return withoutPicture(reason, order);
  }

  const enqueue = <Value>(job: () => Promise<Value>): Promise<Value> => {
    const result = tail.then(job);
    // The queue goes on after a failure; whoever asked gets the failure itself.
    tail = result.catch(() => undefined);
    return result;
  };

  return {
    /** Picture and facts of the page, or why there is no picture. Never a picture of anything else. */
    take: (order: PictureOrder): Promise<PictureOutcome> => enqueue(() => take(order)),
    /** Facts only, when a picture is known to be impossible. */
    describe: (order: PictureOrder, reason: ImageMissingReason): Promise<PictureOutcome> =>
      enqueue(() => withoutPicture(reason, order)),
  };
}
export type CaptureQueue = ReturnType<typeof createCaptureQueue>;
