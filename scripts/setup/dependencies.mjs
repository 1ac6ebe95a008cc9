import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expectRun, PINNED_NODE, ROOT } from './run.mjs';

/**
 * Install scripts run code of strangers on this machine: `.npmrc` turns them all off, and these alone are run.
 * Each entry says why.
 */
const ALLOWED_INSTALL_SCRIPTS = {
  node: 'places the program of this system under node_modules/node/bin, from the npm registry',
};

const STAMP = join(ROOT, 'node_modules', '.stamp');
const npm = (args) => expectRun('npm', args, { shell: process.platform === 'win32' });

/** Changes when what is to be installed changes; an edit to a script of package.json is no reason to reinstall. */
function wanted() {
  const { dependencies, devDependencies, overrides } = JSON.parse(
    readFileSync(join(ROOT, 'package.json'), 'utf8'),
  );
  const hash = createHash('sha256').update(JSON.stringify([dependencies, devDependencies, overrides]));
  for (const file of ['package-lock.json', '.npmrc']) hash.update(readFileSync(join(ROOT, file)));
  return hash.digest('hex');
}

function installed() {
  return existsSync(PINNED_NODE) && existsSync(STAMP) ? readFileSync(STAMP, 'utf8') : undefined;
}

/** Installs exactly what package-lock.json says, unless it is already there. Throws with npm's words if npm fails. */
export async function installDependencies() {
  const stamp = wanted();
  if (installed() === stamp) return;
  console.error('Installing the dependencies (once, about a minute)…');
  await npm(['ci', '--ignore-scripts', '--loglevel=error']);
  await npm([
    'rebuild',
    ...Object.keys(ALLOWED_INSTALL_SCRIPTS),
    '--ignore-scripts=false',
    '--loglevel=error',
  ]);
  if (!existsSync(PINNED_NODE)) throw new Error(`npm left no ${PINNED_NODE}`);
  writeFileSync(STAMP, stamp);
}
