import 'fake-indexeddb/auto';
import { expect, it } from 'vitest';
import { openDatabase, type TemoinDatabase } from '../../../lib/browser/store/database.ts';
import { createFileReader } from '../../../lib/browser/store/dossier-source.ts';
import type { KeyRing } from '../../../lib/browser/store/key-ring.ts';

const ID = 'd';
const keys = { open: async () => new Uint8Array([7]) } as unknown as KeyRing;

async function filled(): Promise<TemoinDatabase> {
  const database = await openDatabase(crypto.randomUUID());
  const sealed = {
    v: 1,
    from: new ArrayBuffer(65),
    iv: new Uint8Array(12),
    data: new ArrayBuffer(8),
  } as const;
  for (const seq of [1, 2, 3])
    await database.put('files', { dossier: ID, seq, kind: 'picture', sha256: '', crc32: seq, sealed });
  return database;
}

/** The same database, which tells what is begun in it. */
function watched(database: TemoinDatabase, get: (key: unknown) => Promise<unknown> | undefined) {
  let begun = 0;
  const transaction = () => {
    begun++;
    const real = database.transaction('files');
    return {
      done: real.done,
      store: { get: (key: [string, number, string]) => get(key) ?? real.store.get(key) },
    };
  };
  const proxy = new Proxy(database, {
    get(target, name) {
      if (name === 'transaction') return transaction;
      const value: unknown = Reflect.get(target, name);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
  return { database: proxy, begun: () => begun };
}

it('files asked for at one time are read in one transaction, later ones in another', async () => {
  const { database, begun } = watched(await filled(), () => undefined);
  const read = createFileReader(database, keys, ID);
  const files = await Promise.all([1, 2, 3, 4].map((seq) => read(seq, 'picture')));
  expect(files.map((file) => file?.crc32)).toEqual([1, 2, 3, undefined]);
  expect(begun()).toBe(1);
  expect((await read(2, 'picture'))?.crc32).toBe(2);
  expect(begun()).toBe(2);
});

it('a row that ends the transaction of its neighbours does not cost them', async () => {
  const aborted = () => Promise.reject(new DOMException('', 'AbortError'));
  const { database } = watched(await filled(), aborted);
  const read = createFileReader(database, keys, ID);
  const files = await Promise.all([1, 2, 3].map((seq) => read(seq, 'picture')));
  expect(files.map((file) => file?.crc32)).toEqual([1, 2, 3]);
});
