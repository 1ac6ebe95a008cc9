import preact from '@preact/preset-vite';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  plugins: [preact()],
  test: {
    // Long enough for a busy machine: what is measured is never time.
    testTimeout: 60_000,
    // By default one core is left alone: nothing runs beside these.
    maxWorkers: '100%',
    include: ['tests/**/*.test.{ts,tsx}'],
    exclude: ['tests/e2e/**', 'tests/long/**', 'tests/package/**', '**/*.e2e.ts'],
  },
});
