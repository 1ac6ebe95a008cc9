import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The end of the list of migrations, as the build writes it. */
const LAST_STEP = /(createIndex\(.by-room.,\[.room.,.kind.,.at.\]\)\})\]/g;

/** A copy of a build whose database has one version more: what an update brings. */
export async function buildNextVersion(
  extensionDir: string,
): Promise<{ dir: string; remove(): Promise<void> }> {
  const dir = await mkdtemp(join(tmpdir(), 'next-version-'));
  await cp(extensionDir, dir, { recursive: true });
  let changed = 0;
  for (const name of await readdir(dir)) {
    if (!name.endsWith('.js')) continue;
    const code = await readFile(join(dir, name), 'utf8');
    changed += code.match(LAST_STEP)?.length ?? 0;
    await writeFile(join(dir, name), code.replace(LAST_STEP, '$1,()=>{}]'));
  }
  // The background and the export worker.
  if (changed !== 2) throw new Error(`the list of migrations was found ${changed} times`);
  return { dir, remove: () => rm(dir, { recursive: true, force: true }) };
}
