import { createPublicKey, verify } from 'node:crypto';
import type { OpenedBundle } from '../core/verify/check.ts';

export const isSigned: OpenedBundle['isSigned'] = async (spki, der, bytes) => {
  try {
    const key = createPublicKey({ key: Buffer.from(spki), format: 'der', type: 'spki' });
    const curve = key.asymmetricKeyDetails?.namedCurve;
    return key.asymmetricKeyType === 'ec' && curve === 'secp384r1' && verify('sha256', bytes, key, der);
  } catch {
    return false; // no key at all
  }
};
