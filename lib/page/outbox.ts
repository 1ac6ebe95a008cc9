import type { Reply } from '../app/protocol.ts';
import type { DocumentSignal, Signal } from '../core/detect/signals.ts';

export interface Outbox {
  add(signal: Signal): void;
  /** Sends now what waits: the page is leaving. */
  flush(): void;
  /** The page is shown again as it was left: what had no answer by then gets none, and is sent again. */
  resume(): void;
  stop(): void;
  readonly waiting: number;
}

export interface OutboxDeps {
  send(signals: readonly Signal[]): Promise<boolean>;
  alive(): boolean;
  onOrphan(): void;
  setTimer(run: () => void, ms: number): unknown;
}

const BATCH_MS = 20;
/** The background takes one more: a batch may have to say where the page stood. */
const BATCH_SIZE = 99;
const IN_FLIGHT = 4;
/** What is kept while nobody answers. Steps go first, then requests: a message is what cannot be found again. */
const KEPT = 400;
const RETRY_MS: readonly number[] = [500, 1000, 2000, 5000, 10_000, 30_000];
/** A batch without an answer for so long was lost with the worker. */
const ANSWER_MS = 20_000;

const EXPENDABLE: readonly Signal['kind'][] = ['step', 'request', 'document', 'message'];

const dropOne = (signals: readonly Signal[]): Signal[] => {
  const first = EXPENDABLE.map((kind) => signals.findIndex((signal) => signal.kind === kind));
  return signals.toSpliced(first.find((at) => at >= 0) ?? 0, 1);
};

const isDocument = (signal: Signal): signal is DocumentSignal => signal.kind === 'document';

/** The page still stands there: it has not just arrived, and whether it is on the screen is not said again. */
const still = (told: DocumentSignal): DocumentSignal => ({
  ...told,
  visible: false,
  loginReturn: false,
  first: false,
});

/**
 * Batches signals and delivers them at least once: what is not acknowledged stays and is sent again, later and later.
 * A signal may therefore arrive twice; the background counts it once. A batch that may overtake another, or come after
 * the next one, says itself where the page stood.
 */
export const createOutbox = (deps: OutboxDeps): Outbox => {
  let queue: Signal[] = [];
  /** One for each batch on its way: says that it was lost. */
  const inFlight = new Set<() => void>();
  let failures = 0;
  let timed = false;
  let stopped = false;
  /** What the batches so far said of it, at their end. */
  let stood: DocumentSignal | undefined;

  const withPlace = (batch: readonly Signal[], place: DocumentSignal | undefined): readonly Signal[] =>
    place === undefined || batch[0]?.kind === 'document' ? batch : [still(place), ...batch];

  const later = (ms: number) => {
    if (timed || stopped) return;
    timed = true;
    deps.setTimer(() => {
      timed = false;
      flush();
    }, ms);
  };

  const deliver = async (batch: readonly Signal[], before: DocumentSignal | undefined) => {
    const { promise, resolve } = Promise.withResolvers<boolean>();
    const lose = () => resolve(false); // no receiver, or the context is gone: told apart by `alive` below
    inFlight.add(lose);
    deps.setTimer(lose, ANSWER_MS);
    deps.send(batch).then(resolve, lose);
    const accepted = await promise;
    inFlight.delete(lose);
    if (stopped) return;
    if (accepted) {
      failures = 0;
      if (queue.length > 0) later(BATCH_MS);
      return;
    }
    if (!deps.alive()) {
      deps.onOrphan();
      return;
    }
    // The batches that have gone since may have moved on: this one must not take the page back.
    const movedOn = stood !== undefined && batch.some(isDocument) && !batch.includes(stood);
    queue = [...withPlace(batch, before), ...(movedOn && stood ? [still(stood)] : []), ...queue];
    while (queue.length > KEPT) queue = dropOne(queue);
    later(RETRY_MS[Math.min(failures, RETRY_MS.length - 1)] ?? 0);
    failures += 1;
  };

  const flush = () => {
    if (stopped) return;
    if (!deps.alive()) {
      deps.onOrphan();
      return;
    }
    while (queue.length > 0 && inFlight.size < IN_FLIGHT) {
      const before = stood;
      // Whether what said it has arrived is in doubt.
      const batch = withPlace(queue.slice(0, BATCH_SIZE), inFlight.size > 0 ? before : undefined);
      queue = queue.slice(BATCH_SIZE);
      stood = batch.findLast(isDocument) ?? stood;
      void deliver(batch, before);
    }
  };

  return {
    add: (signal) => {
      if (stopped) return;
      queue.push(signal);
      while (queue.length > KEPT) queue = dropOne(queue);
      later(BATCH_MS);
    },
    flush,
    resume: () => {
      // Each goes back before what waits: the last first, so that the order stays.
      for (const lose of [...inFlight].reverse()) lose();
      inFlight.clear();
    },
    stop: () => {
      stopped = true;
      queue = [];
    },
    get waiting() {
      return queue.length;
    },
  };
};

/** A refusal that telling the same again cannot change: the batch is dropped, and what follows goes on. */
const REFUSALS: readonly string[] = ['unknown-message', 'wrong-sender', 'malformed', 'too-long'];

/** Whether the background is done with a batch: stored, or refused for good. No answer is neither. */
export const isTaken = (reply: Reply<unknown> | undefined): boolean =>
  reply !== undefined && (reply.ok || REFUSALS.includes(reply.error));
