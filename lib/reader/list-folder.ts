import { UnreadableFile } from '../core/verify/check.ts';
import { LIMITS } from './limits.ts';
import type { ByteSource, Item } from './ports.ts';
import { readSteps } from './read-steps.ts';
import { UnreadableArchive } from './unreadable-archive.ts';

/** One file of a folder that was unpacked. `name`: from that folder on, e.g. `dossier-0f3a9c21-20261121/bagit.txt`. */
export interface FolderFile {
  readonly name: string;
  readonly source: ByteSource;
}

/** Rejects with UnreadableArchive. */
export async function listFolder(files: readonly FolderFile[]): Promise<readonly Item[]> {
  const total = files.reduce((sum, { source }) => sum + source.size, 0);
  if (files.length > LIMITS.items || total > LIMITS.totalBytes) throw new UnreadableArchive('too-large');
  return files.map(({ name, source }) => ({
    name,
    kind: 'file',
    size: source.size,
    read: (onChunk) =>
      // A file that changed or went away since it was listed.
      readSteps(source, 0, source.size, onChunk).catch((error: unknown) => {
        throw error instanceof UnreadableArchive ? error : new UnreadableFile(name);
      }),
  }));
}
