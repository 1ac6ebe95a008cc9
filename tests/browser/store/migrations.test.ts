import 'fake-indexeddb/auto';
import { deleteDB, openDB } from 'idb';
import { describe, expect, it } from 'vitest';
import { importSource, listImports } from '../../../lib/browser/backup/imports.ts';
import { MIGRATIONS, openDatabase } from '../../../lib/browser/store/database.ts';
import { openDossierSource } from '../../../lib/browser/store/dossier-source.ts';
import { hashing } from '../../../lib/browser/store/hashing.ts';
import { createKeyRing } from '../../../lib/browser/store/key-ring.ts';
import { createWitnessStore } from '../../../lib/browser/store/witness-store.ts';
import { checkChain } from '../../../lib/core/journal/chain.ts';
import { readFrozen, thaw } from './frozen-database.ts';

const SOON = { blocked: 10, silent: 10 };
const versions = MIGRATIONS.map((_step, index) => index + 1);

describe('a database left by an earlier version', () => {
  it.each(versions)('version %i opens today, whole, with everything in it', async (version) => {
    const name = `frozen-${version}`;
    await thaw(name, readFrozen(version));
    const database = await openDatabase(name);
    const keys = createKeyRing(database);
    const [dossier] = await createWitnessStore(database, keys).dossiers();
    expect(dossier?.label).toBe('Dossier A. K.');
    expect(dossier?.head.hidden).toEqual([]);
    const source = await openDossierSource(database, keys, dossier?.head.id ?? '');
    const chain = checkChain(await Array.fromAsync(source.lines()), hashing.sha256);
    expect(chain.problems).toEqual([]);
    expect(chain.head.hash).toBe(dossier?.head.hash);
    for (const kind of ['incident', 'capture', 'picture', 'snapshot'] as const) {
      const files = await Array.fromAsync(source.files(kind));
      expect(files.length).toBeGreaterThan(0);
      for (const file of files) expect(hashing.sha256(file.bytes)).toBe(file.sha256);
    }
    expect(await createWitnessStore(database, keys).waiting()).toHaveLength(1);
    const imports = await listImports(database, keys);
    expect(imports).toHaveLength(version < 2 ? 0 : 1);
    for (const kept of imports) {
      const bytes = await importSource(database, keys, kept).read(0, kept.bytes);
      expect(hashing.sha256(bytes)).toBe(kept.sha256);
    }
    database.close();
    await deleteDB(name);
  });

  it('a migration brings every step in one transaction; one that fails leaves the old version whole', async () => {
    const name = 'cut';
    await thaw(name, readFrozen(1));
    const failing = () => {
      throw new Error('cut in the middle');
    };
    await expect(openDatabase(name, [...MIGRATIONS, failing])).rejects.toMatchObject({
      trouble: 'database-broken',
    });
    const database = await openDatabase(name);
    expect(await database.count('dossiers')).toBe(1);
    database.close();
    await deleteDB(name);
  });

  it('one that an old page holds is given up with its own reason, and never stands in the way later', async () => {
    const name = 'held';
    await thaw(name, readFrozen(MIGRATIONS.length));
    const old = await openDB(name, MIGRATIONS.length);
    const more = () => undefined;
    await expect(openDatabase(name, [...MIGRATIONS, more], undefined, SOON)).rejects.toMatchObject({
      trouble: 'database-blocked',
    });
    old.close();
    const database = await openDatabase(name, [...MIGRATIONS, more]);
    expect(await database.count('dossiers')).toBe(1);
    database.close();
    // Deleting waits for every connection: one that was given up and left open would hold it for ever.
    await deleteDB(name);
  });

  it('one that another page is upgrading without end is given up too', async () => {
    const name = 'upgraded-elsewhere';
    await thaw(name, readFrozen(1));
    let stop: () => void = () => undefined;
    const upgrading = openDB(name, MIGRATIONS.length, {
      async upgrade(_database, _from, _to, transaction) {
        transaction.done.catch(() => undefined);
        for (let going = true; going; ) {
          stop = () => {
            going = false;
          };
          await transaction.objectStore('files').count();
        }
        transaction.abort();
      },
    });
    await expect(openDatabase(name, MIGRATIONS, undefined, SOON)).rejects.toMatchObject({
      trouble: 'database-blocked',
    });
    stop();
    await expect(upgrading).rejects.toThrow();
    const database = await openDatabase(name);
    expect(await database.count('dossiers')).toBe(1);
    database.close();
    await deleteDB(name);
  });

  it('a newer database is refused with its own reason, untouched', async () => {
    const name = 'newer';
    const newer = await openDB(name, MIGRATIONS.length + 1);
    newer.close();
    await expect(openDatabase(name)).rejects.toMatchObject({ trouble: 'database-newer' });
    await deleteDB(name);
  });
});
