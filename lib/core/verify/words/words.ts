import type { Profile } from '../../profile/profile.ts';
import type { TimestampProblem } from '../../timestamp/failures.ts';
import type { CheckResult, Verdict } from '../check.ts';
import type { Level, SealingKey } from '../levels.ts';

/** Whatever the verifier can say of a bundle, in one language. `{name}` is replaced by the value of that name. */
export interface VerifierWords {
  readonly verdicts: Record<Verdict, string>;
  /** Instead of `verdicts.intact`, where the profile leaves out what some checks take. */
  readonly intactInPart: string;
  /** Of a check, in a text of fixed width. */
  readonly marks: Record<CheckResult['outcome'], string>;
  /** What holds when a check passes. */
  readonly checks: Record<CheckId, string>;
  readonly problems: Record<ProblemId, string>;
  readonly reasons: Record<UnreadableReason, string>;
  readonly remarks: Record<RemarkId, string>;
  readonly levels: Record<Level, string>;
  readonly comparisons: Record<SealingKey['compared'], string>;
  readonly rehearsal: string;
  /** Before each remark. */
  readonly attention: string;
  /** What the timestamps show; `unknown`: no root that the reader brought vouches for the authority. */
  readonly stamps: Record<
    'none' | 'journal' | 'manifest' | 'by' | 'known' | 'unknown' | 'statesQualified' | 'covers',
    string
  >;
  readonly key: string;
  /** The reader knows a key, and the bundle has none that holds. */
  readonly keyMissing: string;
  readonly more: string;
  /** What a verdict does not mean, said every time. */
  readonly limits: readonly string[];
}

export type CheckId =
  | 'names'
  | 'bag'
  | 'payload'
  | 'tags'
  | 'journal'
  | 'commitments'
  | 'captured-files'
  | 'description'
  | 'figures'
  | 'profile'
  | 'seals'
  | 'timestamps';

export type ProblemId =
  | 'not-run'
  | 'strange-name'
  | 'file-missing'
  | 'file-altered'
  | 'file-damaged'
  | 'file-added'
  | 'manifest-line'
  | 'listed-twice'
  | 'bagit-content'
  | 'no-content-announced'
  | 'other-list'
  | 'count-of-files'
  | 'count-of-bytes'
  | 'line-broken-link'
  | 'line-wrong-number'
  | 'line-unreadable'
  | 'line-unknown-type'
  | 'line-first-line'
  | 'line-two-ways'
  | 'journal-empty'
  | 'journal-cut'
  | 'journal-left-out'
  | 'records-left-out'
  | 'nothing-to-compare'
  | 'record-missing'
  | 'record-unannounced'
  | 'record-unknown-line'
  | 'erased-there'
  | 'record-format'
  | 'record-other'
  | 'capture-format'
  | 'picture-unannounced'
  | 'description-format'
  | 'other-dossier'
  | 'bag-of-other-dossier'
  | 'exhibit-unannounced'
  | 'other-filing-date'
  | 'table-format'
  | 'table-rows'
  | 'table-other'
  | 'figure-other'
  | 'profile-unknown'
  | 'profile-forbids'
  | 'profile-lacks'
  | 'profile-field'
  | 'profile-columns'
  | 'profile-record'
  | 'key-format'
  | 'key-other'
  | 'seal-other'
  | 'stamp-unchecked'
  | 'stamp-not-before'
  | 'stamp-unannounced'
  | 'stamp-other'
  | 'stamp-query'
  | 'stamp-order'
  | `stamp-${TimestampProblem}`;

export type UnreadableReason =
  | 'no-file'
  | 'not-zip'
  | 'encrypted'
  | 'ambiguous'
  | 'too-large'
  | 'no-bundle'
  | 'stopped'
  | 'unexpected';

export type RemarkId =
  | 'local-server'
  | 'withheld'
  | 'erased'
  | 'stamped-apart'
  | 'ignored'
  | `profile-${Exclude<Profile, 'complete'>}`;
