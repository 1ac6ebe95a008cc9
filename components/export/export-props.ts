import type { ExportDescription } from '../../lib/app/protocol.ts';

export type ExportPhase = 'preparing' | 'captures' | 'documents';

/** Why no file came out. Each has a sentence in every language. */
export type ExportFailure =
  | 'no-dossier'
  | 'disk-full'
  | 'database-blocked'
  | 'database-newer'
  | 'database-broken'
  | 'private-window'
  | 'unreadable'
  | 'unexpected';

/** Trying again changes nothing. */
export const FINAL_FAILURES: readonly ExportFailure[] = ['no-dossier', 'database-newer'];

export type ExportState =
  | { readonly kind: 'describing' }
  | { readonly kind: 'ready' }
  /** `total` 0: not known yet. Both in the same unit, whatever it is. */
  | { readonly kind: 'running'; readonly done: number; readonly total: number; readonly phase: ExportPhase }
  | {
      readonly kind: 'saved';
      readonly fileName: string;
      readonly bytes: number;
      /** The file is whole, but the journal could not take note of the export. */
      readonly unnoted?: true;
      /** An authority was asked: which one stamped it, or none did. */
      readonly stamp?: { readonly host: string } | 'none';
    }
  | { readonly kind: 'cancelled' }
  /** `detail`: technical, for whoever helps; folded away. */
  | { readonly kind: 'failed'; readonly reason: ExportFailure; readonly detail?: string };

export interface ExportPageProps {
  readonly state: ExportState;
  /** Null until read, and when there is no such dossier. */
  readonly description: ExportDescription | null;
  /** The name that will be proposed; the browser has the last word. */
  readonly fileName: string;
  /** Starts, or starts again after a stop or a failure. */
  onStart(): void;
  onCancel(): void;
  /** Saves the finished file once more, without making it again. */
  onSaveAgain(): void;
  onLanguage(code: string): void;
}
