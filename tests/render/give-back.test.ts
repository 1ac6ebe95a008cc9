import { describe, expect, it } from 'vitest';
import { giveBack } from '../../lib/render/give-back.ts';

const LARGE = 100_000;

describe('giveBack', () => {
  it('takes the memory of a large file at once', () => {
    const bytes = new Uint8Array(LARGE);
    giveBack(bytes);
    expect(bytes.byteLength).toBe(0);
  });

  it.each([
    ['a view of a larger buffer', new Uint8Array(new ArrayBuffer(LARGE + 1), 0, LARGE), LARGE],
    ['a small file', new Uint8Array(1_000), 1_000],
  ])('leaves %s alone', (_, bytes, length) => {
    giveBack(bytes);
    expect(bytes.byteLength).toBe(length);
  });

  it('takes hundreds of megabytes one after the other', () => {
    for (let at = 0; at < 300; at++) {
      const bytes = new Uint8Array(1024 * 1024);
      giveBack(bytes);
      expect(bytes.byteLength).toBe(0);
    }
  });
});
