import { execFileSync } from 'node:child_process';
import { closeSync, ftruncateSync, openSync, rmSync, statfsSync, statSync, writeSync } from 'node:fs';
import { mkdtemp, rmdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { browserName } from '../e2e/stage.ts';
import type { Life } from './life.ts';

/** How often what the browser has freed is filled again (ms). */
const AGAIN = 20;

/** Little space for a browser's profile, which can be filled and emptied under it. */
export interface LittleSpace {
  /** Where the profile goes. */
  readonly dir: string;
  /** The build to load, when it is not the ordinary one. */
  readonly extensionDir?: string;
  /** The browser knows what is left of it. */
  readonly isCounted: boolean;
  /** Fills it until nothing more can be written, whatever the browser frees meanwhile; or once until about so many bytes are left. */
  fill(life: Life, leaving?: number): Promise<void>;
  /** Takes away what filled it. */
  empty(life: Life): Promise<void>;
  remove(): Promise<void>;
}

/** A small file system of its own. Rejects where this machine does not let us mount one. */
export async function createSmallDisk(megabytes: number): Promise<LittleSpace> {
  const dir = await mkdtemp(join(tmpdir(), 'small-disk-'));
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', dir], { stdio: 'pipe' });
  } catch (error) {
    await rmdir(dir);
    throw new Error('A small file system can only be mounted as root', { cause: error });
  }
  const ballast = join(dir, 'ballast');
  const free = () => {
    const { bavail, bsize } = statfsSync(dir);
    return bavail * bsize;
  };
  const fillOnce = (leaving: number): void => {
    const file = openSync(ballast, 'a');
    try {
      for (let left = free() - leaving; left > 0; left = free() - leaving) {
        writeSync(file, new Uint8Array(Math.min(left, 1 << 20)));
      }
      // The browser has taken some of it meanwhile.
      const lacking = Math.min(leaving - free(), statSync(ballast).size);
      if (lacking > 0) ftruncateSync(file, statSync(ballast).size - lacking);
    } catch {
      // No space left: that is what was wanted.
    } finally {
      closeSync(file);
    }
  };
  let keeping: NodeJS.Timeout | undefined;
  return {
    dir,
    isCounted: browserName === 'chromium',
    async fill(_life, leaving = 0) {
      fillOnce(leaving);
      if (leaving === 0) keeping = setInterval(fillOnce, AGAIN, 0);
    },
    async empty() {
      clearInterval(keeping);
      rmSync(ballast, { force: true });
    },
    async remove() {
      clearInterval(keeping);
      execFileSync('umount', ['-l', dir]);
      await rmdir(dir);
    },
  };
}
