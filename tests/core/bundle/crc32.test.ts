import { randomBytes } from 'node:crypto';
import { crc32 as reference } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { crc32 } from '../../../lib/core/bundle/crc32.ts';

describe('crc32', () => {
  const bytes = new Uint8Array(randomBytes(70_000));

  it('is that of zlib, wherever the bytes begin and end', () => {
    for (const length of [0, 1, 3, 4, 15, 16, 17, 31, 32, 33, 47, 48, 49, 63, 64, 65, 1000, 65_537])
      for (let begin = 0; begin < 8; begin++) {
        const part = bytes.subarray(begin, begin + length);
        expect(crc32(part), `${length} bytes from ${begin}`).toBe(reference(part));
      }
  });

  it('goes on from what came first, wherever that ended', () => {
    for (let cut = 0; cut < 200; cut++)
      expect(crc32(bytes.subarray(cut), crc32(bytes.subarray(0, cut))), `cut at ${cut}`).toBe(
        reference(bytes),
      );
  });

  it('sees each bit', () => {
    const whole = bytes.slice(0, 100);
    const sum = crc32(whole);
    for (let bit = 0; bit < whole.length * 8; bit++) {
      const changed = whole.slice();
      changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      expect(crc32(changed), `bit ${bit}`).not.toBe(sum);
    }
  });
});
