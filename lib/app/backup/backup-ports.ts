import type { BackupHeader } from '../../core/backup/format.ts';
import type { DossierHead, WaitingItem } from '../witness-ports.ts';

/** The person stopped it. */
export class BackupCancelled extends Error {
  override readonly name = 'BackupCancelled';
}

/** Why a back-up, a restore or the keeping of a bundle came to nothing. Each has a sentence in every language. */
export type BackupFailure =
  | 'cancelled'
  | 'disk-full'
  | 'database-blocked'
  | 'database-newer'
  | 'database-broken'
  /** Too little for the key. */
  | 'memory'
  | 'wrong-passphrase'
  /** Cut, or changed: nothing tells which. */
  | 'damaged'
  | 'foreign'
  | 'newer'
  | 'unexpected';

export interface BackupWatch {
  /** `total` is 0 while it is not known. */
  readonly onProgress: (done: number, total: number) => void;
  readonly aborted: () => boolean;
}

/** One file of a back-up, with the hashes that the store vouches for; or the path of one that does not open. */
export type BackupPart =
  | {
      readonly path: string;
      readonly bytes: number;
      readonly sha256: string;
      readonly crc32: number;
      chunks(): AsyncIterable<Uint8Array<ArrayBuffer>>;
      /** Nobody reads it any more. */
      release(): void;
      /** It is there, and does not hold together where it comes from: a journal with a damaged line. */
      readonly damaged?: true;
    }
  | { readonly path: string; readonly damaged: true; readonly bytes?: undefined };

/** Everything that a profile keeps, as it stands when it is described: what is written later is not seen. */
export interface BackupSource {
  describe(): Promise<{
    readonly dossiers: BackupHeader['dossiers'];
    readonly settings: BackupHeader['settings'];
    /** Captures of each dossier. */
    readonly covered: readonly { readonly id: string; readonly captures: number }[];
    /** Paths of dossiers that do not open at all. */
    readonly damaged: readonly string[];
    /** How many files there will be, about. */
    readonly files: number;
  }>;
  /** In the order of `restore-backup`: what waits; of each dossier its journal, then its files; what was imported. */
  parts(): AsyncIterable<BackupPart>;
}

/** What is said of a bundle that somebody else made and that is kept as it is. */
export interface ImportAbout {
  /** As its file was called: a stranger's words. */
  readonly name: string;
  readonly bytes: number;
  readonly sha256: string;
  readonly crc32: number;
  /** Milliseconds since 1970. */
  readonly importedAt: number;
  /** The best that its verification showed on that day. */
  readonly level: 'intact' | 'sealed' | 'stamped';
  /** SHA-256 (hex) of the key whose seals hold; null when none does. */
  readonly keySha256: string | null;
  readonly rehearsal: boolean;
}

export interface NewRow {
  readonly seq: number;
  readonly kind: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly sha256: string;
  readonly crc32: number;
}

export interface ReadyDossier {
  readonly id: string;
  readonly label: string;
  readonly head: DossierHead;
  /** As it stood in its row, with what a later version may have added. */
  readonly row: unknown;
  /** The chain of ours that it continues; null when we had none. */
  readonly base: { readonly seq: number; readonly hash: string } | null;
  /** Lines whose capture or list was erased after ours ended: what we still have of it goes. */
  readonly erased: readonly number[];
}

/**
 * Where a restore goes. What is staged is in the database, sealed, and nowhere to be seen; `commit` shows all of it in
 * one transaction. Everything rejects with StoreError.
 */
export interface RestoreTarget {
  /** Throws NotABackup when it is no head of that dossier. */
  parseHead(id: string, head: unknown): DossierHead;
  /** Ours; undefined when there is none. Our damaged dossier rejects. */
  localHead(id: string): Promise<DossierHead | undefined>;
  localLine(id: string, seq: number): Promise<string | undefined>;
  localHas(id: string, file: Pick<NewRow, 'seq' | 'kind'>): Promise<boolean>;
  /** `continues`: the dossier is ours already, and its new rows must not stand in the way of what is witnessed now. */
  stageLine(id: string, seq: number, line: string, continues: boolean): Promise<void>;
  stageFile(id: string, file: NewRow, continues: boolean): Promise<void>;
  /** False when the very same thing waits here already, or has been put away in a dossier. */
  stageWaiting(
    item: Omit<WaitingItem, 'key'>,
    facts: Uint8Array<ArrayBuffer>,
    picture: Uint8Array<ArrayBuffer> | null,
  ): Promise<boolean>;
  /** False when the same bundle is kept already: its bytes are then not read. */
  stageImport(
    id: string,
    about: ImportAbout,
    chunks: AsyncIterable<Uint8Array<ArrayBuffer>>,
  ): Promise<boolean>;
  /**
   * `mended`: dossiers of ours that get what they lack and keep their head. Returns the ids of dossiers whose own chain
   * has grown meanwhile: nothing of those was written.
   */
  commit(dossiers: readonly ReadyDossier[], mended?: readonly string[]): Promise<readonly string[]>;
  /** Takes away whatever was staged. */
  discard(): Promise<void>;
}

/** A dossier of the back-up as the person is told of it. */
export interface RestoredDossier {
  readonly label: string;
  readonly captures: number;
  readonly rehearsal: boolean;
}

export interface RestoreReport {
  /** Milliseconds since 1970. */
  readonly createdAt: number;
  readonly added: readonly RestoredDossier[];
  /** Ours, which the back-up continues: `captures` counts the new ones. */
  readonly continued: readonly RestoredDossier[];
  /** Ours already, the same or further on. */
  readonly known: readonly RestoredDossier[];
  /** Ours and the back-up's have each gone on by themselves: ours stays. */
  readonly diverged: readonly RestoredDossier[];
  /** Captures of each dossier that are here and in the back-up. */
  readonly covered: readonly { readonly id: string; readonly captures: number }[];
  readonly waiting: number;
  readonly imports: number;
  /** Was damaged already where the back-up was made. */
  readonly damaged: number;
  readonly settings: BackupHeader['settings'];
}
