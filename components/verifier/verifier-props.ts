import type { ComponentChildren } from 'preact';
import type { VerificationReport } from '../../lib/core/verify/check.ts';

export type VerifierState =
  | { readonly kind: 'waiting' }
  /** Bytes; `total` is 0 while the archive is being opened. */
  | { readonly kind: 'checking'; readonly name: string; readonly done: number; readonly total: number }
  | { readonly kind: 'checked'; readonly name: string; readonly report: VerificationReport };

/** Another bundle, given to compare its key. */
export type EarlierBundle =
  | { readonly kind: 'none' }
  | { readonly kind: 'reading'; readonly name: string }
  | { readonly kind: 'read'; readonly name: string; readonly spkiSha256: string }
  /** Not intact, or not sealed: its key says nothing. */
  | { readonly kind: 'unusable'; readonly name: string };

/** A file of root certificates that the reader brought. */
export type GivenRoots =
  | { readonly kind: 'none' }
  | { readonly kind: 'read' | 'unusable'; readonly name: string };

export interface VerifierPageProps {
  readonly state: VerifierState;
  readonly earlier: EarlierBundle;
  readonly roots: GivenRoots;
  /** The page lies in a bundle, and could have been changed with it. */
  readonly alone: boolean;
  /** Below the verdict: to keep a copy. */
  readonly offer: ComponentChildren;
  /** At the end: the copies kept. */
  readonly list: ComponentChildren;
  onArchive(file: File): void;
  /** Every file of a folder; each knows its path. */
  onFolder(files: readonly File[]): void;
  /** To be read at once: the browser empties it after the event. */
  onDrop(dropped: DataTransfer): void;
  onStop(): void;
  onEarlier(file: File): void;
  onRoots(file: File): void;
  onLanguage(code: string): void;
}
