import { describe, expect, it } from 'vitest';
import { hashing } from '../../lib/node/hashing.ts';
import { readerPorts } from '../../lib/node/reader-ports.ts';
import { LIMITS } from '../../lib/reader/limits.ts';
import { openBundle } from '../../lib/reader/open-bundle.ts';
import type { Item, ReaderPorts } from '../../lib/reader/ports.ts';
import { webPorts } from '../../lib/reader/web-ports.ts';

/** A bundle of files filled with one byte; every reading of one is noted. */
function opened(sizes: Readonly<Record<string, number>>, ports: ReaderPorts) {
  const read: string[] = [];
  const items = Object.entries({ 'bagit.txt': 1, ...sizes }).map(([path, size]): Item => {
    const name = `top/${path}`;
    return {
      name,
      kind: 'file',
      size,
      async read(onChunk) {
        read.push(path);
        onChunk(new Uint8Array(size + 10).fill(7).subarray(5, size + 5));
      },
    };
  });
  return { read, bundle: openBundle(items, ports) };
}
const filled = (size: number) => new Uint8Array(size).fill(7);

describe.each([
  ['in Node', readerPorts],
  ['in a page', webPorts],
])('a file of a bundle, %s', (_, ports) => {
  it('is read once if it is small, whatever is asked of it', async () => {
    const { read, bundle } = opened({ 'data/a.json': 1_000 }, ports);
    expect(await bundle.hash('data/a.json')).toBe(hashing.sha256(filled(1_000)));
    expect(await bundle.read('data/a.json')).toEqual(filled(1_000));
    expect(await bundle.read('data/a.json')).toEqual(filled(1_000));
    expect(read).toEqual(['data/a.json']);
  });

  it('is kept without what was read around it', async () => {
    const { bundle } = opened({ 'data/a.json': 1_000 }, ports);
    expect((await bundle.read('data/a.json')).buffer.byteLength).toBe(1_000);
  });

  it('is read again if it is large', async () => {
    const size = LIMITS.keptFileBytes + 1;
    const { read, bundle } = opened({ 'data/a.pdf': size }, ports);
    expect(await bundle.hash('data/a.pdf')).toBe(hashing.sha256(filled(size)));
    expect(await bundle.read('data/a.pdf')).toEqual(filled(size));
    expect(await bundle.hash('data/a.pdf')).toBe(hashing.sha256(filled(size)));
    expect(read).toEqual(['data/a.pdf', 'data/a.pdf']);
  });

  it('is read again once as much is kept as may be', async () => {
    const size = LIMITS.keptFileBytes;
    const most = LIMITS.keptBytes / size;
    const paths = Array.from({ length: most + 1 }, (_each, at) => `data/${at}.json`);
    const { read, bundle } = opened(Object.fromEntries(paths.map((path) => [path, size])), ports);
    for (const path of [...paths, ...paths]) await bundle.read(path);
    expect(read.length).toBe(paths.length + 1);
  });
});
