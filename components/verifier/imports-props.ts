import type { BackupFailure, ImportAbout } from '../../lib/app/backup/backup-ports.ts';

/** Why no copy was kept: the device's own troubles have their sentences. */
export type KeepFailure =
  | Extract<BackupFailure, 'disk-full' | 'database-blocked' | 'database-newer' | 'database-broken'>
  | 'other';

/** What becomes of the bundle that has just been checked. */
export type KeepState =
  | { readonly kind: 'offered' }
  | { readonly kind: 'keeping'; readonly done: number; readonly total: number }
  | { readonly kind: 'kept' }
  /** The very same is kept already. */
  | { readonly kind: 'again' }
  | { readonly kind: 'failed'; readonly reason: KeepFailure }
  /** Not intact, or no file: nothing is offered, and why is said. */
  | { readonly kind: 'refused'; readonly reason: 'not-intact' | 'folder' };

export interface KeepCopyProps {
  readonly state: KeepState;
  onKeep(): void;
  onStop(): void;
}

export interface ShownImport extends ImportAbout {
  readonly id: string;
}

export interface ImportListProps {
  readonly imports: readonly ShownImport[] | 'reading' | 'failed';
  /** Milliseconds since 1970. */
  readonly now: number;
  /** What the last press did not bring about. */
  readonly problem: 'none' | 'save' | 'erase';
  onVerify(id: string): void;
  onSave(id: string): void;
  onErase(id: string): void;
}
