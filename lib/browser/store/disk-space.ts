const NAME = 'space';
const CHUNK = 1 << 16;
/** What a capture of a large page takes, about (bytes). */
const CAPTURE = 4 << 20;
/** Between two trials (ms). */
const TRY_EVERY = 5_000;

/** Left free beside each write (bytes): for the browser's own journal, and for what other programs write meanwhile. */
const BESIDE = 4 << 20;

/**
 * Whether the disk takes a write of so many bytes: to be asked before a database is opened or written. After a write
 * that the disk refuses, Chromium 156 was seen to delete the whole database at one of the next openings (2026-11-21:
 * every second time where nothing was left of the disk, never in 15 where 256 kB were).
 *
 * Chromium says what is left of the disk, but only to an extension with unlimited storage (any other is told 10 GiB);
 * where the browser counts otherwise, or says that it is too little, it is tried. Never rejects: what cannot be known
 * stands in nobody's way.
 */
export async function hasRoomFor(bytes = 0): Promise<boolean> {
  try {
    const { quota = Number.POSITIVE_INFINITY, usage = 0 } = await navigator.storage.estimate();
    if (quota - usage >= bytes + BESIDE) return true;
  } catch {
    return true;
  }
  return takes(bytes + BESIDE);
}

let triedAt = Number.NEGATIVE_INFINITY;

/**
 * Whether a disk that was full takes a capture again. Says no, too, when it was tried a moment ago: the trial takes what
 * little there is, for as long as it lasts.
 */
export async function hasSpaceAgain(now = Date.now()): Promise<boolean> {
  if (Math.abs(now - triedAt) < TRY_EVERY) return false;
  triedAt = now;
  return takes(CAPTURE + BESIDE);
}

/** Tried with a temporary file beside the database, which Chromium would close with a refused write. */
async function takes(bytes: number): Promise<boolean> {
  try {
    const root = await navigator.storage.getDirectory();
    const file = await root.getFileHandle(NAME, { create: true });
    const writing = await file.createWritable();
    try {
      // Of chance: a file system may make nothing of what repeats itself.
      const chunk = crypto.getRandomValues(new Uint8Array(CHUNK));
      for (let left = bytes; left > 0; left -= CHUNK) await writing.write(chunk);
    } finally {
      await writing.abort();
    }
    return true;
  } catch {
    return false;
  }
}
