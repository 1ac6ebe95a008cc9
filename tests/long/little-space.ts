import { createSmallDisk, type LittleSpace } from './full-disk.ts';
import { createSmallQuota } from './small-quota.ts';

const MEGABYTES = 400;

/** QUOTA=1 chooses what is otherwise the way out: a quota is refused in other words than a disk. */
export async function createLittleSpace(): Promise<LittleSpace> {
  if (process.env.QUOTA) return createSmallQuota();
  try {
    return await createSmallDisk(MEGABYTES);
  } catch (error) {
    console.warn(`${error}. The browser’s own quota is filled instead.`);
    return createSmallQuota();
  }
}
