import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import type { ReaderPorts } from './ports.ts';
import { isSigned } from './signature.ts';
import { timestampCrypto } from './timestamp-crypto.ts';

/** In a page: WebCrypto cannot hash chunk by chunk. */
export const webPorts: ReaderPorts = {
  sha256: (bytes) => bytesToHex(sha256(bytes)),
  running() {
    const hash = sha256.create();
    return { update: (chunk) => void hash.update(chunk), digest: () => bytesToHex(hash.digest()) };
  },
  isSigned,
  // No root can be brought here: an authority stays unknown.
  timestamps: { crypto: timestampCrypto, isVouchedFor: async () => false },
};
