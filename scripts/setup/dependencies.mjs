import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expectRun, PINNED_NODE, ROOT } from './run.mjs';

/** What the build tools ask for, where Node is the system's own. */
const OLDEST_NODE = 22;

const STAMP = join(ROOT, 'node_modules', '.stamp');
const npm = (args) => expectRun('npm', args, { shell: process.platform === 'win32' });

/** Changes when what is to be installed changes; an edit to a script of package.json is no reason to reinstall. */
function wanted() {
  const { dependencies, devDependencies, optionalDependencies, overrides } = JSON.parse(
    readFileSync(join(ROOT, 'package.json'), 'utf8'),
  );
  const hash = createHash('sha256').update(
    JSON.stringify([dependencies, devDependencies, optionalDependencies, overrides]),
  );
  for (const file of ['package-lock.json', '.npmrc']) hash.update(readFileSync(join(ROOT, file)));
  return hash.digest('hex');
}

function installed() {
  return existsSync(PINNED_NODE) && existsSync(STAMP) ? readFileSync(STAMP, 'utf8') : undefined;
}

/**
 * Installs exactly what package-lock.json says, unless it is already there. An install script would run the code of
 * strangers on this machine: none is run, and a test says that no dependency needs one. Throws with npm's words if npm
 * fails.
 */
export async function installDependencies() {
  const stamp = wanted();
  if (installed() === stamp) return;
  const ownNode = PINNED_NODE === process.execPath;
  if (ownNode && Number.parseInt(process.versions.node, 10) < OLDEST_NODE) {
    throw new Error(
      `No Node is pinned for this system: install Node ${OLDEST_NODE} or later, and start again.`,
    );
  }
  console.error('Installing the dependencies (once, about a minute)…');
  await npm(['ci', '--ignore-scripts', '--loglevel=error']);
  if (!existsSync(PINNED_NODE)) throw new Error(`npm left no ${PINNED_NODE}`);
  writeFileSync(STAMP, stamp);
}
