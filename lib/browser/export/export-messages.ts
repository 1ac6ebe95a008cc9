import type { ExportProgress } from '../../app/export/export-bundle.ts';
import type { Stamping } from '../../app/timestamps/timestamp-ports.ts';
import type { ProfileChoice } from '../../core/profile/profile.ts';
import type { TimestampFailure } from '../../core/timestamp/failures.ts';
import type { StoreTrouble } from '../store/trouble-of.ts';

/** Between the page and its export worker. */
export interface ExportSoftware {
  readonly version: string;
  readonly commit: string;
}

export interface ExportJob {
  readonly dossierId: string;
  readonly software: ExportSoftware;
  /** False: records and pictures only, no exhibit is drawn. */
  readonly documents: boolean;
  /** For whom; the complete one unless told. */
  readonly choice?: ProfileChoice;
  /** An authority is asked for a timestamp over the manifest: the page has it asked. */
  readonly timestamps?: boolean;
}

export type ToExportWorker =
  | { readonly start: ExportJob }
  | { readonly cancel: true }
  | { readonly stamping: Stamping | null };

export interface ExportDone {
  /** Proposed name of the download. */
  readonly fileName: string;
  /** Name in the private file system. */
  readonly opfsName: string;
  /** Size of the ZIP. */
  readonly bytes: number;
  readonly manifestSha256: string;
  readonly upTo: number;
  /** Host of the authority that stamped it, or why none did. Null: none was asked. */
  readonly stamping: { readonly host: string } | { readonly failure: TimestampFailure } | null;
}

export interface ExportFailed {
  readonly reason: StoreTrouble | 'cancelled' | 'no-dossier' | 'unreadable' | 'unexpected';
  /** Name of the error, for a support request; never its text, which may hold data. */
  readonly detail: string;
}

export type FromExportWorker =
  /** The SHA-256 of a manifest, to be answered by `stamping`. */
  | { readonly stamp: string }
  | { readonly progress: ExportProgress }
  | { readonly done: ExportDone }
  | { readonly failed: ExportFailed };
