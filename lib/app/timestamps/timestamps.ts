import { isoTime } from '../../core/time.ts';
import { checkReply, type TimestampCrypto } from '../../core/timestamp/check-reply.ts';
import type { TimestampFailure } from '../../core/timestamp/failures.ts';
import { nonceFrom, timestampRequest } from '../../core/timestamp/request.ts';
import type { DossierWriter } from '../dossier/dossier-writer.ts';
import type { Clock, Randomness } from '../ports.ts';
import type { WitnessStore } from '../witness-ports.ts';
import {
  type AskAuthority,
  AuthorityError,
  type Stamping,
  type TimestampQueueStore,
  type TimestampSettings,
} from './timestamp-ports.ts';
import {
  done,
  EMPTY_QUEUE,
  failed,
  nextOf,
  offsetAt,
  type PendingTimestamp,
  parseQueue,
  succeeded,
  type TimestampQueue,
  wanted,
} from './timestamp-queue.ts';

/** Between two requests, whatever they are for (ms): what the default authority asks of those it serves. */
const SPACING = 15_000;
/** Longer than this (ms) nobody waits in memory: the worker may die, and the alarm wakes it. */
const LONGEST_WAIT = 20_000;
/** Should the worker die while it asks, it is woken then (ms). */
const AFTER_DEATH = 60_000;

interface Deps {
  readonly store: Pick<WitnessStore, 'head'>;
  readonly writer: DossierWriter;
  readonly queue: TimestampQueueStore;
  readonly ask: AskAuthority;
  readonly crypto: TimestampCrypto;
  readonly settings: () => Promise<TimestampSettings>;
  readonly clock: Clock;
  readonly random: Randomness;
  /** Wakes the worker at that time (ms), once; null: nothing is to be done any more. */
  readonly wakeAt: (at: number | null) => void;
  readonly report: (error: unknown) => void;
}

/** What is shown of it. */
export interface TimestampState {
  readonly last: { readonly genTime: number; readonly authority: string } | null;
  /** Dossiers that wait for a token. */
  readonly waiting: number;
  /** Why the first of them still does, and when it is tried again (ms). */
  readonly reason: TimestampFailure | null;
  readonly nextAt: number | null;
}

/**
 * Has the head of a dossier's chain stamped whenever something was captured: what was written before is covered with it.
 * Off, it asks nobody anything.
 */
