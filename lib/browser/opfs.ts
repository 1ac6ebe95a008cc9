import type { ScratchFile } from '../app/ports.ts';

/**
 * Temporary files of exports, in the extension's private file system. Each is covered by a shared lock as long as a
 * worker writes it or a page offers it, so that cleaning knows what is alive. Deleted by `remove`, when the page that
 * offers it goes, and at the latest when the browser starts the extension again.
 */
const FOLDER = 'exports';
const CHUNK = 1024 * 1024;

const lockName = (name: string): string => `export file ${name}`;

/** The disk refused: full, whatever the browser calls it. */
export class DiskFull extends Error {
  override readonly name = 'DiskFull';
}

/** Only workers have it, and the page's declarations do not know it. */
interface SyncAccessHandle {
  write(chunk: Uint8Array<ArrayBuffer>, at: { at: number }): number;
  read(into: Uint8Array<ArrayBuffer>, at: { at: number }): number;
  flush(): void;
  close(): void;
}
type WorkerFileHandle = FileSystemFileHandle & { createSyncAccessHandle(): Promise<SyncAccessHandle> };

export interface OpfsFile extends ScratchFile {
  readonly name: string;
  /** Everything is on disk; the lock stays. Throws DiskFull. */
  close(): void;
}

/** A new file, in a worker only. Its `write` throws DiskFull. */
export async function createOpfsFile(): Promise<OpfsFile> {
  const name = crypto.randomUUID();
  // Before the file exists, so that no cleaner can ever see it without its lock.
  const release = await keepExport(name);
  try {
    return await openNew(name, release);
  } catch (error) {
    release();
    throw error;
  }
}

async function openNew(name: string, release: () => void): Promise<OpfsFile> {
  const folder = await exportsFolder();
  const file = (await folder.getFileHandle(name, { create: true })) as WorkerFileHandle;
  const handle = await file.createSyncAccessHandle();
  let size = 0;
  let open = true;
  const onDisk = <Value>(job: () => Value): Value => {
    try {
      return job();
    } catch (cause) {
      throw new DiskFull('the browser could not write the file', { cause });
    }
  };
  const close = (): void => {
    if (!open) return;
    open = false;
    try {
      onDisk(() => handle.flush());
    } finally {
      handle.close();
    }
  };
  return {
    name,
    write(chunk) {
      const written = onDisk(() => handle.write(new Uint8Array(chunk), { at: size }));
      size += written;
      if (written < chunk.length) throw new DiskFull('the browser wrote a part only');
    },
    async *read() {
      for (let at = 0; at < size; ) {
        const chunk = new Uint8Array(Math.min(CHUNK, size - at));
        const count = handle.read(chunk, { at });
        if (count === 0) throw new Error('the file is shorter than what was written');
        at += count;
        yield chunk.subarray(0, count);
      }
    },
    close,
    async remove() {
      try {
        close();
      } catch {
        // The file goes anyway.
      }
      try {
        await folder.removeEntry(name);
      } finally {
        release();
      }
    },
  };
}

/** Protects a file from cleaning until the returned function is called or this context ends. */
export function keepExport(name: string): Promise<() => void> {
  return new Promise((resolve, reject) => {
    const held = navigator.locks.request(lockName(name), { mode: 'shared' }, () => {
      return new Promise<void>((release) => resolve(release));
    });
    held.catch(reject);
  });
}

export async function openExport(name: string): Promise<File> {
  const file = await (await exportsFolder()).getFileHandle(name);
  return file.getFile();
}

/** No complaint when it is gone already. */
export async function removeExport(name: string): Promise<void> {
  try {
    await (await exportsFolder()).removeEntry(name);
  } catch (error) {
    if (!(error instanceof DOMException && error.name === 'NotFoundError')) throw error;
  }
}

/** Deletes what no living context holds; whatever cannot be told dead is left alone. Returns how many went. */
export async function removeAbandonedExports(): Promise<number> {
  const folder = await exportsFolder();
  const names: string[] = [];
  for await (const name of folder.keys()) names.push(name);
  let removed = 0;
  for (const name of names) {
    await navigator.locks.request(lockName(name), { ifAvailable: true }, async (lock) => {
      if (!lock) return;
      try {
        await folder.removeEntry(name);
        removed++;
      } catch {
        // Still open somewhere: the next start tries again.
      }
    });
  }
  return removed;
}

async function exportsFolder(): Promise<FileSystemDirectoryHandle> {
  const root = await navigator.storage.getDirectory();
  return root.getDirectoryHandle(FOLDER, { create: true });
}
