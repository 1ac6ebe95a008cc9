import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import type { Certificate } from '../core/timestamp/certificate.ts';
import type { ReaderPorts } from './ports.ts';
import { createTimestampTrust } from './roots.ts';
import { isSigned } from './signature.ts';
import { timestampCrypto } from './timestamp-crypto.ts';

/** Below this (bytes) the way to WebCrypto and back takes longer than the hash. */
const SMALL = 16 * 1024;

/** In a page: WebCrypto cannot hash chunk by chunk, but is ten times as fast on what is there as a whole. */
export const webPorts: ReaderPorts = {
  sha256: (bytes) => bytesToHex(sha256(bytes)),
  running() {
    const hash = sha256.create();
    return { update: (chunk) => void hash.update(chunk), digest: () => bytesToHex(hash.digest()) };
  },
  async digest(bytes) {
    if (bytes.length < SMALL) return bytesToHex(sha256(bytes));
    return bytesToHex(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)));
  },
  isSigned,
  timestamps: createTimestampTrust([], timestampCrypto),
};

/** The same for a reader who brought these roots of authorities. */
export const webPortsWith = (roots: readonly Certificate[]): ReaderPorts => ({
  ...webPorts,
  timestamps: createTimestampTrust(roots, timestampCrypto),
});