export function createTimestamps(deps: Deps) {
  const { store, writer, clock, random, settings, report } = deps;
  let queue: TimestampQueue = EMPTY_QUEUE;
  const ready = deps.queue.load().then((stored) => {
    queue = parseQueue(stored);
  }, report);

  const change = async (next: TimestampQueue): Promise<void> => {
    queue = next;
    await deps.queue.save(queue).catch(report); // in memory it goes on
  };

  let asking: Promise<unknown> = Promise.resolve();
  /** One request after the other, and not too often; what to stamp is looked for when its turn has come. */
  function request<Subject extends { readonly imprint: string }>(
    url: string,
    subjectOf: () => Promise<Subject | undefined>,
  ): Promise<{ readonly subject: Subject; readonly stamping: Stamping } | undefined> {
    const result = asking.then(async () => {
      const last = Math.min(queue.askedAt, clock.now()); // a clock set back makes nobody wait
      if (last + SPACING > clock.now()) await clock.wait(last + SPACING - clock.now());
      const subject = await subjectOf();
      if (!subject) return undefined;
      await change({ ...queue, askedAt: clock.now() });
      return { subject, stamping: await stamp(url, subject.imprint) };
    });
    asking = result.catch(() => undefined); // whoever asked gets the failure itself
    return result;
  }

  async function stamp(url: string, imprint: string): Promise<Stamping> {
    const nonce = nonceFrom(random.hex(8));
    const query = timestampRequest(imprint, nonce);
    const sentAt = clock.now();
    try {
      const reply = await deps.ask(url, query);
      const at = clock.now();
      const { problems, timestamp } = await checkReply(reply, { imprint, nonce }, deps.crypto);
      const [problem] = problems;
      if (problem) return { failure: problem };
      if (!timestamp) return { failure: 'no-token' };
      const { genTime } = timestamp.info;
      const authority = new URL(url).host;
      const offset = { ms: genTime - Math.round((sentAt + at) / 2), at };
      await change({ ...queue, offset, last: { genTime, authority } });
      return { stamp: { query, reply, genTime, authority } };
    } catch (error) {
      if (error instanceof AuthorityError) return { failure: error.failure };
      throw error;
    }
  }

  /** A rehearsal is no evidence, and a dossier that is gone needs none. */
  async function headOf(dossier: string) {
    const head = await store.head(dossier);
    return head && head.rehearsal !== true ? { imprint: head.hash, seq: head.seq } : undefined;
  }

  const pendingOf = (dossier: string): PendingTimestamp | undefined =>
    queue.pending.find((entry) => entry.dossier === dossier);

  async function attempt({ dossier, tries }: PendingTimestamp, url: string): Promise<void> {
    let covered: PendingTimestamp | undefined;
    const asked = await request(url, async () => {
      covered = pendingOf(dossier);
      return headOf(dossier);
    });
    if (!asked) return change(done(queue, dossier));
    const { subject, stamping } = asked;
    // Gone when it was switched off meanwhile: what has come is kept, and nothing is asked for any more.
    const live = pendingOf(dossier);
    if ('failure' in stamping) {
      if (live) await change(failed(queue, live, stamping.failure, clock.now()));
      // One line for each time it stops working, not one for each try.
      if (tries > 0) return;
      const line = { type: 'timestamp.failed', reason: stamping.failure, of: subject.seq } as const;
      await writer.write(dossier, (draft) => draft.line(line));
      return;
    }
    const { query, reply, genTime, authority } = stamping.stamp;
    await writer.write(dossier, (draft) =>
      draft.stamp({ of: subject.seq, query, reply, authority, genTime: isoTime(genTime) }),
    );
    const now = pendingOf(dossier);
    // What was captured after the head was read is not covered.
    await change(now === covered || !now ? done(queue, dossier) : succeeded(queue, now));
  }

  /** The database did not give or take what it should: another token is asked for later. */
  async function postpone(dossier: string, error: unknown): Promise<void> {
    report(error);
    const live = pendingOf(dossier);
    const now = clock.now();
    if (live && live.nextAt <= now) await change(failed(queue, live, 'not-stored', now));
  }

  async function work(): Promise<void> {
    await ready;
    for (;;) {
      const { on, url } = await settings();
      const next = on ? nextOf(queue, clock.now()) : undefined;
      if (!next) return deps.wakeAt(null);
      deps.wakeAt(clock.now() + Math.max(next.inMs, AFTER_DEATH));
      if (next.inMs > LONGEST_WAIT) return;
      if (next.inMs > 0) await clock.wait(next.inMs);
      else await attempt(next.entry, url).catch((error) => postpone(next.entry.dossier, error));
    }
  }

  let working: Promise<void> | null = null;
  let again = false;
  async function workThrough(): Promise<void> {
    try {
      do {
        again = false;
        await work();
      } while (again);
    } finally {
      working = null; // at once: what is wanted from now on finds nobody at work
    }
  }
  const run = (): Promise<void> => {
    again = working !== null;
    working ??= workThrough();
    return working;
  };

  return {
    /** Something has just been added to that dossier that should be stamped. */
    captured(dossier: string): void {
      const join = async (): Promise<void> => {
        await ready;
        if (!(await settings()).on) return;
        await change(wanted(queue, dossier, clock.now()));
        await run();
      };
      join().catch(report);
    },

    /** Goes on with what the last life, or the last alarm, left. */
    resume(): void {
      run().catch(report);
    },

    /** The person switched it off: what waits is no longer wanted. */
    async turnedOff(): Promise<void> {
      await ready;
      await change({ ...queue, pending: [] });
      deps.wakeAt(null);
    },

    /** A token over a SHA-256 that an export asks for; null when timestamps are off. */
    async over(imprint: string): Promise<Stamping | null> {
      await ready;
      const { on, url } = await settings();
      if (!on) return null;
      const asked = await request(url, async () => ({ imprint }));
      return asked?.stamping ?? null;
    },

    offset: (): number | null => offsetAt(queue, clock.now()),

    async state(): Promise<TimestampState> {
      await ready;
      const next = nextOf(queue, clock.now());
      return {
        last: queue.last,
        waiting: queue.pending.length,
        reason: next?.entry.reason ?? null,
        nextAt: next?.entry.nextAt ?? null,
      };
    },
  };
}
export type Timestamps = ReturnType<typeof createTimestamps>;
