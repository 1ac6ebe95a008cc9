import { StoreError } from '../../app/witness-ports.ts';
import { giveBack } from '../../render/give-back.ts';
import type { TemoinDatabase } from '../store/database.ts';
import type { KeyRing } from '../store/key-ring.ts';

/** Bytes sealed at a time: what is in memory of a bundle, whatever its size. */
export const PART_BYTES = 1024 * 1024;

/** In the key ring. */
export const importOwner = (id: string): string => `import ${id}`;
export const partContext = (part: number): string => `part ${part}`;

/** One part in clear. Rejects when it is gone or does not open. */
export async function readImportPart(
  database: TemoinDatabase,
  keys: KeyRing,
  id: string,
  part: number,
): Promise<Uint8Array<ArrayBuffer>> {
  const row = await database.get('importParts', [id, part]);
  if (!row) throw new StoreError('database-broken', 'a part is gone');
  const bytes = await keys.open(importOwner(id), row.sealed, partContext(part));
  giveBack(new Uint8Array(row.sealed.data));
  return bytes;
}

/** The bundle's own bytes, part after part. */
export async function* readImportParts(
  database: TemoinDatabase,
  keys: KeyRing,
  id: string,
): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const parts = await database.count('importParts', IDBKeyRange.bound([id], [id, []]));
  for (let part = 0; part < parts; part++) yield readImportPart(database, keys, id, part);
}
