import type { BackupFailure, ImportAbout, RestoreReport } from '../../app/backup/backup-ports.ts';
import type { BackupMade } from '../../app/backup/make-backup.ts';
import type { BackupHeader } from '../../core/backup/format.ts';
import type { ExportSoftware } from '../export/export-messages.ts';

/** Between a page and its worker of back-ups. One job each. */
export type BackupJob =
  | {
      readonly job: 'make';
      readonly passphrase: string;
      readonly software: ExportSoftware;
      readonly settings: BackupHeader['settings'];
    }
  | { readonly job: 'restore'; readonly passphrase: string; readonly file: File }
  /** Keeps a bundle that was found intact. */
  | {
      readonly job: 'keep';
      readonly file: File;
      readonly about: Omit<ImportAbout, 'sha256' | 'crc32' | 'bytes'>;
    }
  /** Gives a kept bundle back, byte for byte. */
  | { readonly job: 'give'; readonly id: string };

export type BackupJobOf<Name extends BackupJob['job']> = Extract<BackupJob, { job: Name }>;

export type ToBackupWorker = { readonly start: BackupJob } | { readonly cancel: true };

/** A file in the private file system, to be offered. */
export interface WrittenFile {
  readonly fileName: string;
  readonly opfsName: string;
  readonly bytes: number;
}

export type BackupDone =
  | ({ readonly job: 'make' } & WrittenFile & BackupMade)
  | { readonly job: 'restore'; readonly report: RestoreReport }
  /** `again`: the very same bundle is kept already. */
  | { readonly job: 'keep'; readonly id: string; readonly again: boolean }
  | ({ readonly job: 'give' } & WrittenFile);

export interface BackupFailed {
  readonly reason: BackupFailure;
  /** Name of the error, for a support request; never its text, which may hold data. */
  readonly detail: string;
}

export type FromBackupWorker =
  /** `total` is 0 while it is not known. */
  | { readonly progress: { readonly done: number; readonly total: number } }
  | { readonly done: BackupDone }
  | { readonly failed: BackupFailed };
