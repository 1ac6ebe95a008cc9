import type { AbsenceRecord } from '../../core/bundle/absence-record.ts';
import type { CaptureRecord } from '../../core/bundle/capture-record.ts';
import type { DisplayRecord } from '../../core/bundle/display-record.ts';
import type { DocumentsRecord } from '../../core/bundle/documents-record.ts';
import type { FilingRecord } from '../../core/bundle/filing-record.ts';
import type { IncidentRecord } from '../../core/bundle/incident-record.ts';
import { belongsTo } from '../../core/dossier/attempts.ts';
import { nextLine } from '../../core/journal/chain.ts';
import { commitTo } from '../../core/journal/commitment.ts';
import type { JournalEntry } from '../../core/journal/line.ts';
import { isoTime } from '../../core/time.ts';
import { isKnown, knownAs, MOST_FILINGS } from '../capture/filings.ts';
import type { Hashing, Randomness } from '../ports.ts';
import type { Witnessed, WitnessedCapture, WitnessedIncident } from '../witness/witnessed.ts';
import { toBytes, toJsonBytes } from '../witness/witnessed.ts';
import type { DossierHead, NewFile } from '../witness-ports.ts';

/** Erased captures that the head of a dossier remembers: more than a visit has. */
const MOST_ERASED = 20;
/** A clock may be corrected by this much without a word (ms). */
const CLOCK_TOLERANCE = 2_000;

interface Erasing {
  readonly seqs: readonly number[];
  readonly captures: number;
  readonly lastList: number | null;
}

export interface Places {
  get(id: string): number | undefined;
  set(id: string, seq: number): void;
}

/**
 * How a thing comes into the chain: as it is seen, or put away from a waiting room, of the session that is now bound or
 * of another one.
 */
export type Arrival = 'live' | 'same-session' | 'other-session';

interface Deps {
  readonly hashing: Hashing;
  readonly random: Randomness;
  /** Time of writing (ms). */
  readonly now: number;
  /** `seq` that each witnessed incident got, by its id: filled here, read for captures and recurrences. */
  readonly places: Places;
}

/** Numbers of one chain mean nothing in another. */
export const placeName = (dossier: string, id: string): string => `${dossier} ${id}`;
export const idOfPlace = (name: string): string => name.slice(name.indexOf(' ') + 1);

/**
 * Lines and files to be added to one chain, in memory, until the store takes them all at once. Nothing here waits, so
 * that a draft can be thrown away and made again when the chain has grown meanwhile.
 */
