import { UnreadableFile } from '../core/verify/check.ts';
import { LIMITS } from './limits.ts';
import type { ByteSource, Item } from './ports.ts';
import { UnreadableArchive } from './unreadable-archive.ts';

/** One file of a folder that was unpacked. `name`: from that folder on, e.g. `dossier-0f3a9c21-20261121/bagit.txt`. */
export interface FolderFile {
  readonly name: string;
  readonly source: ByteSource;
}

/** Bytes read at a time. */
const STEP = 1024 ** 2;

/** Rejects with UnreadableArchive. */
export async function listFolder(files: readonly FolderFile[]): Promise<readonly Item[]> {
  const total = files.reduce((sum, { source }) => sum + source.size, 0);
  if (files.length > LIMITS.items || total > LIMITS.totalBytes) throw new UnreadableArchive('too-large');
  return files.map(({ name, source }) => ({
    name,
    kind: 'file',
    size: source.size,
    read: (onChunk) => readAll(name, source, onChunk),
  }));
}

async function readAll(
  name: string,
  source: ByteSource,
  onChunk: (chunk: Uint8Array) => void,
): Promise<void> {
  for (let at = 0; at < source.size; ) {
    // A file that changed or went away since it was listed.
    const chunk = await source.read(at, STEP).catch(() => undefined);
    if (!chunk || chunk.length === 0) throw new UnreadableFile(name);
    onChunk(chunk);
    at += chunk.length;
  }
}
