import { defineConfig } from 'vitest/config';

/** End to end: the built extension in a real browser, one file at a time (a tab must stay in front). */
export default defineConfig({
  test: {
    // A file that says so drives Chromium whichever browser is tested: once is enough.
    exclude: process.env.E2E_BROWSER === 'firefox' ? ['**/*.chromium.e2e.ts'] : [],
    include: [process.env.E2E_LONG ? 'tests/long/**/*.e2e.ts' : 'tests/{e2e,page}/**/*.e2e.ts'],
    fileParallelism: false,
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});
