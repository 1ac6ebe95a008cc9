import type { ImportAbout } from '../../app/backup/backup-ports.ts';
import { parseImport } from '../../app/backup/import-about.ts';
import type { ByteSource } from '../../reader/ports.ts';
import type { TemoinDatabase } from '../store/database.ts';
import type { KeyRing } from '../store/key-ring.ts';
import { createRefusals, ON_DISK } from '../store/witness-store.ts';
import { importOwner, PART_BYTES, readImportPart } from './import-parts.ts';

/** A bundle that somebody else made, kept as it came: never a dossier, never written to. */
export interface KeptImport extends ImportAbout {
  readonly id: string;
}

/** The last one first; one whose row does not open is left out. */
export async function listImports(database: TemoinDatabase, keys: KeyRing): Promise<KeptImport[]> {
  const { reading } = createRefusals();
  const rows = await reading(() => database.getAll('imports'))();
  const read = await Promise.allSettled(
    rows.map(async ({ id, about }) => ({
      id,
      ...parseImport(await keys.open(importOwner(id), about, 'about')),
    })),
  );
  return read
    .flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []))
    .sort((a, b) => b.importedAt - a.importedAt);
}

/** The one of that id or of these very bytes. */
export async function findImport(
  database: TemoinDatabase,
  keys: KeyRing,
  id: string,
  sha256: string,
): Promise<KeptImport | undefined> {
  return (await listImports(database, keys)).find((kept) => kept.id === id || kept.sha256 === sha256);
}

/** Its bytes, as much as is asked for; the part read last stays open. */
export function importSource(database: TemoinDatabase, keys: KeyRing, { id, bytes }: KeptImport): ByteSource {
  let last: { readonly part: number; readonly clear: Promise<Uint8Array<ArrayBuffer>> } | undefined;
  const open = (part: number): Promise<Uint8Array<ArrayBuffer>> => {
    if (last?.part !== part) last = { part, clear: readImportPart(database, keys, id, part) };
    return last.clear;
  };
  return {
    size: bytes,
    async read(at, length) {
      const wanted = new Uint8Array(Math.max(0, Math.min(length, bytes - at)));
      for (let done = 0; done < wanted.length; ) {
        const from = at + done;
        const clear = await open(Math.floor(from / PART_BYTES));
        const piece = clear.subarray(from % PART_BYTES, (from % PART_BYTES) + wanted.length - done);
        if (piece.length === 0) throw new Error('a part is shorter than was written');
        wanted.set(piece, done);
        done += piece.length;
      }
      return wanted;
    },
  };
}

/** With its key, in one transaction. */
export async function eraseImport(database: TemoinDatabase, keys: KeyRing, id: string): Promise<void> {
  const { writing } = createRefusals();
  await writing(async () => {
    const transaction = database.transaction(['imports', 'importParts', 'keys'], 'readwrite', ON_DISK);
    await Promise.all([
      transaction.objectStore('imports').delete(id),
      transaction.objectStore('importParts').delete(IDBKeyRange.bound([id], [id, []])),
      transaction.objectStore('keys').delete(importOwner(id)),
      transaction.done,
    ]);
  });
  keys.forget(importOwner(id));
}
