/**
 * Sealing of stored bytes. Each sealed thing has a key of its own, agreed between a fresh ECDH pair and the owner's
 * public key (P-256, HKDF-SHA-256, AES-256-GCM): writing needs only the public half, so that witnessing can go on
 * while a passphrase locks the private one. `context` is authenticated: a row cannot be passed off as another.
 */
export interface Sealed {
  readonly v: 1;
  /** Raw public key of the fresh pair, 65 bytes. */
  readonly from: ArrayBuffer;
  readonly iv: Uint8Array<ArrayBuffer>;
  readonly data: ArrayBuffer;
}

const CURVE = { name: 'ECDH', namedCurve: 'P-256' } as const;
const encoder = new TextEncoder();

async function agree(
  own: CryptoKey,
  other: CryptoKey,
  from: ArrayBuffer,
  usage: 'encrypt' | 'decrypt',
): Promise<CryptoKey> {
  const shared = await crypto.subtle.deriveBits({ name: 'ECDH', public: other }, own, 256);
  const material = await crypto.subtle.importKey('raw', shared, 'HKDF', false, ['deriveKey']);
  const derivation = {
    name: 'HKDF',
    hash: 'SHA-256',
    salt: from,
    info: encoder.encode('anef-temoin/sealed/1'),
  };
  return crypto.subtle.deriveKey(derivation, material, { name: 'AES-GCM', length: 256 }, false, [usage]);
}

export async function seal(
  publicKey: CryptoKey,
  bytes: Uint8Array<ArrayBuffer>,
  context: string,
): Promise<Sealed> {
  const fresh = await crypto.subtle.generateKey(CURVE, false, ['deriveBits']);
  const from = await crypto.subtle.exportKey('raw', fresh.publicKey);
  const key = await agree(fresh.privateKey, publicKey, from, 'encrypt');
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const additionalData = encoder.encode(context);
  const data = await crypto.subtle.encrypt({ name: 'AES-GCM', iv, additionalData }, key, bytes);
  return { v: 1, from, iv, data };
}

/** Rejects when the bytes were altered or belong to another context. */
export async function unseal(
  privateKey: CryptoKey,
  sealed: Sealed,
  context: string,
): Promise<Uint8Array<ArrayBuffer>> {
  const other = await crypto.subtle.importKey('raw', sealed.from, CURVE, false, []);
  const key = await agree(privateKey, other, sealed.from, 'decrypt');
  const additionalData = encoder.encode(context);
  const clear = await crypto.subtle.decrypt(
    { name: 'AES-GCM', iv: sealed.iv, additionalData },
    key,
    sealed.data,
  );
  return new Uint8Array(clear);
}

/** The device's wrapping key: kept beside what it wraps until a passphrase replaces it. */
export const newVaultKey = (): Promise<CryptoKey> =>
  crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['wrapKey', 'unwrapKey']);

export interface OwnerKeys {
  readonly publicKey: CryptoKey;
  readonly wrapped: ArrayBuffer;
  readonly iv: Uint8Array<ArrayBuffer>;
}

export async function newOwnerKeys(vaultKey: CryptoKey): Promise<OwnerKeys> {
  const pair = await crypto.subtle.generateKey(CURVE, true, ['deriveBits']);
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const wrapped = await crypto.subtle.wrapKey('pkcs8', pair.privateKey, vaultKey, { name: 'AES-GCM', iv });
  return { publicKey: pair.publicKey, wrapped, iv };
}

export const openOwnerKey = (vaultKey: CryptoKey, keys: OwnerKeys): Promise<CryptoKey> =>
  crypto.subtle.unwrapKey('pkcs8', keys.wrapped, vaultKey, { name: 'AES-GCM', iv: keys.iv }, CURVE, false, [
    'deriveBits',
  ]);
