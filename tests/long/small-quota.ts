import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { browserName, builtExtension } from '../e2e/stage.ts';
import type { LittleSpace } from './full-disk.ts';

const MEGABYTES = 30;

/**
 * Fills the origin of the extension until its browser refuses, or until it says that so much is left: what would be
 * freed, it counts later. Runs in a page of the extension.
 */
const fillOrigin = (leaving: number): Promise<boolean> =>
  new Promise((done, fail) => {
    const left = async (): Promise<number> => {
      const { quota = 0, usage = 0 } = await navigator.storage.estimate();
      return quota - usage - leaving;
    };
    const opening = indexedDB.open('ballast', 1);
    opening.onupgradeneeded = () => opening.result.createObjectStore('ballast', { autoIncrement: true });
    opening.onerror = () => fail(opening.error);
    opening.onsuccess = () => {
      const write = async (sizes: readonly number[]): Promise<void> => {
        const [size, ...smaller] = sizes;
        if (size === undefined) {
          opening.result.close();
          done(true);
          return;
        }
        if (leaving > 0 && (await left()) < size) return write(smaller);
        // Random: what repeats itself would be compressed.
        const bytes = new Uint8Array(size);
        for (let at = 0; at < size; at += 1 << 12) {
          crypto.getRandomValues(bytes.subarray(at, at + (1 << 12)));
        }
        const transaction = opening.result.transaction('ballast', 'readwrite');
        transaction.oncomplete = () => write(sizes).catch(fail);
        transaction.onabort = () => write(smaller).catch(fail);
        try {
          transaction.objectStore('ballast').add(bytes);
        } catch {
          transaction.abort(); // refused at once: no event would tell
        }
      };
      write([1 << 20, 1 << 16, 1 << 12]).catch(fail);
    };
  });

const emptyOrigin = (): Promise<boolean> =>
  new Promise((done, fail) => {
    const deleting = indexedDB.deleteDatabase('ballast');
    deleting.onsuccess = () => done(true);
    deleting.onerror = () => fail(deleting.error);
  });

/** Where no file system may be mounted: the extension without its unlimited storage, in a browser that allows little. */
export async function createSmallQuota(): Promise<LittleSpace> {
  const dir = await mkdtemp(join(tmpdir(), 'small-quota-'));
  const extensionDir = join(dir, 'build');
  await cp(builtExtension(browserName), extensionDir, { recursive: true });
  const path = join(extensionDir, 'manifest.json');
  const manifest = JSON.parse(await readFile(path, 'utf8')) as { permissions: string[] };
  const permissions = manifest.permissions.filter((each) => each !== 'unlimitedStorage');
  await writeFile(path, JSON.stringify({ ...manifest, permissions }));
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
    isCounted: true,
    async fill({ page, desk, stage }, leaving = 0) {
      if (browserName === 'chromium') {
        const session = await page.createCDPSession();
        const quotaSize = MEGABYTES << 20;
        await session.send('Storage.overrideQuotaForOrigin', { origin: stage.witnessed.origin, quotaSize });
      }
      await desk.surface.evaluate(fillOrigin, leaving);
    },
    async empty({ desk }) {
      await desk.surface.evaluate(emptyOrigin);
    },
    remove: () => rm(dir, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 }),
  };
}
