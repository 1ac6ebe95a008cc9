import { constants, createHash, createPublicKey, verify } from 'node:crypto';
import type { TimestampCrypto } from '../core/timestamp/check-reply.ts';

export const timestampCrypto: TimestampCrypto = {
  digest: async (hash, bytes) => new Uint8Array(createHash(hash.replace('-', '')).update(bytes).digest()),
  async isSigned(scheme, spki, signature, signed) {
    try {
      const key = createPublicKey({ key: Buffer.from(spki), format: 'der', type: 'spki' });
      const how =
        scheme.kind === 'rsa-pss'
          ? { key, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: scheme.saltLength }
          : { key };
      return verify(scheme.hash.replace('-', ''), signed, how, signature);
    } catch {
      return false; // no key at all
    }
  },
};
