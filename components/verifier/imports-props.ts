import type { ImportAbout } from '../../lib/app/backup/backup-ports.ts';

/** What becomes of the bundle that has just been checked. */
export type KeepState =
  | { readonly kind: 'offered' }
  | { readonly kind: 'keeping'; readonly done: number; readonly total: number }
  | { readonly kind: 'kept' }
  /** The very same is kept already. */
  | { readonly kind: 'again' }
  | { readonly kind: 'failed'; readonly reason: 'disk-full' | 'other' }
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
