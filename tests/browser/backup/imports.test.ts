import 'fake-indexeddb/auto';
import { deleteDB } from 'idb';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ImportAbout } from '../../../lib/app/backup/backup-ports.ts';
import { PART_BYTES, readImportParts } from '../../../lib/browser/backup/import-parts.ts';
import { eraseImport, importSource, listImports } from '../../../lib/browser/backup/imports.ts';
import { keepImport } from '../../../lib/browser/backup/keep-import.ts';
import { createRestoreTarget } from '../../../lib/browser/backup/restore-target.ts';
import { openDatabase, type TemoinDatabase } from '../../../lib/browser/store/database.ts';
import { hashing } from '../../../lib/browser/store/hashing.ts';
import { createKeyRing, type KeyRing } from '../../../lib/browser/store/key-ring.ts';
import { createWitnessStore } from '../../../lib/browser/store/witness-store.ts';
import { backUp, NO_WATCH, restore, rowsOf } from './backup-trip.ts';

let database: TemoinDatabase;
let keys: KeyRing;
let next = 0;

beforeEach(async () => {
  database = await openDatabase(`imports-${next++}`);
  keys = createKeyRing(database);
});
afterEach(async () => {
  database.close();
  await deleteDB(database.name);
});

/** Longer than two parts, and no two of its parts alike. */
const BYTES = new Uint8Array(2 * PART_BYTES + 12_345).map((_, at) => at >> 8);
const ABOUT: ImportAbout = {
  name: 'dossier-0f3a9c21-20261121.zip',
  bytes: BYTES.length,
  sha256: hashing.sha256(BYTES),
  crc32: hashing.crc32(BYTES),
  importedAt: Date.UTC(2026, 10, 21, 9),
  level: 'sealed',
  keySha256: 'ab'.repeat(32),
  rehearsal: false,
};
const ID = '5f0c2e1a-3b4d-4c5e-8f60-718293a4b5c6';

async function* uneven() {
  for (let at = 0; at < BYTES.length; at += 300_001) yield BYTES.slice(at, at + 300_001);
}
async function keep(id = ID): Promise<boolean> {
  const target = createRestoreTarget(database, keys);
  const taken = await target.stageImport(id, ABOUT, uneven());
  await target.commit([]);
  return taken;
}

describe('a bundle of somebody else', () => {
  it('is kept byte for byte, sealed, and is no dossier', async () => {
    expect(await keep()).toBe(true);
    expect(await listImports(database, keys)).toEqual([{ id: ID, ...ABOUT }]);
    const parts = await Array.fromAsync(readImportParts(database, keys, ID));
    expect(hashing.sha256(new Uint8Array(await new Blob(parts).arrayBuffer()))).toBe(ABOUT.sha256);
    expect(await createWitnessStore(database, keys).dossiers()).toEqual([]);
    expect((await rowsOf(database)).join('\n')).not.toContain('0f3a9c21');
    expect(await database.count('staging')).toBe(0);
  });

  it('is read at any place', async () => {
    await keep();
    const source = importSource(database, keys, { id: ID, ...ABOUT });
    for (const [at, length] of [
      [0, 10],
      [PART_BYTES - 5, 10],
      [100, 2 * PART_BYTES],
      [BYTES.length - 3, 10],
      [BYTES.length, 10],
    ] as const) {
      expect(await source.read(at, length)).toEqual(BYTES.slice(at, at + length));
    }
  });

  it('is kept once', async () => {
    await keep();
    const before = await rowsOf(database);
    expect(await keep('11111111-2222-4333-8444-555555555555')).toBe(false);
    expect(await rowsOf(database)).toEqual(before);
  });

  it('is not kept when its file changes while it is being read', async () => {
    let reads = 0;
    const file = new File([BYTES], ABOUT.name);
    const changing = new Proxy(file, {
      get(target, name) {
        if (name === 'stream') return () => new Blob([BYTES.map((byte) => byte + reads++)]).stream();
        return Reflect.get(target, name);
      },
    });
    const { sha256: _sha256, crc32: _crc32, bytes: _bytes, ...about } = ABOUT;
    const before = await rowsOf(database);
    await expect(keepImport(database, { job: 'keep', file: changing, about }, NO_WATCH)).rejects.toThrow();
    expect(await rowsOf(database)).toEqual(before);
    expect(await keepImport(database, { job: 'keep', file, about }, NO_WATCH)).toMatchObject({
      again: false,
    });
    expect(await listImports(database, keys)).toMatchObject([ABOUT]);
  });

  it('is erased with its key', async () => {
    await keep();
    await eraseImport(database, keys, ID);
    expect(await rowsOf(database)).toEqual([]);
  });

  it('goes into a back-up and comes back', async () => {
    await keep();
    const { file, made } = await backUp(database);
    expect(made.counts.imports).toBe(1);
    await eraseImport(database, keys, ID);
    expect(await restore(database, file)).toMatchObject({ imports: 1, damaged: 0 });
    expect(await listImports(database, keys)).toEqual([{ id: ID, ...ABOUT }]);
    expect(await restore(database, file)).toMatchObject({ imports: 0 });
  });

  it('of which a part is gone is named as damaged, and what else there is is backed up', async () => {
    await keep();
    await database.delete('importParts', [ID, 1]);
    const { file, made } = await backUp(database);
    expect(made.damaged).toBe(1);
    await eraseImport(database, keys, ID);
    expect(await restore(database, file)).toMatchObject({ imports: 0, damaged: 1 });
  });
});
