import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openDB } from 'idb';

/**
 * Databases as released versions left them, one file a version, never edited: what migrations are tested on. Bytes are
 * `{ $bytes: base64 }`, keys `{ $key: … }` (made for the tests, so they could be written down).
 */
interface FrozenKey {
  readonly format: 'raw' | 'spki';
  readonly data: string;
  readonly algorithm: AesKeyAlgorithm | EcKeyAlgorithm;
  readonly usages: KeyUsage[];
}
interface FrozenStore {
  readonly name: string;
  readonly keyPath: string | string[];
  readonly autoIncrement: boolean;
  readonly indexes: readonly { readonly name: string; readonly keyPath: string[] }[];
  readonly rows: readonly unknown[];
}
export interface Frozen {
  readonly version: number;
  readonly stores: readonly FrozenStore[];
}

const FOLDER = join(import.meta.dirname, 'frozen');

export const readFrozen = (version: number): Frozen =>
  JSON.parse(readFileSync(join(FOLDER, `v${version}.json`), 'utf8')) as Frozen;

/** Makes a database that is exactly what that version left behind. */
export async function thaw(name: string, frozen: Frozen): Promise<void> {
  const rows = await Promise.all(frozen.stores.map(({ rows: stored }) => Promise.all(stored.map(revive))));
  const database = await openDB(name, frozen.version, {
    upgrade(opened) {
      for (const { name: store, keyPath, autoIncrement, indexes } of frozen.stores) {
        const made = opened.createObjectStore(store, { keyPath, autoIncrement });
        for (const index of indexes) made.createIndex(index.name, index.keyPath);
      }
    },
  });
  for (const [index, { name: store }] of frozen.stores.entries()) {
    for (const row of rows[index] ?? []) await database.put(store, row);
  }
  database.close();
}

async function revive(value: unknown): Promise<unknown> {
  if (Array.isArray(value)) return Promise.all(value.map(revive));
  if (typeof value !== 'object' || value === null) return value;
  if ('$bytes' in value) return new Uint8Array(Buffer.from(String(value.$bytes), 'base64'));
  if ('$buffer' in value) return new Uint8Array(Buffer.from(String(value.$buffer), 'base64')).buffer;
  if ('$key' in value) return reviveKey(value.$key as FrozenKey);
  const entries = await Promise.all(
    Object.entries(value).map(async ([key, part]) => [key, await revive(part)]),
  );
  return Object.fromEntries(entries) as unknown;
}

const reviveKey = ({ format, data, algorithm, usages }: FrozenKey): Promise<CryptoKey> =>
  crypto.subtle.importKey(format, Buffer.from(data, 'base64'), algorithm, format === 'spki', usages);

/** The reverse, for the day a version is released: every store of an open database as one JSON value. */
export async function freeze(database: {
  readonly version: number;
  readonly objectStoreNames: Iterable<string>;
  transaction(name: string): { objectStore(name: string): IDBObjectStoreLike };
}): Promise<Frozen> {
  const stores: FrozenStore[] = [];
  for (const name of database.objectStoreNames) {
    const store = database.transaction(name).objectStore(name);
    const indexes = [...store.indexNames].map((index) => ({
      name: index,
      keyPath: [store.index(index).keyPath].flat() as string[],
    }));
    const { keyPath, autoIncrement } = store;
    const rows = await Promise.all((await store.getAll()).map(solidify));
    stores.push({ name, keyPath: keyPath as string | string[], autoIncrement, indexes, rows });
  }
  return { version: database.version, stores };
}

interface IDBObjectStoreLike {
  readonly keyPath: unknown;
  readonly autoIncrement: boolean;
  readonly indexNames: Iterable<string>;
  index(name: string): { readonly keyPath: unknown };
  getAll(): Promise<unknown[]>;
}

async function solidify(value: unknown): Promise<unknown> {
  if (value instanceof Uint8Array) return { $bytes: Buffer.from(value).toString('base64') };
  if (value instanceof ArrayBuffer) return { $buffer: Buffer.from(value).toString('base64') };
  if (value instanceof CryptoKey) {
    const format = value.type === 'secret' ? 'raw' : 'spki';
    const data = Buffer.from(await crypto.subtle.exportKey(format, value)).toString('base64');
    return { $key: { format, data, algorithm: value.algorithm, usages: value.usages } };
  }
  if (Array.isArray(value)) return Promise.all(value.map(solidify));
  if (typeof value !== 'object' || value === null) return value;
  const entries = await Promise.all(
    Object.entries(value).map(async ([key, part]) => [key, await solidify(part)]),
  );
  return Object.fromEntries(entries) as unknown;
}
