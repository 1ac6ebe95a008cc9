import { StoreError } from '../../app/witness-ports.ts';
import type { TemoinDatabase } from './database.ts';
import {
  newOwnerKeys,
  newVaultKey,
  type OwnerKeys,
  openOwnerKey,
  type Sealed,
  seal,
  unseal,
} from './envelope.ts';

/** Owner of everything that waits for its dossier. */
export const WAITING = 'waiting';

/** Seals and opens what each owner (a dossier, or the waiting rooms) keeps in one database. */
export function createKeyRing(database: TemoinDatabase) {
  const publicKeys = new Map<string, CryptoKey>();
  const privateKeys = new Map<string, CryptoKey>();

  /** `add` fails when another context has just made one: then that one is the key. */
  async function vaultKey(): Promise<CryptoKey> {
    const known = await database.get('vault', 'wrapping');
    if (known) return known.key;
    const key = await newVaultKey();
    const transaction = database.transaction('vault', 'readwrite');
    const first = await transaction.store.get('wrapping');
    if (!first) await transaction.store.add({ id: 'wrapping', key });
    await transaction.done;
    return first?.key ?? key;
  }

  async function keysOf(owner: string): Promise<OwnerKeys> {
    const row = await database.get('keys', owner);
    if (row) return row;
    if (owner !== WAITING) throw new StoreError('database-broken', `no key for ${owner}`);
    const made = await newOwnerKeys(await vaultKey());
    const transaction = database.transaction('keys', 'readwrite');
    const first = await transaction.store.get(owner);
    if (!first) await transaction.store.add({ owner, ...made });
    await transaction.done;
    return first ?? made;
  }

  return {
    /** Keys of a new owner, to be stored in the same transaction as its first row. */
    newKeys: async (): Promise<OwnerKeys> => newOwnerKeys(await vaultKey()),

    async seal(owner: string, bytes: Uint8Array<ArrayBuffer>, context: string): Promise<Sealed> {
      const key = publicKeys.get(owner) ?? (await keysOf(owner)).publicKey;
      publicKeys.set(owner, key);
      return seal(key, bytes, `${owner} ${context}`);
    },

    /** Its rows are gone. */
    forget(owner: string): void {
      publicKeys.delete(owner);
      privateKeys.delete(owner);
    },

    async open(owner: string, sealed: Sealed, context: string): Promise<Uint8Array<ArrayBuffer>> {
      let key = privateKeys.get(owner);
      if (!key) {
        key = await openOwnerKey(await vaultKey(), await keysOf(owner));
        privateKeys.set(owner, key);
      }
      return unseal(key, sealed, `${owner} ${context}`);
    },
  };
}
export type KeyRing = ReturnType<typeof createKeyRing>;
