import { describe, expect, it } from 'vitest';
import { createZipSink } from '../../../lib/browser/store/zip-sink.ts';
import { hashing } from '../../../lib/node/hashing.ts';
import { localHeaders } from '../../app/fixtures/zip-headers.ts';

const DAY = new Date('2026-11-21T09:04:07Z');
const bytesOf = (length: number, seed: number) => Uint8Array.from({ length }, (_, at) => (at * seed) % 251);

describe('createZipSink', () => {
  it('writes each chunk as it comes, sizes first', async () => {
    const written: Buffer[] = [];
    const sink = createZipSink((chunk) => void written.push(Buffer.from(chunk)), DAY);
    const parts = [bytesOf(100_000, 7), bytesOf(300_000, 11), bytesOf(1, 13)];
    const whole = Buffer.concat(parts);
    let most = 0;
    async function* chunks() {
      for (const part of parts) {
        yield part;
        most = Math.max(most, whole.length - Buffer.concat(written).length);
      }
    }
    const file = { path: 'top/large.bin', bytes: whole.length, crc32: hashing.crc32(whole), sha256: '' };
    await sink.addLarge(file, chunks());
    await sink.add('top/none', new Uint8Array(), 0);
    await sink.close();
    const zip = Buffer.concat(written);
    expect(localHeaders(zip).map(({ name, size, dataDescriptor }) => [name, size, dataDescriptor])).toEqual([
      ['top/large.bin', whole.length, false],
      ['top/none', 0, false],
    ]);
    expect(zip.indexOf(whole)).toBeGreaterThan(0);
    expect(most).toBeLessThan(whole.length);
  });

  it('rejects when the disk refuses', async () => {
    const sink = createZipSink(() => {
      throw new Error('no space left');
    }, DAY);
    await expect(sink.add('top/a', bytesOf(10, 3), 0)).rejects.toThrow('no space left');
  });

  it('refuses the same name twice', async () => {
    const sink = createZipSink(() => {}, DAY);
    await sink.add('top/a', bytesOf(10, 3), 0);
    await expect(sink.add('top/a', bytesOf(10, 3), 0)).rejects.toThrow();
  });
});
