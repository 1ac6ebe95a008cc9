import type { ScratchFile } from '../../app/ports.ts';

/**
 * Temporary files of exports, in the extension's private file system. Each is covered by a shared lock as long as a
 * worker writes it or a page offers it, so that cleaning knows what is alive. Deleted by `remove`, when the page that
 * offers it goes, and at the latest when the browser starts the extension again.
 */
const FOLDER = 'exports';
const CHUNK = 1024 * 1024;
const BUFFER = 256 * 1024;

const lockName = (name: string): string => `export file ${name}`;

/** The disk refused: full, whatever the browser calls it. */
export class DiskFull extends Error {
  override readonly name = 'DiskFull';
}

/** Only workers have it, and the page's declarations do not know it. */
interface SyncAccessHandle {
  write(chunk: Uint8Array<ArrayBuffer>, at: { at: number }): number;
  read(into: Uint8Array<ArrayBuffer>, at: { at: number }): number;
  truncate(size: number): void;
  close(): void;
}
type WorkerFileHandle = FileSystemFileHandle & { createSyncAccessHandle(): Promise<SyncAccessHandle> };

export interface OpfsFile extends ScratchFile {
  readonly name: string;
  /** The system has taken everything; the lock stays. Throws DiskFull. */
  close(): void;
}

/** A new file, in a worker only. Its `write` throws DiskFull. */
export async function createOpfsFile(): Promise<OpfsFile> {
  const name = crypto.randomUUID();
  // Before the file exists, so that no cleaner can ever see it without its lock.
  const release = await keepExport(name);
  try {
    return await openNew(name, release);
  } catch (cause) {
    const folder = await exportsFolder().catch(() => undefined);
    await folder?.removeEntry(name).catch(() => undefined); // there may be none
    release();
    // Its name is new and its folder ours: nothing but the disk can have refused it.
    throw new DiskFull('the browser could not make the file', { cause });
  }
}

/** Whether the disk takes a little more. What else fails on a full one does not always say so. */
export async function hasSpace(): Promise<boolean> {
  try {
    const file = await createOpfsFile();
    try {
      file.write(new Uint8Array(BUFFER));
      file.close();
    } finally {
      await file.remove();
    }
    return true;
  } catch {
    return false;
  }
}

async function openNew(name: string, release: () => void): Promise<OpfsFile> {
  const folder = await exportsFolder();
  const file = (await folder.getFileHandle(name, { create: true })) as WorkerFileHandle;
  const handle = await file.createSyncAccessHandle();
  // A PDF comes in many small pieces, and each write is a call to another process.
  const waiting = new Uint8Array(BUFFER);
  let held = 0;
  let size = 0;
  let open = true;
  const onDisk = <Value>(job: () => Value): Value => {
    try {
      return job();
    } catch (cause) {
      throw new DiskFull('the browser could not write the file', { cause });
    }
  };
  const put = (bytes: Uint8Array<ArrayBuffer>): void => {
    const written = onDisk(() => handle.write(bytes, { at: size }));
    size += written;
    if (written < bytes.length) throw new DiskFull('the browser wrote a part only');
  };
  const empty = (): void => {
    const bytes = waiting.subarray(0, held);
    held = 0;
    put(bytes);
  };
  const close = (): void => {
    if (!open) return;
    open = false;
    try {
      // Not flushed: the system has found room for it and gives it to whoever reads it, and a power cut leaves nothing
      // that is needed. Waiting for the disk would be a good part of an export.
      empty();
    } catch (error) {
      giveUp();
      throw error;
    } finally {
      handle.close();
    }
  };
  /** On a full disk even taking a file away needs a little space: its own. */
  const giveUp = (): void => {
    try {
      handle.truncate(0);
    } catch {
      // It is taken away as it is.
    }
  };
  return {
    name,
    write(chunk) {
      if (held + chunk.length > BUFFER) empty();
      if (chunk.length > BUFFER) put(chunk as Uint8Array<ArrayBuffer>);
      else {
        waiting.set(chunk, held);
        held += chunk.length;
      }
    },
    async *read() {
      empty();
      const chunk = new Uint8Array(CHUNK);
      for (let at = 0; at < size; ) {
        const count = handle.read(chunk, { at });
        if (count === 0) throw new Error('the file is shorter than what was written');
        at += count;
        yield chunk.subarray(0, count);
      }
    },
    close,
    async remove() {
      if (open) {
        open = false;
        giveUp();
        handle.close();
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
function keepExport(name: string): Promise<() => void> {
  return new Promise((resolve, reject) => {
    const held = navigator.locks.request(lockName(name), { mode: 'shared' }, () => {
      return new Promise<void>((release) => resolve(release));
    });
    held.catch(reject);
  });
}

/** A finished file that a page offers: cleaning leaves it alone until `remove`, or until the page ends. */
export interface HeldExport {
  open(): Promise<File>;
  /** Asks for the removal before it returns, so that a page can call it while it goes. */
  remove(): Promise<void>;
}

export async function holdExport(name: string): Promise<HeldExport> {
  const release = await keepExport(name);
  const folder = await exportsFolder();
  const handle = await folder.getFileHandle(name);
  return {
    open: () => handle.getFile(),
    remove: () => folder.removeEntry(name).finally(release),
  };
}

/** A page that has just been closed lets its file go a little later (ms). */
const TRY_AGAIN: readonly number[] = [2_000, 8_000];

/** Deletes what no living context holds; whatever cannot be told dead is left alone. */
export async function removeAbandonedExports(again = TRY_AGAIN): Promise<void> {
  const left = await removeUnheld();
  const [wait, ...later] = again;
  if (left === 0 || wait === undefined) return;
  await new Promise((resolve) => setTimeout(resolve, wait));
  await removeAbandonedExports(later);
}

/** Returns how many are left. */
async function removeUnheld(): Promise<number> {
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
  return names.length - removed;
}

async function exportsFolder(): Promise<FileSystemDirectoryHandle> {
  const root = await navigator.storage.getDirectory();
  return root.getDirectoryHandle(FOLDER, { create: true });
}
