// npm run --silent detect -- <folder or files> [--at-once 6]
// Standard output carries one JSON line a case and nothing else: docs/cas-de-detection.md
import { ensureBuilt } from './build/extension.mjs';
import { runPinned } from './setup/run.mjs';
import { asCommand, setUp } from './setup.mjs';

await asCommand(async () => {
  await setUp({ browsers: ['chromium'], tools: ['openssl'] });
  await ensureBuilt(['chromium']);
  return runPinned('scripts/detect/run.ts', process.argv.slice(2));
});
