import type { RequestsUnderWay } from '../../app/protocol.ts';
import { isShadowRoot } from '../dom.ts';
import { isInViewport } from '../messages/visibility.ts';
import { whenIdle } from '../messages/when-idle.ts';
import { listen } from '../port.ts';
import { watchSteps } from '../steps.ts';
import { witnessHandle } from '../witness-handle.ts';
import { watchAnswers } from './answers.ts';
import { watchDeadClicks } from './dead-clicks.ts';
import { watchEmptyLists } from './empty-lists.ts';
import { watchBlankPages, watchEndlessWaits } from './endless-waits.ts';
import { watchGreyedButtons } from './greyed-buttons.ts';
import { watchPageErrors } from './page-errors.ts';
import { watchPerson } from './person.ts';
import { watchRefusedUploads } from './refused-uploads.ts';
import { watchValidationLoops } from './validation-loops.ts';
import { createVisibleClock } from './visible-clock.ts';
import type { Scene, Verdict, Watcher } from './watcher.ts';

/** Between two looks, in milliseconds; a page that is slow to read is read less often. */
const LOOK_MS = 1000;
const SHARE = 40;
/** A page that fails in every way at once tells so often and no more. */
const MOST_TOLD = 60;
/** An answer that has not come by then holds nobody back: it is part of the failure (ms). */
const AWAITED_MS = 30_000;
const ANSWER_MS = 3000;
/** Errors of the page's scripts are mentioned for so long (ms). */
const ERRORS_FOR_MS = 60_000;
/** So long after the person has asked for something the network is asked what became of it (ms). */
const DOUBTFUL_MS = 15_000;

/** Asks the background what the network knows; undefined when it does not answer. */
export type AskRequests = () => Promise<RequestsUnderWay | undefined>;

const isQuiet = ({ quietOnly, noRequestIn }: Verdict, known: RequestsUnderWay | undefined): boolean => {
  if (!quietOnly) return true;
  if (known === undefined || (known.open > 0 && known.oldestMs < AWAITED_MS)) return false;
  const [from, to] = noRequestIn ?? [0, -1];
  return known.lastAt < from || known.lastAt > to;
};

/** What a page does to one of them must not blind the others. */
const lookWith = (watcher: Watcher, now: number): readonly Verdict[] => {
  try {
    return watcher.look(now);
  } catch {
    return []; // it may be readable at the next look
  }
};

/**
 * Joins the witness that is there: once, and with it they stop. Without one there is nothing to do. `steady`: the clock
 * of visible time (ms), and of nothing else.
 */
export const startWatchers = (ask: AskRequests, steady = () => performance.now()): void => {
  const handle = witnessHandle();
  if (handle === undefined || handle.joined === true) return;
  handle.joined = true;
  const { watch } = handle;
  const { stop } = watch;
  const isSeen = () => document.visibilityState === 'visible';
  const clock = createVisibleClock(steady(), isSeen());
  const time = () => clock.advance(steady(), isSeen());
  const roots = () => [...handle.roots()];

  const person = watchPerson(
    time,
    // What she does is compared with what resource timing tells, which has a clock of its own.
    () => performance.timeOrigin + performance.now(),
    {
      asked: (action, at) => {
        loops.asked(action, at);
        clicks.asked(action, at, watch.now());
      },
      answered: (field) => loops.answered(field),
      refused: (field) => loops.refused(field),
    },
    stop,
  );
  const errors = watchPageErrors(watch.now, stop);
  const scene: Scene = { person, roots, answers: watchAnswers(stop), errors };
  const loops = watchValidationLoops(scene, stop);
  const clicks = watchDeadClicks(scene, time, stop);
  const watchers: readonly Watcher[] = [
    watchGreyedButtons(scene),
    clicks.watcher,
    loops.watcher,
    watchEmptyLists(scene),
    watchEndlessWaits(scene),
    watchBlankPages(scene),
    watchRefusedUploads(scene),
  ];

  let told = 0;
  const tell = (verdict: Verdict) => {
    verdict.tell();
    told += 1;
    if (told > MOST_TOLD) return;
    const { label, message, durationMs, ...counts } = verdict.evidence;
    const failed = errors.between(watch.now() - ERRORS_FOR_MS, watch.now());
    const errorName = failed.at(-1);
    watch.emit({
      kind: 'obstacle',
      at: watch.now(),
      obstacle: verdict.obstacle,
      evidence: {
        ...counts,
        ...(label === undefined ? {} : { label: watch.mask(label, 200) }),
        ...(message === undefined ? {} : { message: watch.mask(message, 300) }),
        ...(durationMs === undefined ? {} : { durationMs: Math.round(durationMs) }),
        ...(errorName === undefined ? {} : { scriptErrors: failed.length, errorName }),
      },
      inViewport: verdict.element === undefined || isInViewport(verdict.element),
    });
  };

  const entered = new WeakSet<Document>();
  /** The page itself, and frames: the events of a frame stay in it. */
  const enter = (root: Document | ShadowRoot) => {
    if (isShadowRoot(root) || entered.has(root)) return;
    entered.add(root);
    person.enter(root);
    watchSteps(watch, root);
  };

  let href = location.href;
  let asking = false;

  /** She has asked for something, and nothing that the page has heard of answers it. */
  const isDoubtful = (): boolean => {
    const since = Math.max(person.askedOn, ...person.files.values());
    const passed = performance.timeOrigin + performance.now() - since;
    return passed < DOUBTFUL_MS && scene.answers.outcomeSince(since) === 'none';
  };

  const judge = async (verdicts: readonly Verdict[]) => {
    const known =
      isDoubtful() || verdicts.some(({ quietOnly }) => quietOnly)
        ? await Promise.race([
            ask().catch(() => undefined),
            new Promise<undefined>((done) => setTimeout(() => done(undefined), ANSWER_MS)),
          ])
        : undefined;
    if (known !== undefined) scene.answers.learn(known.answers);
    for (const verdict of verdicts) if (!stop.aborted && isQuiet(verdict, known)) tell(verdict);
  };

  const look = async () => {
    const began = performance.now();
    try {
      for (const root of handle.roots()) enter(root);
      if (location.href !== href) {
        href = location.href;
        clicks.moved();
      }
      const now = time();
      const verdicts = isSeen() ? watchers.flatMap((watcher) => lookWith(watcher, now)) : [];
      const spent = performance.now() - began;
      later(Math.max(LOOK_MS, spent * SHARE));
      if (asking || (verdicts.length === 0 && !isDoubtful())) return;
      asking = true;
      await judge(verdicts);
    } catch {
      // A page that cannot be read now may be readable at the next look.
      later(LOOK_MS);
    }
    asking = false;
  };
  // In the time of the page, its layout of the last change would be asked for before it is drawn.
  const later = whenIdle(() => {
    if (!stop.aborted) void look();
  });

  listen(document, ['visibilitychange'], time, stop);
  handle.pending = () => {
    // Whoever asks wants to know of now, not of the last look.
    if (!asking) void look();
    const now = time();
    const waits = watchers.map((watcher) => watcher.pending(now)).filter((ms) => ms > 0);
    if (asking) return LOOK_MS;
    return waits.length === 0 ? 0 : Math.min(...waits) + LOOK_MS;
  };
  void look();
};
