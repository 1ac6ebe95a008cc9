import { appendFile, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Witnessed } from '../e2e/browser/witnessed.ts';

/** A browser profile that outlives its browsers. */
export interface KeptProfile {
  readonly dir: string;
  /** To be called when a browser has ended, before the next one starts. */
  keepAddress(witnessed: Witnessed): Promise<void>;
  remove(): Promise<void>;
}

/** `dir`: an empty folder, made in the system's temporary one unless given. */
export async function createProfile(dir?: string): Promise<KeptProfile> {
  const base = dir ?? (await mkdtemp(join(tmpdir(), 'kept-')));
  const profile = join(base, 'profile');
  return {
    dir: profile,
    // Firefox gives a temporary extension a random address, writes it late, and puppeteer puts the preferences of
    // before the launch back at the end: an installed one would keep it, and with it its data.
    async keepAddress({ name, origin, extensionId }) {
      if (name !== 'firefox') return;
      const preferences = join(profile, 'prefs.js');
      const uuid = origin.slice('moz-extension://'.length);
      const line = `user_pref("extensions.webextensions.uuids", ${JSON.stringify(JSON.stringify({ [extensionId]: uuid }))});\n`;
      const known = await readFile(preferences, 'utf8').catch(() => '');
      if (!known.endsWith(line)) await appendFile(preferences, `\n${line}`);
    },
    async remove() {
      await rm(`${profile}-extension`, { recursive: true, force: true });
      await rm(dir ? profile : base, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
    },
  };
}
