import { describe, expect, it } from 'vitest';
import type { ByteSource } from '../../lib/reader/ports.ts';
import { readAhead } from '../../lib/reader/read-ahead.ts';

const MB = 1024 ** 2;

/** A prime: the same bytes come again at no place that is read. */
const PERIOD = Uint8Array.from({ length: 65_521 }, (_, at) => at * 31 + (at >>> 8));

/** What stands in the source from a place on. */
function bytesFrom(at: number, length: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(length);
  for (let done = 0; done < length; ) {
    const begin = (at + done) % PERIOD.length;
    const part = PERIOD.subarray(begin, begin + length - done);
    bytes.set(part, done);
    done += part.length;
  }
  return bytes;
}
const isFrom = (bytes: Uint8Array, at: number): boolean =>
  Buffer.compare(bytes, bytesFrom(at, bytes.length)) === 0;

/** So many bytes; what is asked of it is noted. `broken`: a place that cannot be read. */
function sourceOf(size: number, broken = -1) {
  const asked: string[] = [];
  const source: ByteSource = {
    size,
    async read(at, length) {
      const end = Math.min(size, at + length);
      asked.push(`${at / MB}+${length / MB}`);
      if (at <= broken && broken < end) throw new Error('it cannot be read');
      return bytesFrom(at, Math.max(0, end - at));
    },
  };
  return { asked, source };
}
describe('reading ahead', () => {
  it('gives the bytes of the source, wherever they are asked for', async () => {
    const size = 17 * MB + 5;
    const { source } = sourceOf(size);
    const { read } = readAhead(source);
    for (const [at, length, found] of [
      [0, 1, 1],
      [8 * MB - 1, 1, 1],
      [8 * MB - 1, 2, 2],
      [8 * MB, 10, 10],
      [MB, 16 * MB, 16 * MB],
      [size - 3, 3, 3],
      [size - 3, 100, 3],
      [size, 10, 0],
      [size + 10 * MB, 10, 0],
      [5, 0, 0],
    ] as const) {
      const bytes = await read(at, length);
      expect(bytes.length, `${length} from ${at}`).toBe(found);
      expect(isFrom(bytes, at), `${length} from ${at}`).toBe(true);
    }
  });

  it('asks for each block once, and for the next one beforehand', async () => {
    const { asked, source } = sourceOf(20 * MB);
    const { read } = readAhead(source);
    for (let at = 0; at < 9 * MB; at += MB) await read(at, MB);
    expect(asked).toEqual(['0+8', '8+8', '16+8']);
    for (let at = 9 * MB; at < 20 * MB; at += MB) await read(at, MB);
    expect(asked).toEqual(['0+8', '8+8', '16+8']);
  });

  it('asks for nothing beforehand where it jumps, and forgets what lies behind', async () => {
    const { asked, source } = sourceOf(56 * MB);
    const { read } = readAhead(source);
    for (const place of [0, 4, 2, 6, 0]) await read(place * 8 * MB, 1);
    expect(asked).toEqual(['0+8', '32+8', '16+8', '48+8', '0+8']);
  });

  it('asks for what stands apart as it is', async () => {
    const { asked, source } = sourceOf(40 * MB);
    expect(isFrom((await readAhead(source).readApart?.(MB, MB)) ?? Uint8Array.of(1), MB)).toBe(true);
    expect(asked).toEqual(['1+1']);
  });

  it('fails only where the source does', async () => {
    const { read } = readAhead(sourceOf(12 * MB, 3 * MB).source);
    await expect(read(3 * MB - 10, 20)).rejects.toThrow('cannot be read');
    expect(isFrom(await read(2 * MB, MB), 2 * MB)).toBe(true);
    expect(isFrom(await read(7 * MB, 3 * MB), 7 * MB)).toBe(true);
  });

  it('gives less of a source that has become shorter', async () => {
    const { source } = sourceOf(9 * MB);
    const { read } = readAhead({ ...source, size: 24 * MB });
    expect((await read(8 * MB, 2 * MB)).length).toBe(MB);
    expect((await read(12 * MB, MB)).length).toBe(0);
  });
});