export function draftChain(before: DossierHead, { hashing, random, now, places }: Deps) {
  let head = before;
  const lines: string[] = [];
  const files: NewFile[] = [];
  const erased: number[] = [];

  const line = (entry: JournalEntry): number => {
    const next = nextLine({ seq: head.seq, hash: head.hash }, entry, isoTime(now), hashing.sha256);
    lines.push(next.raw);
    head = { ...head, seq: next.seq, hash: next.hash };
    return next.seq;
  };

  const file = (seq: number, kind: NewFile['kind'], bytes: Uint8Array<ArrayBuffer>): NewFile => {
    const stored = { seq, kind, bytes, sha256: hashing.sha256(bytes), crc32: hashing.crc32(bytes) };
    files.push(stored);
    return stored;
  };

  const noteClock = (): void => {
    const back = head.lastAt - now;
    if (back > CLOCK_TOLERANCE) line({ type: 'clock', backMs: back });
    head = { ...head, lastAt: now };
  };

  /** The attempt under way and the one being put away are apart: what waited neither ends nor prolongs what goes on. */
  const slotOf = (arrival: Arrival, at: number, epoch: string): 'attempt' | 'late' => {
    const opensAnew = head.attempt?.epoch !== epoch;
    if (arrival === 'live' || belongsTo(head.attempt, epoch, at)) return 'attempt';
    return arrival === 'same-session' && opensAnew ? 'attempt' : 'late';
  };

  /** The attempt that something seen at `at` under `epoch` belongs to, opened if need be. */
  const attemptAt = (at: number, epoch: string, arrival: Arrival): number => {
    const slot = slotOf(arrival, at, epoch);
    if (!belongsTo(head[slot], epoch, at)) {
      end(slot);
      const attempt = head.attempts + 1;
      const startSeq = line({ type: 'attempt.started', attempt, ...waited(arrival, isoTime(at)) });
      head = { ...head, attempts: attempt, [slot]: { number: attempt, epoch, startSeq, lastAt: at } };
    }
    const open = head[slot];
    if (!open) throw new Error('an attempt was opened above');
    head = { ...head, [slot]: { ...open, lastAt: Math.max(open.lastAt, at) } };
    return open.number;
  };

  const end = (slot: 'attempt' | 'late'): void => {
    const open = head[slot];
    if (!open) return;
    line({ type: 'attempt.ended', attempt: open.number, lastAt: isoTime(open.lastAt) });
    head = { ...head, [slot]: null };
  };

  /** The line of what waited says when it was really seen. */
  const waited = (arrival: Arrival, at: string): { witnessedAt?: string } =>
    arrival === 'live' ? {} : { witnessedAt: at };

  /** Adds the record of the line that comes next. Returns what that line commits to. */
  const commitNext = (kind: NewFile['kind'], unplaced: object): string => {
    const seq = head.seq + 1;
    const salt = random.hex(16);
    const bytes = toJsonBytes({ ...unplaced, seq, salt });
    file(seq, kind, bytes);
    return commitTo(salt, bytes, hashing.sha256);
  };

  /** What a capture brings with it: a record and a line of its own. */
  const hang = (
    type: 'documents' | 'filing',
    unplaced: Omit<DocumentsRecord | FilingRecord, 'seq' | 'salt'>,
    own: { witnessedAt?: string },
  ): number => line({ type, attempt: unplaced.attempt, commit: commitNext(type, unplaced), ...own });

  return {
    line,
    endAttempt: (): void => end('attempt'),
    /** A waiting room is empty: what it held makes an attempt of its own. */
    endPutAway: (): void => end('late'),
    noteClock,

    incident({ facts }: Witnessed<WitnessedIncident>, arrival: Arrival): number {
      const own = waited(arrival, facts.record.at);
      const attempt = attemptAt(Date.parse(facts.record.at), facts.epoch, arrival);
      const seq = head.seq + 1;
      const first = places.get(placeName(before.id, facts.firstId));
      const record: IncidentRecord = {
        ...facts.record,
        // The first sighting may have gone into another dossier: in this one, this is the first.
        occurrence: first === undefined ? 1 : facts.record.occurrence,
        seq,
        salt: random.hex(16),
        attempt,
        firstSeq: first ?? seq,
      };
      const bytes = toJsonBytes(record);
      file(seq, 'incident', bytes);
      line({ type: 'incident', attempt, commit: commitTo(record.salt, bytes, hashing.sha256), ...own });
      places.set(placeName(before.id, facts.id), seq);
      head = { ...head, incidents: head.incidents + 1 };
      return seq;
    },

    capture({ facts, picture }: Witnessed<WitnessedCapture>, arrival: Arrival): number {
      const own = waited(arrival, facts.record.startedAt);
      const attempt = attemptAt(Date.parse(facts.record.startedAt), facts.epoch, arrival);
      const seq = head.seq + 1;
      const name = String(seq).padStart(6, '0');
      const { image, snapshot, trigger, ...rest } = facts.record;
      const incidentSeq =
        facts.incidentId === null ? undefined : places.get(placeName(before.id, facts.incidentId));
      const record: CaptureRecord = {
        ...rest,
        seq,
        salt: random.hex(16),
        trigger: { ...trigger, ...(incidentSeq === undefined ? {} : { incidentSeq }) },
        ...(image && picture ? { image: { file: `${name}.png`, ...image } } : {}),
        ...(snapshot && facts.snapshotHtml !== null
          ? { snapshot: { file: `${name}.html`, ...snapshot } }
          : {}),
      };
      const bytes = toJsonBytes(record);
      file(seq, 'capture', bytes);
      if (image && picture) file(seq, 'picture', picture);
      if (facts.snapshotHtml !== null) file(seq, 'snapshot', toBytes(facts.snapshotHtml));
      if (facts.thumbnail !== null) file(seq, 'thumbnail', toBytes(facts.thumbnail));
      line({ type: 'capture', attempt, commit: commitTo(record.salt, bytes, hashing.sha256), ...own });
      head = { ...head, captures: head.captures + 1 };
      const { documents, filing } = facts;
      const place = { attempt, captureSeq: seq };
      if (documents) {
        const listed = hang('documents', { ...documents, ...place }, own);
        head = { ...head, documents: listed };
      }
      if (filing && !isKnown(filing, head.filings)) {
        const filed = hang('filing', { ...filing, ...place }, own);
        head = { ...head, filings: [...head.filings, knownAs(filing, filed)].slice(-MOST_FILINGS) };
      }
      return seq;
    },

    /** A token over line `of`, which stands before, as it came: its hash goes back into the chain. */
    stamp(token: {
      readonly of: number;
      readonly query: Uint8Array<ArrayBuffer>;
      readonly reply: Uint8Array<ArrayBuffer>;
      readonly authority: string;
      readonly genTime: string;
    }): void {
      const { of, query, reply, authority, genTime } = token;
      file(of, 'query', query);
      const { sha256: tokenSha256 } = file(of, 'reply', reply);
      line({ type: 'timestamp', of, tokenSha256, authority, genTime });
    },

    /** « Ne plus afficher », or its contrary. Writes nothing where it is so already. */
    display(fingerprint: string, hidden: boolean): void {
      if (head.hidden.includes(fingerprint) === hidden) return;
      const seq = head.seq + 1;
      const salt = random.hex(16);
      const at = isoTime(now);
      const record: DisplayRecord = { format: 'anef-display/1', seq, salt, at, fingerprint, hidden };
      const bytes = toJsonBytes(record);
      file(seq, 'display', bytes);
      const commit = commitTo(salt, bytes, hashing.sha256);
      line({ type: hidden ? 'incident.hidden' : 'incident.shown', commit });
      const others = head.hidden.filter((other) => other !== fingerprint);
      head = { ...head, hidden: hidden ? [...others, fingerprint] : others };
    },

    absence(unplaced: Omit<AbsenceRecord, 'seq' | 'salt'>): number {
      return line({ type: 'absence', commit: commitNext('absence', unplaced) });
    },

    /**
     * The person erased what these lines announced, the capture first, `captures` of them captures. `lastList`: the last list of documents
     * that is left. Returns the time written.
     */
    erase({ seqs, captures, lastList }: Erasing): string {
      const at = isoTime(now);
      line({ type: 'deletion', erased: [...seqs] });
      erased.push(...seqs);
      const [seq = 0] = seqs;
      const remembered = [...(head.erased ?? []), { seq, at }].slice(-MOST_ERASED);
      const left = Math.max(0, head.captures - captures);
      head = { ...head, captures: left, documents: lastList, erased: remembered };
      return at;
    },

    result: () => ({ before, after: head, lines, files, erased }),
  };
}
export type ChainDraft = ReturnType<typeof draftChain>;
