import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'vitest';
import { browserName, builtExtension } from '../e2e/stage.ts';
import type { LittleSpace } from './full-disk.ts';
import type { Life } from './life.ts';

const MEGABYTES = 30;
/** Chromium asks for the quota of a database that often at most (ms); it is noticed later on a busy machine. */
const NOTICED_WITHIN = 60_000;

/**
 * Puts files beside the database until the browser refuses, or until so much is left. `quota`: what the browser allows,
 * where it says something else (bytes). Runs in a page of the extension.
 */
const fillOrigin = async ({
  quota,
  leaving,
}: {
  quota: number | null;
  leaving: number;
}): Promise<boolean> => {
  const root = await navigator.storage.getDirectory();
  const folder = await root.getDirectoryHandle(leaving > 0 ? 'ballast' : 'ballast-of-the-rest', {
    create: true,
  });
  const left = async (): Promise<number> => {
    const told = await navigator.storage.estimate();
    return (quota ?? told.quota ?? 0) - (told.usage ?? 0) - leaving;
  };
  const put = async (size: number): Promise<boolean> => {
    // Random: what repeats itself would be compressed.
    const bytes = new Uint8Array(size);
    for (let at = 0; at < size; at += 1 << 12) crypto.getRandomValues(bytes.subarray(at, at + (1 << 12)));
    const name = crypto.randomUUID();
    try {
      const file = await folder.getFileHandle(name, { create: true });
      const writing = await file.createWritable();
      await writing.write(bytes).catch((error: unknown) => writing.abort().then(() => Promise.reject(error)));
      await writing.close();
      return true;
    } catch {
      await folder.removeEntry(name).catch(() => undefined); // refused before it was there
      return false;
    }
  };
  for (const size of [1 << 20, 1 << 16, 1 << 12]) {
    while ((leaving === 0 || (await left()) >= size) && (await put(size)));
  }
  return true;
};

const removeFiles = async (name: string): Promise<boolean> => {
  const root = await navigator.storage.getDirectory();
  await root.removeEntry(name, { recursive: true }).catch(() => undefined); // none was put
  return true;
};

/** Whether a database is refused the least write. Runs in a page of the extension. */
const refusesWrites = (): Promise<boolean> =>
  new Promise((done, fail) => {
    const opening = indexedDB.open('ballast', 1);
    opening.onupgradeneeded = () => opening.result.createObjectStore('ballast');
    opening.onerror = () => done(true);
    opening.onsuccess = () => {
      const transaction = opening.result.transaction('ballast', 'readwrite');
      const answer = (refused: boolean) => {
        opening.result.close();
        done(refused);
      };
      transaction.oncomplete = () => answer(false);
      transaction.onabort = () =>
        transaction.error?.name === 'QuotaExceededError' ? answer(true) : fail(transaction.error);
      transaction.objectStore('ballast').put(crypto.getRandomValues(new Uint8Array(1 << 16)), 'one');
    };
  });

/** The build without its unlimited storage, beside the profile. */
async function makeLimitedBuild(dir: string): Promise<string> {
  const extensionDir = join(dir, 'build');
  await cp(builtExtension(browserName), extensionDir, { recursive: true });
  const path = join(extensionDir, 'manifest.json');
  const manifest = JSON.parse(await readFile(path, 'utf8')) as { permissions: string[] };
  const permissions = manifest.permissions.filter((each) => each !== 'unlimitedStorage');
  await writeFile(path, JSON.stringify({ ...manifest, permissions }));
  return extensionDir;
}

/**
 * Chromium 156 tells an extension without unlimited storage that 10 GiB are left, whatever its quota is; files are held
 * to it at once, a database when it next asks. Only the extension that may store without limit is told what is left,
 * and it is held to nothing but the disk.
 */
async function fillInChromium({ page, desk, stage }: Life, leaving: number): Promise<void> {
  const quota = MEGABYTES << 20;
  const session = await page.createCDPSession();
  await session.send('Storage.overrideQuotaForOrigin', { origin: stage.witnessed.origin, quotaSize: quota });
  if (leaving > 0) await desk.surface.evaluate(fillOrigin, { quota, leaving });
  await desk.surface.evaluate(fillOrigin, { quota, leaving: 0 });
  await expect.poll(() => desk.surface.evaluate(refusesWrites), { timeout: NOTICED_WITHIN }).toBe(true);
  if (leaving > 0) await desk.surface.evaluate(removeFiles, 'ballast-of-the-rest');
}

/** Where no file system may be mounted: the extension without its unlimited storage, in a browser that allows little. */
export async function createSmallQuota(): Promise<LittleSpace> {
  const dir = await mkdtemp(join(tmpdir(), 'small-quota-'));
  const extensionDir = await makeLimitedBuild(dir);
  if (browserName === 'firefox') {
    await mkdir(join(dir, 'profile'));
    await writeFile(
      join(dir, 'profile', 'prefs.js'),
      `user_pref("dom.quotaManager.temporaryStorage.fixedLimit", ${MEGABYTES * 1024});\n`,
    );
  }
  return {
    dir,
    extensionDir,
    isCounted: browserName === 'firefox',
    async fill(life, leaving = 0) {
      if (browserName === 'chromium') await fillInChromium(life, leaving);
      else await life.desk.surface.evaluate(fillOrigin, { quota: null, leaving });
    },
    async empty({ desk }) {
      for (const name of ['ballast', 'ballast-of-the-rest']) await desk.surface.evaluate(removeFiles, name);
    },
    remove: () => rm(dir, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 }),
  };
}
