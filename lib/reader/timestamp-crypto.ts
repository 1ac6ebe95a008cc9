import { rawSignature } from '../core/seal/ecdsa-signature.ts';
import type { TimestampCrypto } from '../core/timestamp/check-reply.ts';
import type { SignatureScheme } from '../core/timestamp/signature-scheme.ts';

/** Bytes of each number of a signature. */
const NUMBER_BYTES = { 'P-256': 32, 'P-384': 48 } as const;

function namesOf(scheme: SignatureScheme) {
  const { hash } = scheme;
  if (scheme.kind === 'ecdsa') {
    const name = 'ECDSA';
    return { key: { name, namedCurve: scheme.curve }, check: { name, hash } };
  }
  const name = scheme.kind === 'rsa-pss' ? 'RSA-PSS' : 'RSASSA-PKCS1-v1_5';
  const saltLength = scheme.kind === 'rsa-pss' ? scheme.saltLength : 0;
  return { key: { name, hash }, check: { name, saltLength } };
}

/** WebCrypto's; it is the same in Node, where the tests compare the two. */
export const timestampCrypto: TimestampCrypto = {
  digest: async (hash, bytes) => new Uint8Array(await crypto.subtle.digest(hash, bytes)),
  async isSigned(scheme, spki, signature, signed) {
    const raw = scheme.kind === 'ecdsa' ? rawSignature(signature, NUMBER_BYTES[scheme.curve]) : signature;
    if (!raw) return false;
    const { key, check } = namesOf(scheme);
    try {
      const imported = await crypto.subtle.importKey('spki', spki, key, false, ['verify']);
      return await crypto.subtle.verify(check, imported, raw, signed);
    } catch {
      return false; // no key at all
    }
  },
};
