import * as z from 'zod/mini';
import { TIMESTAMP_FAILURES } from '../timestamp/failures.ts';

/**
 * One line of `data/journal.jsonl`. No personal data may ever stand here: a line is written for ever, and travels in
 * every export. Each type has a closed list of harmless fields; side files are committed to by `commit`
 * (SHA-256 of the 16-byte salt followed by the bytes of the side file; the salt stands in the side file, as hex).
 */
const hash = z.string().check(z.regex(/^[0-9a-f]{64}$/));
const isoTime = z.string().check(z.regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/));
/** A line about something witnessed before its dossier was known carries the time of the witness too. */
const witnessedAt = z.optional(isoTime);

const head = { seq: z.number(), at: isoTime, prev: hash };

export const journalLine = z.discriminatedUnion('type', [
  z.strictObject({
    ...head,
    type: z.literal('dossier.opened'),
    dossier: z.string().check(z.maxLength(36)),
    /** Made on the page to practise on: no evidence. */
    rehearsal: z.optional(z.literal(true)),
  }),
  z.strictObject({ ...head, type: z.literal('session.bound') }),
  z.strictObject({ ...head, type: z.literal('session.unbound') }),
  z.strictObject({ ...head, type: z.literal('attempt.started'), attempt: z.number(), witnessedAt }),
  z.strictObject({ ...head, type: z.literal('attempt.ended'), attempt: z.number(), lastAt: isoTime }),
  z.strictObject({ ...head, type: z.literal('incident'), attempt: z.number(), commit: hash, witnessedAt }),
  z.strictObject({ ...head, type: z.literal('capture'), attempt: z.number(), commit: hash, witnessedAt }),
  /** The list of documents that a page showed, and the confirmation that a request was filed: their side files say. */
  z.strictObject({ ...head, type: z.literal('documents'), attempt: z.number(), commit: hash, witnessedAt }),
  z.strictObject({ ...head, type: z.literal('filing'), attempt: z.number(), commit: hash, witnessedAt }),
  /** The person no longer wants that incident on her screen, or wants it again: which one, its side file says. */
  z.strictObject({ ...head, type: z.literal('incident.hidden'), commit: hash }),
  z.strictObject({ ...head, type: z.literal('incident.shown'), commit: hash }),
  /** Something that should have been done and was not, as the person recorded it. */
  z.strictObject({ ...head, type: z.literal('absence'), commit: hash }),
  /** The person erased what these lines announced: records, pictures, snapshots. */
  z.strictObject({
    ...head,
    type: z.literal('deletion'),
    erased: z.array(z.number()).check(z.minLength(1), z.maxLength(20)),
  }),
  /** An authority stamped line `of`: the SHA-256 of its raw reply, its host and its time. */
  z.strictObject({
    ...head,
    type: z.literal('timestamp'),
    of: z.number(),
    tokenSha256: hash,
    authority: z.string().check(z.regex(/^[\w.:[\]-]{1,260}$/)),
    genTime: isoTime,
  }),
  z.strictObject({
    ...head,
    type: z.literal('timestamp.failed'),
    of: z.number(),
    reason: z.enum(TIMESTAMP_FAILURES),
  }),
  z.strictObject({ ...head, type: z.literal('export'), manifest: hash, upTo: z.number() }),
  z.strictObject({ ...head, type: z.literal('clock'), backMs: z.number() }),
]);
export type JournalLine = z.infer<typeof journalLine>;

type Distributed<Line> = Line extends unknown ? Omit<Line, 'seq' | 'at' | 'prev'> : never;
/** What a writer decides; `seq`, `at` and `prev` come from the chain. */
export type JournalEntry = Distributed<JournalLine>;

/** `prev` of the first line. */
export const GENESIS = '0'.repeat(64);
