import { createHash } from 'node:crypto';
import { type FileHandle, open } from 'node:fs/promises';
import {
  configure,
  type Entry,
  type FileEntry,
  Reader,
  ZipReader,
} from '@zip.js/zip.js/lib/zip-core-custom.js';
import { type OpenedBundle, UnreadableFile } from '../core/verify/check.ts';
import { hashing } from './hashing.ts';
import { isSigned } from './signature.ts';

configure({ useWebWorkers: false });

/** Above any honest bundle, below what would fill a machine. */
const LIMITS = {
  entries: 100_000,
  totalBytes: 40 * 1024 ** 3,
  /** Deflate reaches 1032. */
  ratio: 1_100,
  /** Read whole into memory: records, manifests, journal. */
  readBytes: 256 * 1024 ** 2,
} as const;

/** The archive is none, or not one that this program opens; the message is plain French. */
export class UnreadableArchive extends Error {
  override readonly name = 'UnreadableArchive';
}

class HandleReader extends Reader<FileHandle> {
  #handle: FileHandle;

  constructor(handle: FileHandle, size: number) {
    super(handle);
    this.#handle = handle;
    this.size = size;
  }

  override async readUint8Array(index: number, length: number): Promise<Uint8Array<ArrayBuffer>> {
    const bytes = new Uint8Array(Math.max(0, Math.min(length, this.size - index)));
    const { bytesRead } = await this.#handle.read(bytes, 0, bytes.length, index);
    return bytes.subarray(0, bytesRead);
  }
}

/** Opens a bundle and hands it to `use`. Rejects with UnreadableArchive. */
export async function withOpenZip<Value>(
  path: string,
  use: (bundle: OpenedBundle) => Promise<Value>,
): Promise<Value> {
  const handle = await open(path, 'r').catch(() => {
    throw new UnreadableArchive('Le fichier n’existe pas ou ne peut pas être ouvert.');
  });
  try {
    const { size } = await handle.stat();
    const entries = await listEntries(new HandleReader(handle, size));
    return await use(bundleOf(entries));
  } finally {
    await handle.close();
  }
}

async function listEntries(reader: HandleReader): Promise<readonly Entry[]> {
  const entries: Entry[] = [];
  let total = 0;
  try {
    for await (const entry of new ZipReader(reader).getEntriesGenerator()) {
      entries.push(entry);
      total += entry.uncompressedSize;
      if (entries.length > LIMITS.entries || total > LIMITS.totalBytes) {
        throw new UnreadableArchive('L’archive annonce un contenu démesuré : elle n’est pas lue.');
      }
    }
  } catch (error) {
    if (error instanceof UnreadableArchive) throw error;
    throw new UnreadableArchive('Le fichier n’est pas une archive ZIP lisible.');
  }
  if (entries.some(({ encrypted }) => encrypted)) {
    throw new UnreadableArchive(
      'L’archive est protégée par un mot de passe : ouvrez-la d’abord avec celui-ci.',
    );
  }
  return entries;
}

function bundleOf(entries: readonly Entry[]): OpenedBundle {
  const files = entries.filter((entry): entry is FileEntry => !entry.directory);
  const topFolder = topFolderOf(files);
  const byPath = new Map<string, FileEntry>();
  const strangeNames: string[] = [];
  for (const entry of entries) {
    const name = entry.filename;
    const path = name.slice(topFolder.length + 1);
    const plain = /^[\x20-\x7e]+$/.test(name) && !name.includes('\\') && !name.split('/').includes('..');
    const below = name.startsWith(`${topFolder}/`);
    if (!plain || !below || entry.symlink || byPath.has(path)) strangeNames.push(name);
    if (below && !entry.directory && !byPath.has(path)) byPath.set(path, entry);
  }
  const entryOf = (path: string): FileEntry => {
    const entry = byPath.get(path);
    if (!entry) throw new UnreadableFile(path);
    return entry;
  };
  return {
    topFolder,
    paths: new Set(byPath.keys()),
    strangeNames,
    sha256: hashing.sha256,
    isSigned,
    size: (path) => entryOf(path).uncompressedSize,
    async read(path) {
      const entry = entryOf(path);
      if (entry.uncompressedSize > LIMITS.readBytes) throw new UnreadableFile(path);
      const bytes = new Uint8Array(entry.uncompressedSize);
      let at = 0;
      await readEntry(entry, (chunk) => {
        bytes.set(chunk, at);
        at += chunk.length;
      });
      return bytes;
    },
    async hash(path) {
      const hash = createHash('sha256');
      await readEntry(entryOf(path), (chunk) => void hash.update(chunk));
      return hash.digest('hex');
    },
  };
}

/** The folder that holds `bagit.txt`, or the only one there is. */
function topFolderOf(files: readonly FileEntry[]): string {
  const tops = new Set(files.map(({ filename }) => filename.split('/')[0] ?? ''));
  const declared = files.filter(({ filename }) => /^[^/]+\/bagit\.txt$/.test(filename));
  const [only] = declared.length === 1 ? declared.map(({ filename }) => filename.split('/')[0]) : tops;
  const found = declared.length === 1 || tops.size === 1 ? only : undefined;
  if (found === undefined || !files.some(({ filename }) => filename.startsWith(`${found}/`))) {
    throw new UnreadableArchive('L’archive ne contient pas un dossier de preuves unique.');
  }
  return found;
}

/** Stops as soon as more comes out than was announced. */
async function readEntry(entry: FileEntry, onChunk: (chunk: Uint8Array) => void): Promise<void> {
  let left = entry.uncompressedSize;
  if (left > entry.compressedSize * LIMITS.ratio + 1024) throw new UnreadableFile(entry.filename);
  const output = new WritableStream<Uint8Array>({
    write(chunk) {
      left -= chunk.length;
      if (left < 0) throw new UnreadableFile(entry.filename);
      onChunk(chunk);
    },
  });
  try {
    await entry.getData(output, { useWebWorkers: false, checkOverlappingEntry: true });
  } catch {
    throw new UnreadableFile(entry.filename);
  }
  if (left !== 0) throw new UnreadableFile(entry.filename);
}
