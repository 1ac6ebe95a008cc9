import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { dependencyProgram, expectRun, PINNED_NODE, pinnedEnvironment, ROOT } from '../setup/run.mjs';
import { commitId, isCheckout } from './commit.mjs';
import { hashSources } from './sources.mjs';

const OUTPUT = join(ROOT, '.output');
const TARGETS = {
  chromium: { folder: '.output/chrome-mv3', args: ['-b', 'chrome'] },
  // WXT's default for Firefox is Manifest V2.
  firefox: { folder: '.output/firefox-mv3', args: ['-b', 'firefox', '--mv3'] },
};
const BROWSERS = Object.keys(TARGETS);
/** What a build is made of: its sources, and the commit that it names. */
const ingredients = () => `${hashSources()} ${commitId(ROOT)}`;
const stampOf = (browser) => join(OUTPUT, `.stamp-${browser}`);

/** Where a browser's build is, as an absolute path. */
export const builtFolder = (browser) => join(ROOT, TARGETS[browser].folder);

/**
 * The sources of the commit, for whoever must make the packages again (a store's reviewer): git's own archive, which
 * names its commit. Not made from an archive, which is that already.
 */
async function archiveSources() {
  if (!isCheckout(ROOT)) return;
  const { name, version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
  const file = join(OUTPUT, `${name}-${version}-sources.zip`);
  await expectRun('git', ['archive', '--format=zip', `--output=${file}`, 'HEAD']);
}

/**
 * Builds the extension, one browser after the other because WXT keeps files of its own in one shared folder.
 * With `zip`, also makes the packages for the stores and the archive of the sources. Returns the folders, relative to the root. Throws with WXT's words.
 */
export async function build({ browsers = BROWSERS, zip = false } = {}) {
  const sources = ingredients();
  mkdirSync(OUTPUT, { recursive: true });
  if (zip) {
    for (const name of readdirSync(OUTPUT)) if (name.endsWith('.zip')) rmSync(join(OUTPUT, name));
  }
  for (const browser of browsers) {
    rmSync(stampOf(browser), { force: true });
    const command = [
      dependencyProgram('wxt', 'bin', 'wxt.mjs'),
      zip ? 'zip' : 'build',
      ...TARGETS[browser].args,
    ];
    await expectRun(PINNED_NODE, command, { env: pinnedEnvironment({ CI: '1' }) });
    writeFileSync(stampOf(browser), sources);
  }
  if (zip) await archiveSources();
  return browsers.map((browser) => TARGETS[browser].folder);
}

const isFresh = (browser, sources) =>
  existsSync(join(builtFolder(browser), 'manifest.json')) &&
  existsSync(stampOf(browser)) &&
  readFileSync(stampOf(browser), 'utf8') === sources;

/** Builds what is older than its sources; set-up must have been done. */
export async function ensureBuilt(browsers = BROWSERS) {
  const sources = ingredients();
  const stale = browsers.filter((browser) => !isFresh(browser, sources));
  if (stale.length === 0) return;
  console.error(`Building the extension (${stale.join(', ')})…`);
  await build({ browsers: stale });
}
