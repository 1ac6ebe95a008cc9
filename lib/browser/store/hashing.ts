import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import type { Hashing } from '../../app/ports.ts';
import { crc32 } from '../../core/bundle/crc32.ts';

/** Below this (bytes) the way to WebCrypto and back takes longer than the hash. */
const SMALL = 16 * 1024;

/** Synchronous: WebCrypto answers later, which would end a database transaction, and cannot hash chunk by chunk. */
export const hashing: Hashing = {
  sha256: (bytes) => bytesToHex(sha256(bytes)),
  async digest(bytes) {
    if (bytes.length < SMALL) return bytesToHex(sha256(bytes));
    return bytesToHex(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)));
  },
  crc32: (bytes) => crc32(bytes),
  running() {
    const hash = sha256.create();
    let crc = 0;
    let length = 0;
    return {
      update(chunk) {
        hash.update(chunk);
        crc = crc32(chunk, crc);
        length += chunk.length;
      },
      digest: () => ({ sha256: bytesToHex(hash.digest()), crc32: crc, bytes: length }),
    };
  },
};
