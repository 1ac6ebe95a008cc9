import {
  configure,
  type Entry,
  type FileEntry,
  Reader,
  ZipReader,
} from '@zip.js/zip.js/lib/zip-core-custom.js';
import { crc32 as ownCrc32 } from '../core/bundle/crc32.ts';
import { UnreadableFile } from '../core/verify/check.ts';
import { LIMITS } from './limits.ts';
import { type LocalEntry, localEntries } from './local-headers.ts';
import type { ByteSource, Item } from './ports.ts';
import { readSteps } from './read-steps.ts';
import { UnreadableArchive } from './unreadable-archive.ts';

configure({ useWebWorkers: false });

type Crc32 = typeof ownCrc32;

interface Archive {
  readonly source: ByteSource;
  readonly crc32: Crc32;
}

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

/**
 * Everything in an archive, as its directory announces it, in the order in which it stands there. Rejects with UnreadableArchive, also for one in which another
 * program could see other files: two directories, bytes that belong to no file, files within files. `crc32`: a faster one than ours, where there is one.
 */
export async function listZip(source: ByteSource, crc32: Crc32 = ownCrc32): Promise<readonly Item[]> {
  const reader = new ZipReader(new SourceReader(source));
  const entries: Entry[] = [];
  const most = Math.min(LIMITS.totalBytes, source.size * LIMITS.ratio + LIMITS.slackBytes);
  let total = 0;
  try {
    // Names are judged where they can be told, not here.
    const listing = reader.getEntriesGenerator({ strictness: 'strict', filenameValidation: 'tolerant' });
    for await (const entry of listing) {
      entries.push(entry);
      total += entry.uncompressedSize;
      if (entries.length > LIMITS.items || total > most) throw new UnreadableArchive('too-large');
    }
  } catch (error) {
    const reason = reasonOf(error);
    if (reason !== 'repeated-name')
      throw error instanceof UnreadableArchive ? error : new UnreadableArchive(reason);
  }
  if (entries.some(({ encrypted }) => encrypted)) throw new UnreadableArchive('encrypted');
  const local = await localEntries(source, entries, reader.directoryOffset ?? 0);
  if (!local || holdsDirectoryEnd(reader.comment)) throw new UnreadableArchive('ambiguous');
  return [...local].map(([entry, place]) => itemOf({ source, crc32 }, entry, place));
}

/** Names given twice are told as such: the last thing that is looked at, once every entry is known. */
function reasonOf(error: unknown): 'not-zip' | 'ambiguous' | 'repeated-name' {
  const { message, reason } = error as { readonly message?: unknown; readonly reason?: unknown };
  if (message !== 'Ambiguous archive') return 'not-zip';
  return reason === 'duplicate filename' ? 'repeated-name' : 'ambiguous';
}

/** Programs that look for the end of the directory from the end of the file would take one in the comment for it. */
const holdsDirectoryEnd = (comment: Uint8Array | undefined): boolean =>
  latin(comment ?? new Uint8Array()).includes('PK\u0005\u0006');

const itemOf = ({ source, crc32 }: Archive, entry: Entry, local: LocalEntry): Item => ({
  name: entry.filename,
  kind: kindOf(entry),
  size: entry.uncompressedSize,
  async read(onChunk) {
    if (entry.directory) return;
    if (!local.agrees) throw new UnreadableFile(entry.filename);
    await readEntry(entry, crc32, onChunk, (take) =>
      isStored(entry)
        ? readSteps(source, local.start, entry.compressedSize, take)
        : entry.getData(new WritableStream({ write: take }), { strictness: 'strict' }),
    );
  },
});

/** As it stands: what we write, read without a way round. */
const isStored = ({ compressionMethod, compressedSize, uncompressedSize }: Entry): boolean =>
  compressionMethod === 0 && compressedSize === uncompressedSize;

/** Kinds of Unix files, as the upper half of the attributes has them: none said, a folder, a plain file. */
const PLAIN_TYPES = [0, 0o04, 0o10];

/** What is a folder to some programs and a file to others is neither, and so is a name that two fields give differently. */
function kindOf(entry: Entry): Item['kind'] {
  const type = entry.externalFileAttributes >>> 28;
  const sameName = latin(entry.rawFilename) === entry.filename || !/^[\x20-\x7e]*$/.test(entry.filename);
  const isFolder = entry.filename.endsWith('/') && entry.uncompressedSize === 0;
  if (!PLAIN_TYPES.includes(type) || !sameName || entry.symlink || entry.directory !== isFolder) return 'odd';
  return entry.directory ? 'folder' : 'file';
}

const latin = (bytes: Uint8Array): string => String.fromCharCode(...bytes);

/** Stops as soon as more comes out than was announced. */
async function readEntry(
  entry: FileEntry,
  crc32: Crc32,
  onChunk: (chunk: Uint8Array<ArrayBuffer>) => void,
  bytes: (take: (chunk: Uint8Array<ArrayBuffer>) => void) => Promise<unknown>,
): Promise<void> {
  let left = entry.uncompressedSize;
  let crc = 0;
  try {
    await bytes((chunk) => {
      left -= chunk.length;
      if (left < 0) throw new UnreadableFile(entry.filename);
      crc = crc32(chunk, crc);
      onChunk(chunk);
    });
  } catch {
    throw new UnreadableFile(entry.filename);
  }
  // Of the sum that the archive keeps we have no need; a program that unpacks it would refuse the file.
  if (left !== 0 || crc !== entry.crc32) throw new UnreadableFile(entry.filename);
}
