import { rawSignature } from '../core/seal/ecdsa-signature.ts';
import { isP384Key } from '../core/seal/p384-key.ts';
import type { OpenedBundle } from '../core/verify/check.ts';

const ALGORITHM = { name: 'ECDSA', namedCurve: 'P-384', hash: 'SHA-256' } as const;

/** By the WebCrypto of the browser or of Node. */
export const isSigned: OpenedBundle['isSigned'] = async (spki, der, bytes) => {
  const raw = rawSignature(der);
  if (!raw || !isP384Key(spki)) return false;
  try {
    const key = await crypto.subtle.importKey('spki', spki, ALGORITHM, false, ['verify']);
    return await crypto.subtle.verify(ALGORITHM, key, raw, bytes);
  } catch {
    return false; // a point that is not on the curve
  }
};
