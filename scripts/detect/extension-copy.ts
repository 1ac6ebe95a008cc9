import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { neighbourOf } from '../../lib/core/detect/hosts.ts';
import { builtExtension } from '../../tests/e2e/stage.ts';

export interface Extensions {
  /** Folder of the extension for a page of that address. */
  for(url: string): Promise<string>;
  remove(): Promise<void>;
}

/** A manifest in which the person has granted one more site. */
export const granting = (manifest: string, host: string): string => {
  const parsed = JSON.parse(manifest) as { host_permissions?: string[] };
  const host_permissions = [...(parsed.host_permissions ?? []), `https://${host}/*`];
  return JSON.stringify({ ...parsed, host_permissions });
};

/**
 * The built extension, and copies of it in which one neighbouring site is granted: Chromium's prompt cannot be answered
 * without a window, so there the site stands among the required hosts. Nothing else differs from the build.
 */
export async function prepareExtensions(): Promise<Extensions> {
  const built = builtExtension('chromium');
  const folder = await mkdtemp(join(tmpdir(), 'temoin-neighbours-'));
  const copies = new Map<string, Promise<string>>();
  const copyFor = async (host: string): Promise<string> => {
    const copy = join(folder, host);
    await cp(built, copy, { recursive: true });
    const path = join(copy, 'manifest.json');
    await writeFile(path, granting(await readFile(path, 'utf8'), host));
    return copy;
  };
  return {
    for(url) {
      const host = neighbourOf(url);
      if (host === undefined) return Promise.resolve(built);
      const copy = copies.get(host) ?? copyFor(host);
      copies.set(host, copy);
      return copy;
    },
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}
