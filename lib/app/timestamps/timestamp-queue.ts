import * as z from 'zod/mini';
import { TIMESTAMP_FAILURES, type TimestampFailure } from '../../core/timestamp/failures.ts';

/** A dossier whose chain has grown since it was last stamped. */
const pending = z.object({
  dossier: z.string().check(z.maxLength(36)),
  /** When it is asked for next (ms). */
  nextAt: z.number(),
  /** Requests that failed since the last that did not. */
  tries: z.number(),
  reason: z.nullable(z.enum(TIMESTAMP_FAILURES)),
});
export type PendingTimestamp = z.infer<typeof pending>;

const timestampQueue = z.object({
  /** When an authority was last asked, for anything (ms). */
  askedAt: z.number(),
  /** The last token that was kept: its time (ms), and the host of who gave it. */
  last: z.nullable(z.object({ genTime: z.number(), authority: z.string() })),
  /** The authority's time less the device's (ms), and when that was (ms). */
  offset: z.nullable(z.object({ ms: z.number(), at: z.number() })),
  pending: z.array(pending),
});
export type TimestampQueue = z.infer<typeof timestampQueue>;

export const EMPTY_QUEUE: TimestampQueue = { askedAt: 0, last: null, offset: null, pending: [] };

/** What another version or a damaged profile left begins anew. */
export function parseQueue(stored: unknown): TimestampQueue {
  const parsed = timestampQueue.safeParse(stored);
  return parsed.success ? parsed.data : EMPTY_QUEUE;
}

/** Before a request that failed is made again (ms): a minute, then longer and longer. */
const RETRY_AFTER: readonly number[] = [60_000, 5 * 60_000, 15 * 60_000];
const LONGEST_RETRY = 60 * 60_000;

/** An offset says little of a clock that has had time to drift, or was set since (ms). */
const OFFSET_HOLDS = 60 * 60_000;

const without = (queue: TimestampQueue, dossier: string): readonly PendingTimestamp[] =>
  queue.pending.filter((entry) => entry.dossier !== dossier);

/** Something was captured: its dossier is stamped at once, however long it was going to wait. */
export function wanted(queue: TimestampQueue, dossier: string, now: number): TimestampQueue {
  const known = queue.pending.find((entry) => entry.dossier === dossier);
  const entry = { dossier, tries: known?.tries ?? 0, reason: known?.reason ?? null, nextAt: now };
  return { ...queue, pending: [...without(queue, dossier), entry] };
}

/** That dossier has nothing to be stamped any more. */
export const done = (queue: TimestampQueue, dossier: string): TimestampQueue => ({
  ...queue,
  pending: [...without(queue, dossier)],
});

/** The authority answers again; what is new is still to be asked for. */
export const succeeded = (queue: TimestampQueue, entry: PendingTimestamp): TimestampQueue => ({
  ...queue,
  pending: [...without(queue, entry.dossier), { ...entry, tries: 0, reason: null }],
});

export function failed(
  queue: TimestampQueue,
  { dossier, tries }: PendingTimestamp,
  reason: TimestampFailure,
  now: number,
): TimestampQueue {
  const entry = {
    dossier,
    tries: tries + 1,
    reason,
    nextAt: now + (RETRY_AFTER[tries] ?? LONGEST_RETRY),
  };
  return { ...queue, pending: [...without(queue, dossier), entry] };
}

/** What comes next, and in how long (ms). A clock that was set back makes nobody wait for longer than it did. */
export function nextOf(
  queue: TimestampQueue,
  now: number,
): { readonly entry: PendingTimestamp; readonly inMs: number } | undefined {
  const [entry] = [...queue.pending].sort((one, other) => one.nextAt - other.nextAt);
  return entry && { entry, inMs: Math.min(Math.max(0, entry.nextAt - now), LONGEST_RETRY) };
}

/** The authority's time less the device's (ms), as far as it still says something. */
export function offsetAt({ offset }: TimestampQueue, now: number): number | null {
  const age = offset === null ? -1 : now - offset.at;
  return offset !== null && age >= 0 && age <= OFFSET_HOLDS ? offset.ms : null;
}
