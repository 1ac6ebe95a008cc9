import type { DossierSource, FileKind, StoredFile } from '../../app/ports.ts';
import { NoDossier } from '../../app/witness-ports.ts';
import { readLine } from '../../core/journal/chain.ts';
import { giveBack } from '../../render/give-back.ts';
import type { FileRow, TemoinDatabase } from './database.ts';
import { parseHead } from './dossier-head.ts';
import { journalRows } from './journal-rows.ts';
import type { KeyRing } from './key-ring.ts';
import { fileContext } from './witness-store.ts';

/** Reads one file of a dossier. Rejects when it does not open, or when the database refuses. */
export type ReadFile = (seq: number, kind: FileKind) => Promise<StoredFile | undefined>;

/** Files asked for at one time are read in one transaction: for small ones it is much of what they cost. */
export function createFileReader(database: TemoinDatabase, keys: KeyRing, dossierId: string): ReadFile {
  const open = openStored(keys, dossierId);
  let together: ReturnType<typeof begin> | undefined;
  const begin = () => {
    const transaction = database.transaction('files');
    transaction.done.catch(() => undefined); // each reading says so itself
    queueMicrotask(() => {
      together = undefined;
    });
    return transaction.store;
  };
  return async (seq, kind) => {
    const key: [string, number, string] = [dossierId, seq, kind];
    together ??= begin();
    // A row that cannot be read ends the transaction of its neighbours, too: each is asked for again by itself.
    const row = await together.get(key).catch(() => database.get('files', key));
    return row && open(row);
  };
}

const openStored =
  (keys: KeyRing, dossierId: string) =>
  async ({ dossier: _dossier, sealed, ...file }: FileRow): Promise<StoredFile> => {
    const bytes = await keys.open(dossierId, sealed, fileContext(file));
    giveBack(new Uint8Array(sealed.data));
    const { seq, sha256, crc32 } = file;
    return { seq, kind: file.kind as FileKind, sha256, crc32, bytes, release: () => giveBack(bytes) };
  };

/** One dossier as it stands now; what is written later is not seen. Rejects with NoDossier when there is none. */
export async function openDossierSource(
  database: TemoinDatabase,
  keys: KeyRing,
  dossierId: string,
): Promise<DossierSource> {
  const row = await database.get('dossiers', dossierId);
  if (!row) throw new NoDossier(`no dossier ${dossierId}`);
  const head = parseHead(row);

  const open = openStored(keys, dossierId);
  const read = createFileReader(database, keys, dossierId);

  return {
    id: dossierId,
    createdAt: head.createdAt,
    rehearsal: head.rehearsal,
    hidden: head.hidden,
    headSeq: head.seq,

    async *lines() {
      for await (const { line } of journalRows(database, dossierId, head.seq)) yield line;
    },

    async *files(kind) {
      const range = IDBKeyRange.bound([dossierId, kind, 0], [dossierId, kind, head.seq]);
      const found = await database.getAllKeysFromIndex('files', 'by-kind', range);
      for (const key of found) {
        const file = await database.get('files', key);
        if (file) yield await open(file);
      }
    },

    async file(seq, kind) {
      return seq > head.seq ? undefined : read(seq, kind);
    },

    async erasedSince() {
      const later = IDBKeyRange.bound([dossierId, head.seq + 1], [dossierId, Number.MAX_SAFE_INTEGER]);
      const rows = await database.getAll('journal', later);
      if (rows.some(({ line }) => readLine(line)?.type === 'deletion')) return true;
      return (await database.count('dossiers', dossierId)) === 0;
    },
  };
}
