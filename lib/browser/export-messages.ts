import type { ExportProgress } from '../app/export-bundle.ts';

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
}

export type ToExportWorker = { readonly start: ExportJob } | { readonly cancel: true };

export interface ExportDone {
  /** Proposed name of the download. */
  readonly fileName: string;
  /** Name in the private file system. */
  readonly opfsName: string;
  /** Size of the ZIP. */
  readonly bytes: number;
  readonly manifestSha256: string;
  readonly upTo: number;
}

export interface ExportFailed {
  readonly reason: 'disk-full' | 'cancelled' | 'broken' | 'other';
  /** Name of the error, for a support request; never its text, which may hold data. */
  readonly detail: string;
}

export type FromExportWorker =
  | { readonly progress: ExportProgress }
  | { readonly done: ExportDone }
  | { readonly failed: ExportFailed };
