import { configure, ZipWriter } from '@zip.js/zip.js/lib/zip-core-custom.js';
import type { BundleSink } from '../app/ports.ts';

configure({ useWebWorkers: false });

/**
 * Writes a ZIP, chunk by chunk, to `write`, which must have taken the bytes when it returns (or rejects).
 * Everything is stored, not deflated: pictures and PDF would not shrink, the texts are a small share of a bundle, and
 * with sizes and CRC known beforehand nothing is buffered and no data descriptor is needed, which some archivers
 * refuse.
 * `at`: date given to every entry.
 */
export function createZipSink(
  write: (chunk: Uint8Array<ArrayBuffer>) => void | Promise<void>,
  at: Date,
): BundleSink {
  const zip = new ZipWriter(new WritableStream<Uint8Array<ArrayBuffer>>({ write }), {
    passThrough: true,
    compressionMethod: 0,
    keepOrder: true,
    useWebWorkers: false,
    lastModDate: at,
  });
  const add = async (path: string, readable: ReadableStream, size: number, crc32: number): Promise<void> => {
    await zip.add(path, { readable, size }, { uncompressedSize: size, crc32 });
  };
  return {
    add: (path, bytes, crc32) => add(path, streamOf([bytes]), bytes.length, crc32),
    addLarge: (file, chunks) => add(file.path, streamOf(chunks), file.bytes, file.crc32),
    async close() {
      await zip.close();
    },
  };
}

/** `ReadableStream.from` is not in every supported Chromium. */
function streamOf(chunks: Iterable<Uint8Array> | AsyncIterable<Uint8Array>): ReadableStream<Uint8Array> {
  const iterator = (async function* () {
    yield* chunks;
  })();
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await iterator.next();
      if (done) controller.close();
      else controller.enqueue(value);
    },
    async cancel() {
      await iterator.return();
    },
  });
}
