import type { Sha256 } from '../journal/commitment.ts';
import type { Timestamp, TimestampCrypto } from '../timestamp/check-reply.ts';
import type { Level, SealingKey } from './levels.ts';
import type { StampSummary } from './timestamps-of.ts';
import type { CheckId, ProblemId, RemarkId, UnreadableReason } from './words/words.ts';

/** A bundle opened by whoever can open one; names are those found, sizes those announced. */
export interface OpenedBundle {
  readonly topFolder: string;
  /** Every file, by its path below the top folder, in the order in which they are the fastest to read. */
  readonly paths: ReadonlySet<string>;
  /** Bytes announced for a file. */
  size(path: string): number;
  /** Names that do not stand below the top folder, are not ASCII, or are given twice. */
  readonly strangeNames: readonly string[];
  /** Files that an operating system left by itself: no part of the bundle, and not looked at. */
  readonly ignored: readonly string[];
  /** The whole file. Rejects with UnreadableFile. */
  read(path: string): Promise<Uint8Array<ArrayBuffer>>;
  /** Lowercase hex; asked for again, it is known. Rejects with UnreadableFile. */
  hash(path: string): Promise<string>;
  readonly sha256: Sha256;
  /** Whether this key signed these bytes (ECDSA P-384, SHA-256). False as well for what is no key or no signature. */
  isSigned(
    spki: Uint8Array<ArrayBuffer>,
    der: Uint8Array<ArrayBuffer>,
    bytes: Uint8Array<ArrayBuffer>,
  ): Promise<boolean>;
  /** What judges timestamps; without it, those that are there stay unknown. */
  readonly timestamps?: TimestampTrust;
}

export interface TimestampTrust {
  readonly crypto: TimestampCrypto;
  /** Whether a root that the reader brought vouches for who signed, at the time of the token. */
  isVouchedFor(timestamp: Timestamp): Promise<boolean>;
}

/** Not there, damaged, or larger than can be read. */
export class UnreadableFile extends Error {
  override readonly name = 'UnreadableFile';
}

export interface Problem {
  /**
   * `altered`: something is not what it was. `missing`: something is not there. `unknown`: it could not be told.
   * `left-out`: it cannot be told either, because the profile of the bundle leaves out what it takes, and says so.
   */
  readonly kind: 'altered' | 'missing' | 'unknown' | 'left-out';
  /** Its sentence is in `words/`, in each language. */
  readonly id: ProblemId;
  /** What stands in the sentence; names come from the bundle and may be anything. */
  readonly values?: Values;
}

export type Values = Readonly<Record<string, string | number>>;

/** Worth knowing, whatever the verdict: it changes none. */
export interface Remark {
  readonly id: RemarkId;
  readonly values: Values;
}

/** One thing that can be checked: one file under `checks/`, one line in `index.ts`. */
export interface Check {
  /** What holds when no problem is found stands in `words/`. */
  readonly id: CheckId;
  /** Every problem found. May reject: the check is then unknown. */
  run(bundle: OpenedBundle): Promise<readonly Problem[]>;
}

export interface CheckResult {
  readonly id: CheckId;
  readonly outcome: 'pass' | 'fail' | 'unknown';
  readonly problems: readonly Problem[];
}

export type Verdict = 'intact' | 'altered' | 'incomplete' | 'unreadable';

export interface VerificationReport {
  readonly verdict: Verdict;
  /** Empty when the bundle could not be opened. */
  readonly results: readonly CheckResult[];
  /** What it shows beyond its verdict; null when it is not intact. */
  readonly level: Level | null;
  /** The key whose seals hold; null when there is none. */
  readonly key: SealingKey | null;
  /** Its timestamps; null or nothing when there are none that hold. */
  readonly timestamps?: StampSummary | null;
  /** Why it could not be opened. */
  readonly reason: UnreadableReason | null;
  /** The bundle's folder as it calls itself, which may be anything; null when it could not be opened. */
  readonly topFolder: string | null;
  readonly remarks: readonly Remark[];
  /** Made on the page to practise on, as its journal or its description says: whole or not, it is no evidence. */
  readonly rehearsal?: boolean;
}
