import 'fake-indexeddb/auto';
import { afterEach, describe, expect, it } from 'vitest';
import { openDatabase, type TemoinDatabase } from '../../../lib/browser/store/database.ts';
import { openDeviceKey } from '../../../lib/browser/store/device-key.ts';
import { derSignature } from '../../../lib/core/seal/ecdsa-signature.ts';
import { isSigned } from '../../../lib/reader/signature.ts';

const bytes = new TextEncoder().encode('manifeste');

describe('the key that seals', () => {
  let database: TemoinDatabase;
  let profile = 0;
  const open = async () => {
    profile += 1;
    database = await openDatabase(`profil-${profile}`);
  };
  afterEach(() => database.close());

  it('is made once in a profile, even by two pages at a time', async () => {
    await open();
    const [one, other] = await Promise.all([openDeviceKey(database), openDeviceKey(database)]);
    const later = await openDeviceKey(database);
    expect(other.spki).toEqual(one.spki);
    expect(later.spki).toEqual(one.spki);
    for (const { sign } of [one, other, later])
      expect(await isSigned(one.spki, derSignature(await sign(bytes)), bytes)).toBe(true);
  });

  it('is another one in another profile', async () => {
    await open();
    const { spki } = await openDeviceKey(database);
    database.close();
    await open();
    expect((await openDeviceKey(database)).spki).not.toEqual(spki);
  });

  it('can’t be exported', async () => {
    await open();
    await openDeviceKey(database);
    const kept = await database.get('vault', 'sealing');
    expect(kept?.key.extractable).toBe(false);
    await expect(crypto.subtle.exportKey('pkcs8', kept?.key as CryptoKey)).rejects.toThrow();
  });
});
