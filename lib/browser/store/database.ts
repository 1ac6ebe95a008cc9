import { type DBSchema, type IDBPDatabase, type IDBPTransaction, openDB, type StoreNames } from 'idb';
import type { FileKind } from '../../app/ports.ts';
import { NotOpened, StoreError } from '../../app/witness-ports.ts';
import { hasRoomFor } from './disk-space.ts';
import type { Sealed } from './envelope.ts';

/** Key pair that seals what one owner keeps: its public half is enough to write. */
export interface KeyRow {
  /** Dossier id, `waiting` for the waiting rooms, `import <id>` for an imported bundle. */
  readonly owner: string;
  readonly publicKey: CryptoKey;
  /** Private key (PKCS #8) wrapped by the vault key. */
  readonly wrapped: ArrayBuffer;
  readonly iv: Uint8Array<ArrayBuffer>;
}

export interface DossierRow {
  readonly id: string;
  /** `DossierHead` as JSON values: numbers, hashes, times. */
  readonly head: unknown;
  /** The label, sealed. */
  readonly label: Sealed;
}

export interface FileRow {
  readonly dossier: string;
  readonly seq: number;
  readonly kind: FileKind | 'thumbnail';
  /** Of the clear bytes. */
  readonly sha256: string;
  readonly crc32: number;
  readonly sealed: Sealed;
}

export interface WaitingRow {
  readonly key?: number;
  readonly room: string;
  readonly kind: 'incident' | 'capture';
  readonly at: number;
  readonly facts: Sealed;
  readonly picture: Sealed | null;
}

/** A bundle that somebody else made, kept as it is: its bytes are in the parts. */
export interface ImportRow {
  readonly id: string;
  /** `ImportAbout` as JSON, sealed. */
  readonly about: Sealed;
}

export interface ImportPartRow {
  readonly import: string;
  /** From 0. */
  readonly part: number;
  readonly sealed: Sealed;
}

/**
 * Something of which rows are being written that nobody may see yet: `dossier` and `import` under their own id, without
 * their row in `dossiers` or `imports`; `rows` in `stagedRows`.
 */
export interface StagingRow {
  readonly owner: string;
  readonly kind: 'dossier' | 'import' | 'rows';
}

/** A row that will be another store's. */
export type StagedRow = { readonly owner: string; readonly number: number } & (
  | { readonly store: 'journal'; readonly row: { dossier: string; seq: number; line: string } }
  | { readonly store: 'files'; readonly row: FileRow }
  | { readonly store: 'waiting'; readonly row: WaitingRow }
);

export interface TemoinSchema extends DBSchema {
  /** The device's own keys: the one that wraps, and the pair that seals. Deleted with the profile only. */
  vault: { key: string; value: { readonly id: string; readonly key: CryptoKey } };
  /** Deleted with the dossier. */
  keys: { key: string; value: KeyRow };
  /** Deleted when the person deletes the dossier. */
  dossiers: { key: string; value: DossierRow };
  /** Raw lines. Deleted with the dossier. */
  journal: {
    key: [string, number];
    value: { readonly dossier: string; readonly seq: number; readonly line: string };
  };
  /** Deleted with the dossier. */
  files: { key: [string, number, string]; value: FileRow; indexes: { 'by-kind': [string, string, number] } };
  /** Deleted when put away in a dossier or thrown away by the person; never by itself. */
  waiting: {
    key: number;
    value: WaitingRow;
    indexes: { 'by-room': [string, 'incident' | 'capture', number] };
  };
  /** Deleted by the person. */
  imports: { key: string; value: ImportRow };
  /** Deleted with the import. */
  importParts: { key: [string, number]; value: ImportPartRow };
  /** Deleted when what they announce is shown or given up; at the latest when the background starts. */
  staging: { key: string; value: StagingRow };
  stagedRows: { key: [string, number]; value: StagedRow };
}

export type TemoinDatabase = IDBPDatabase<TemoinSchema>;
type Upgrade = (
  database: TemoinDatabase,
  transaction: IDBPTransaction<TemoinSchema, StoreNames<TemoinSchema>[], 'versionchange'>,
) => void;

/** Step n brings a database from version n to n + 1. Never edited once released: a later change is a later step. */
export const MIGRATIONS: readonly Upgrade[] = [
  (database) => {
    database.createObjectStore('vault', { keyPath: 'id' });
    database.createObjectStore('keys', { keyPath: 'owner' });
    database.createObjectStore('dossiers', { keyPath: 'id' });
    database.createObjectStore('journal', { keyPath: ['dossier', 'seq'] });
    const files = database.createObjectStore('files', { keyPath: ['dossier', 'seq', 'kind'] });
    files.createIndex('by-kind', ['dossier', 'kind', 'seq']);
    const waiting = database.createObjectStore('waiting', { keyPath: 'key', autoIncrement: true });
    waiting.createIndex('by-room', ['room', 'kind', 'at']);
  },
  (database) => {
    database.createObjectStore('imports', { keyPath: 'id' });
    database.createObjectStore('importParts', { keyPath: ['import', 'part'] });
    database.createObjectStore('staging', { keyPath: 'owner' });
    database.createObjectStore('stagedRows', { keyPath: ['owner', 'number'] });
  },
];

/** How long another page may keep the database from being upgraded, or upgrade it itself (ms). */
const BLOCKED_AFTER = 4_000;
const SILENT_AFTER = 10_000;

/**
 * Opens the database, bringing it up to date in one transaction. Rejects with StoreError. `closed` is told when it goes
 * away later: another page brings it up to date, or the browser gives it up.
 */
export async function openDatabase(
  name = 'anef-temoin',
  migrations = MIGRATIONS,
  closed: () => void = () => undefined,
  patience = { blocked: BLOCKED_AFTER, silent: SILENT_AFTER },
): Promise<TemoinDatabase> {
  if (!(await hasRoomFor())) throw new NotOpened('disk-full', 'no room to open the database');
  let giveUp: () => void = () => undefined;
  let tooLate = false;
  const blocked = new Promise<never>((_, reject) => {
    giveUp = () => {
      tooLate = true;
      reject(new NotOpened('database-blocked', 'another page holds the database'));
    };
  });
  // While another page upgrades it, the browser says nothing at all.
  const silence = setTimeout(() => giveUp(), patience.silent);
  const opening = openDB<TemoinSchema>(name, migrations.length, {
    upgrade(database, from, _to, transaction) {
      clearTimeout(silence); // our own upgrade may take its time
      transaction.done.catch(() => undefined); // a step that fails makes the opening itself reject
      for (const step of migrations.slice(from)) step(database, transaction);
    },
    blocked() {
      setTimeout(() => giveUp(), patience.blocked);
    },
    blocking(_current, _next, event) {
      (event.target as IDBDatabase).close();
      closed();
    },
    terminated: closed,
  });
  // Nobody waits for it any more, and it would stand in the way of the next version.
  opening.then(
    (database) => tooLate && database.close(),
    () => undefined, // told below
  );
  try {
    return await Promise.race([opening, blocked]);
  } catch (error) {
    if (error instanceof StoreError) throw error;
    throw new NotOpened(await whyClosed(error), 'cannot open the database', error);
  } finally {
    clearTimeout(silence);
  }
}

async function whyClosed(error: unknown): Promise<StoreError['trouble']> {
  if (error instanceof DOMException && error.name === 'VersionError') return 'database-newer';
  return (await hasRoomFor()) ? 'database-broken' : 'disk-full';
}
