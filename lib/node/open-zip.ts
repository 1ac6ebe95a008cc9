import { open } from 'node:fs/promises';
import { crc32 } from 'node:zlib';
import type { OpenedBundle } from '../core/verify/check.ts';
import { listZip } from '../reader/list-zip.ts';
import { openBundle } from '../reader/open-bundle.ts';
import type { Item } from '../reader/ports.ts';
import { UnreadableArchive } from '../reader/unreadable-archive.ts';
import { fileSource } from './file-source.ts';
import { readerPorts } from './reader-ports.ts';

/** Lists what is in a ZIP and hands it to `use`, while it is open. Rejects with UnreadableArchive. */
export async function withZipItems<Value>(
  path: string,
  use: (items: readonly Item[]) => Promise<Value>,
): Promise<Value> {
  const handle = await open(path, 'r').catch(() => {
    throw new UnreadableArchive('no-file');
  });
  try {
    const { size } = await handle.stat();
    return await use(await listZip(fileSource(handle, size), crc32));
  } finally {
    await handle.close();
  }
}

/** Opens a bundle and hands it to `use`. Rejects with UnreadableArchive. */
export const withOpenZip = <Value>(
  path: string,
  use: (bundle: OpenedBundle) => Promise<Value>,
): Promise<Value> => withZipItems(path, (items) => use(openBundle(items, readerPorts)));
