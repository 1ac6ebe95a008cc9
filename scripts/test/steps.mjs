import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { build, builtFolder, ensureBuilt } from '../build/extension.mjs';
import { dependencyProgram, PINNED_NODE, pinnedEnvironment, run, runPinned } from '../setup/run.mjs';
import { checkTypes } from './types.mjs';
import { runVitest } from './vitest.mjs';

const asOneTest = (code) => (code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 });

async function types() {
  const { code, output } = await checkTypes();
  console.log(output);
  return asOneTest(code);
}

async function lint() {
  const biome = dependencyProgram('@biomejs', 'biome', 'bin', 'biome');
  const { code } = await run(PINNED_NODE, [biome, 'check', '--colors=off', '--error-on-warnings', '.'], {
    env: pinnedEnvironment(),
  });
  return asOneTest(code);
}

/** With `always`, even when nothing changed: a build that only works on top of an older one must not pass. */
const buildStep = (always) => async () => {
  await (always ? build() : ensureBuilt());
  return asOneTest(0);
};

/** Two builds of the commit, apart from each other, are the same bytes. */
async function reproduce() {
  return asOneTest(await runPinned('scripts/reproduce.mjs'));
}

/** Every state of the interface: axe, the keyboard alone, zoom, forced colours, less motion. */
async function looks() {
  return asOneTest(await runPinned('tests/components/shoot.mjs'));
}

const endToEnd = (browser, long) => (filters) => {
  if (!existsSync(join(builtFolder(browser), 'manifest.json'))) throw new Error('there is no build to test');
  const env = { E2E_BROWSER: browser, ...(long && { E2E_LONG: '1' }) };
  return runVitest('vitest.e2e.config.ts', { env, filters, label: long ? '' : `${browser} ·` });
};

/**
 * Steps that run side by side. A browser under test mostly waits, and never for the other: two cores hold both. The long
 * run kills browsers and fills disks, one at a time.
 */
export const SIDE_BY_SIDE = ['e2e-chromium', 'e2e-firefox'];

/**
 * The steps of a whole run, in order; each takes vitest's filters and resolves to `{ passed, failed }`, or throws.
 * The long run holds only what the short one does not.
 */
export const steps = ({ long }) =>
  long
    ? {
        reproduce,
        build: buildStep(false),
        'looks-chromium': looks,
        'long-chromium': endToEnd('chromium', true),
        'long-firefox': endToEnd('firefox', true),
      }
    : {
        types,
        lint,
        unit: (filters) => runVitest('vitest.config.ts', { filters }),
        build: buildStep(true),
        package: (filters) => runVitest('vitest.package.config.ts', { filters }),
        'e2e-chromium': endToEnd('chromium', false),
        'e2e-firefox': endToEnd('firefox', false),
      };
