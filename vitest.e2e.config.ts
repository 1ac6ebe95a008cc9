import { defineConfig } from 'vitest/config';
import { PATIENCE_MS } from './tests/e2e/browser/soon.ts';

const isLong = Boolean(process.env.E2E_LONG);
const isFirefox = process.env.E2E_BROWSER === 'firefox';

/** End to end: the built extension in a real browser, one file at a time (a tab must stay in front). */
export default defineConfig({
  test: {
    // A file that says `chromium` drives Chromium whichever browser is tested: once is enough. One that says `slow` is
    // played in Chromium each time, and in Firefox in the long run.
    exclude: isFirefox ? ['**/*.chromium.e2e.ts', ...(isLong ? [] : ['**/*.slow.e2e.ts'])] : [],
    include: isLong
      ? ['tests/long/**/*.e2e.ts', 'tests/e2e/**/*.slow.e2e.ts']
      : ['tests/{e2e,page}/**/*.e2e.ts'],
    fileParallelism: false,
    expect: { poll: { timeout: PATIENCE_MS } },
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});
