import { execFileSync } from 'node:child_process';
import { closeSync, openSync, rmSync, statfsSync, writeSync } from 'node:fs';
import { mkdtemp, rmdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A file system of its own, small enough to be filled. */
export interface SmallDisk {
  readonly dir: string;
  /** Bytes still free. */
  free(): number;
  /** Fills it until nothing more can be written, or until `rest` bytes are left. */
  fill(rest?: number): void;
  /** Takes away what filled it. */
  empty(): void;
  remove(): Promise<void>;
}

/** Rejects where this machine does not let us mount one. */
export async function createSmallDisk(megabytes: number): Promise<SmallDisk> {
  const dir = await mkdtemp(join(tmpdir(), 'small-disk-'));
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', dir], { stdio: 'pipe' });
  } catch (error) {
    await rmdir(dir);
    throw new Error('a small file system could not be mounted: run this as root', { cause: error });
  }
  const ballast = join(dir, 'ballast');
  const free = () => {
    const { bavail, bsize } = statfsSync(dir);
    return bavail * bsize;
  };
  return {
    dir,
    free,
    fill(rest = 0) {
      const file = openSync(ballast, 'a');
      try {
        while (free() > rest) writeSync(file, new Uint8Array(Math.min(free() - rest, 1 << 20)));
      } catch {
        // No space left: that is what was wanted.
      } finally {
        closeSync(file);
      }
    },
    empty: () => rmSync(ballast, { force: true }),
    async remove() {
      execFileSync('umount', ['-l', dir]);
      await rmdir(dir);
    },
  };
}
