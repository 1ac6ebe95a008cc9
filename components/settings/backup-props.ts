import type { BackupFailure, RestoreReport } from '../../lib/app/backup/backup-ports.ts';

export type BackupState =
  | { readonly kind: 'idle' }
  /** `total` is 0 while the key is being made. */
  | {
      readonly kind: 'running';
      readonly job: 'make' | 'restore';
      readonly done: number;
      readonly total: number;
    }
  | {
      readonly kind: 'made';
      readonly fileName: string;
      readonly bytes: number;
      readonly dossiers: number;
      readonly captures: number;
      readonly damaged: number;
    }
  | { readonly kind: 'restored'; readonly report: RestoreReport }
  | { readonly kind: 'failed'; readonly job: 'make' | 'restore'; readonly reason: BackupFailure };

export interface BackupProps {
  readonly state: BackupState;
  onMake(passphrase: string): void;
  onRestore(file: File, passphrase: string): void;
  onStop(): void;
  /** The file of the last back-up. */
  onSaveAgain(): void;
}
