import {
  configure,
  type Entry,
  type FileEntry,
  Reader,
  ZipReader,
} from '@zip.js/zip.js/lib/zip-core-custom.js';
import { UnreadableFile } from '../core/verify/check.ts';
import { LIMITS } from './limits.ts';
import type { ByteSource, Item } from './ports.ts';
import { UnreadableArchive } from './unreadable-archive.ts';

configure({ useWebWorkers: false });

class SourceReader extends Reader<ByteSource> {
  #source: ByteSource;

  constructor(source: ByteSource) {
    super(source);
    this.#source = source;
    this.size = source.size;
  }

  override async readUint8Array(index: number, length: number): Promise<Uint8Array<ArrayBuffer>> {
    const wanted = Math.max(0, Math.min(length, this.size - index));
    if (wanted > LIMITS.pieceBytes) throw new UnreadableArchive('too-large');
    return this.#source.read(index, wanted);
  }
}

/** Everything in an archive, as its directory announces it. Rejects with UnreadableArchive. */
export async function listZip(source: ByteSource): Promise<readonly Item[]> {
  const entries: Entry[] = [];
  const most = Math.min(LIMITS.totalBytes, source.size * LIMITS.ratio + LIMITS.slackBytes);
  let total = 0;
  try {
    // Names are judged where they can be told, not here.
    const listing = new ZipReader(new SourceReader(source)).getEntriesGenerator({
      filenameValidation: 'tolerant',
    });
    for await (const entry of listing) {
      entries.push(entry);
      total += entry.uncompressedSize;
      if (entries.length > LIMITS.items || total > most) throw new UnreadableArchive('too-large');
    }
  } catch (error) {
    throw error instanceof UnreadableArchive ? error : new UnreadableArchive('not-zip');
  }
  if (entries.some(({ encrypted }) => encrypted)) throw new UnreadableArchive('encrypted');
  return entries.map(itemOf);
}

const itemOf = (entry: Entry): Item => ({
  name: entry.filename,
  kind: entry.directory ? 'folder' : entry.symlink ? 'link' : 'file',
  size: entry.uncompressedSize,
  read: (onChunk) => (entry.directory ? Promise.resolve() : readEntry(entry, onChunk)),
});

/** Stops as soon as more comes out than was announced. */
async function readEntry(entry: FileEntry, onChunk: (chunk: Uint8Array) => void): Promise<void> {
  let left = entry.uncompressedSize;
  const output = new WritableStream<Uint8Array>({
    write(chunk) {
      left -= chunk.length;
      if (left < 0) throw new UnreadableFile(entry.filename);
      onChunk(chunk);
    },
  });
  try {
    // The two places where an archive gives a name and sizes must agree: other programs may read the other one.
    await entry.getData(output, { checkLocalFilename: true, checkOverlappingEntry: true });
  } catch {
    throw new UnreadableFile(entry.filename);
  }
  if (left !== 0) throw new UnreadableFile(entry.filename);
}
