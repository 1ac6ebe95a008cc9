import { afterEach, describe, expect, it, vi } from 'vitest';
import { hasRoomFor, hasSpaceAgain } from '../../../lib/browser/store/disk-space.ts';

const MEGABYTE = 1 << 20;

/** A browser that says so much of its storage, on a disk that takes so many bytes. Returns what was written to try it. */
function storage(said: () => object, takes: number) {
  const tried = { bytes: 0, left: 0 };
  const file = {
    createWritable: async () => {
      tried.left++;
      return {
        async write({ length }: Uint8Array) {
          tried.bytes += length;
          if (tried.bytes > takes) throw new DOMException('no space', 'QuotaExceededError');
        },
        abort: async () => void tried.left--,
      };
    },
  };
  vi.stubGlobal('navigator', {
    storage: {
      estimate: async () => said(),
      getDirectory: async () => ({ getFileHandle: async () => file }),
    },
  });
  return tried;
}
afterEach(() => void vi.unstubAllGlobals());

const EVERYTHING = Number.POSITIVE_INFINITY;
const unknown = (): never => {
  throw new TypeError('no such thing');
};

describe('room for a write', () => {
  it.each([
    [
      'where the browser says that it is there',
      () => ({ quota: 9 * MEGABYTE, usage: 3 * MEGABYTE }),
      0,
      true,
    ],
    [
      'not without what must stay free beside it',
      () => ({ quota: 8 * MEGABYTE, usage: 3 * MEGABYTE }),
      0,
      false,
    ],
    [
      'where the browser counts otherwise and the disk takes it',
      () => ({ quota: 1, usage: 9 }),
      EVERYTHING,
      true,
    ],
    ['where the browser says nothing', () => ({}), 0, true],
    ['where the browser cannot be asked', unknown, 0, true],
  ])('%s', async (_case, said, takes, has) => {
    storage(said, takes);
    expect(await hasRoomFor(2 * MEGABYTE)).toBe(has);
  });

  it('is tried only where the browser says that there is none, and nothing of the trial stays', async () => {
    const plenty = storage(() => ({ quota: 99 * MEGABYTE, usage: 0 }), 0);
    await hasRoomFor(MEGABYTE);
    expect(plenty).toEqual({ bytes: 0, left: 0 });
    const full = storage(() => ({ quota: 0, usage: 0 }), 100_000);
    await hasRoomFor(MEGABYTE);
    expect(full).toEqual({ bytes: 131_072, left: 0 });
  });
});

it('space is there again when a capture fits, whatever the browser says', async () => {
  storage(() => ({ quota: 99 * MEGABYTE, usage: 0 }), 5 * MEGABYTE);
  expect(await hasSpaceAgain(0)).toBe(false);
  storage(() => ({ quota: 0, usage: 0 }), 9 * MEGABYTE);
  expect(await hasSpaceAgain(4_000)).toBe(false);
  expect(await hasSpaceAgain(5_000)).toBe(true);
});
