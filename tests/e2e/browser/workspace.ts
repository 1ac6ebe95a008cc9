import { existsSync, rmSync } from 'node:fs';
import { cp, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The folders of one launch. */
export interface Workspace {
  /** The profile is a new one: the extension is installed for the first time. */
  fresh: boolean;
  profileDir: string;
  extensionDir: string;
  downloadDir: string;
  /** Puts another build in the place the browser loads the extension from. */
  replaceExtension(source: string): Promise<void>;
  /** Has something undone before the folders go; the last one first. */
  defer(undo: () => Promise<unknown>): void;
  /** Undoes what was deferred and removes what was temporary. */
  remove(): Promise<void>;
}

/**
 * Chromium derives the extension's identity from its folder: with a kept profile, the copy lies beside it, so that the
 * next launch finds its data again.
 */
export async function createWorkspace(source: string, keptProfile?: string): Promise<Workspace> {
  const temporary = await mkdtemp(join(tmpdir(), 'witnessed-'));
  const extensionDir = keptProfile ? `${keptProfile}-extension` : join(temporary, 'extension');
  const profileDir = keptProfile ?? join(temporary, 'profile');
  const downloadDir = join(temporary, 'downloads');
  const replaceExtension = async (from: string) => {
    await rm(extensionDir, { recursive: true, force: true });
    await cp(from, extensionDir, { recursive: true });
  };
  const deferred: (() => Promise<unknown>)[] = [];
  // An interrupted run never comes to `remove`.
  const removeAtExit = () => rmSync(temporary, { recursive: true, force: true });
  process.once('exit', removeAtExit);
  const fresh = !existsSync(profileDir);
  await mkdir(downloadDir);
  await mkdir(profileDir, { recursive: true });
  await replaceExtension(source);
  return {
    fresh,
    profileDir,
    extensionDir,
    downloadDir,
    replaceExtension,
    defer: (undo) => void deferred.push(undo),
    async remove() {
      for (const undo of deferred.splice(0).reverse()) await undo();
      // The browser may still be writing its last files when its process has ended.
      await rm(temporary, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
      process.off('exit', removeAtExit);
    },
  };
}
