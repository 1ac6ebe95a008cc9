import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import type { Hashing } from '../app/ports.ts';
import { crc32 } from '../core/bundle/crc32.ts';

/** Synchronous: WebCrypto answers later, which would end a database transaction, and cannot hash chunk by chunk. */
export const hashing: Hashing = {
  sha256: (bytes) => bytesToHex(sha256(bytes)),
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
