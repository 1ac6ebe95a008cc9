import { createHash } from 'node:crypto';
import { crc32 } from 'node:zlib';
import type { Hashing } from '../app/ports.ts';

export const hashing: Hashing = {
  sha256: (bytes) => createHash('sha256').update(bytes).digest('hex'),
  digest: async (bytes) => createHash('sha256').update(bytes).digest('hex'),
  crc32: (bytes) => crc32(bytes),
  running() {
    const hash = createHash('sha256');
    let crc = 0;
    let bytes = 0;
    return {
      update(chunk) {
        hash.update(chunk);
        crc = crc32(chunk, crc);
        bytes += chunk.length;
      },
      digest: () => ({ sha256: hash.digest('hex'), crc32: crc, bytes }),
    };
  },
};
