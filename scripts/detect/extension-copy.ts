import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { hostGroup } from '../../lib/core/detect/hosts.ts';
import { builtExtension } from '../../tests/e2e/stage.ts';

/** Patterns of every neighbouring site of `lib/core/detect/hosts.ts`: hosts that a person may grant. */
export const NEIGHBOUR_MATCHES = ['https://*.gouv.fr/*', 'https://www.demarches-simplifiees.fr/*'] as const;

export const isNeighbour = (url: string): boolean => {
  const group = hostGroup(new URL(url).hostname);
  return group !== undefined && group !== 'portal' && group !== 'sso';
};

export interface ExtensionCopy {
  readonly folder: string;
  remove(): Promise<void>;
}

/**
 * The built extension as it is once the neighbouring sites are granted. Chromium's prompt cannot be answered without a
 * window, so in this temporary copy the optional hosts are required ones; nothing else differs from the build.
 */
export async function withNeighbours(): Promise<ExtensionCopy> {
  const folder = await mkdtemp(join(tmpdir(), 'temoin-neighbours-'));
  const remove = () => rm(folder, { recursive: true, force: true });
  try {
    await cp(builtExtension('chromium'), folder, { recursive: true });
    const path = join(folder, 'manifest.json');
    const manifest = JSON.parse(await readFile(path, 'utf8')) as { host_permissions: string[] };
    const host_permissions = [...manifest.host_permissions, ...NEIGHBOUR_MATCHES];
    await writeFile(path, JSON.stringify({ ...manifest, host_permissions }));
    return { folder, remove };
  } catch (error) {
    await remove();
    throw error;
  }
}
