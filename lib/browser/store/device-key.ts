import type { DeviceKey } from '../../app/ports.ts';
import type { TemoinDatabase } from './database.ts';

const CURVE = { name: 'ECDSA', namedCurve: 'P-384' } as const;
const SIGNATURE = { name: 'ECDSA', hash: 'SHA-256' } as const;
const PRIVATE = 'sealing';
const PUBLIC = 'sealing-public';

/**
 * The key that seals what this browser profile exports, made the first time it is asked for. Its private half can't be
 * exported, not even by this program; it goes with the profile.
 */
export async function openDeviceKey(database: TemoinDatabase): Promise<DeviceKey> {
  const pair = (await storedPair(database)) ?? (await newPair(database));
  return {
    spki: new Uint8Array(await crypto.subtle.exportKey('spki', pair.publicKey)),
    sign: async (bytes) => new Uint8Array(await crypto.subtle.sign(SIGNATURE, pair.privateKey, bytes)),
  };
}

type Pair = Pick<CryptoKeyPair, 'privateKey' | 'publicKey'>;

async function storedPair(database: TemoinDatabase): Promise<Pair | undefined> {
  const { store } = database.transaction('vault');
  const [secret, open] = await Promise.all([store.get(PRIVATE), store.get(PUBLIC)]);
  return secret && open && { privateKey: secret.key, publicKey: open.key };
}

/** When another page has just made one, that one is the key. */
async function newPair(database: TemoinDatabase): Promise<Pair> {
  const { privateKey, publicKey } = await crypto.subtle.generateKey(CURVE, false, ['sign', 'verify']);
  const transaction = database.transaction('vault', 'readwrite');
  const first = await transaction.store.get(PRIVATE);
  if (!first) {
    await transaction.store.add({ id: PRIVATE, key: privateKey });
    await transaction.store.add({ id: PUBLIC, key: publicKey });
  }
  await transaction.done;
  return (first && (await storedPair(database))) ?? { privateKey, publicKey };
}
