import { defineConfig } from 'vitest/config';

/** What was built, read as files: no browser. */
export default defineConfig({
  test: { include: ['tests/package/**/*.test.ts'], testTimeout: 60_000 },
});
