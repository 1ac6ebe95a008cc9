import type { BundleSink } from '../../app/ports.ts';
import { directory, localHeader, type ZipEntry } from '../../core/bundle/zip-headers.ts';

/**
 * Writes a ZIP, chunk by chunk, to `write`, which must have taken the bytes when it returns (or rejects).
 * Everything is stored, not deflated: pictures and PDF would not shrink, the texts are a small share of a bundle, and
 * bytes go from the store to the disk without a copy of their own. One entry at a time; a name may come once.
 * `at`: date given to every entry.
 */
export function createZipSink(
  write: (chunk: Uint8Array<ArrayBuffer>) => void | Promise<void>,
  at: Date,
): BundleSink {
  const entries = new Map<string, ZipEntry>();
  let written = 0;
  const put = async (chunk: Uint8Array<ArrayBuffer>): Promise<void> => {
    await write(chunk);
    written += chunk.length;
  };
  const begin = async (path: string, bytes: number, crc32: number): Promise<void> => {
    if (entries.has(path)) throw new Error(`${path} is in the archive already`);
    const entry = { path, bytes, crc32, offset: written };
    entries.set(path, entry);
    await put(localHeader(entry, at));
  };
  return {
    async add(path, bytes, crc32) {
      await begin(path, bytes.length, crc32);
      await put(bytes);
    },
    async addLarge({ path, bytes, crc32 }, chunks) {
      await begin(path, bytes, crc32);
      const start = written;
      for await (const chunk of chunks) await put(chunk);
      if (written - start !== bytes) throw new Error(`${path} is not as long as was announced`);
    },
    async close() {
      for (const header of directory([...entries.values()], written, at)) await put(header);
    },
  };
}
