// npm run bench [-- --browser chromium,firefox] [-- --only popup-10,popup-1000] [-- --runs 3]
// Standard output carries JSON lines and nothing else; what each means: docs/bancs.md
import { parseOptions } from './bench/options.mjs';
import { ensureBuilt } from './build/extension.mjs';
import { runPinned } from './setup/run.mjs';
import { asCommand, setUp } from './setup.mjs';

await asCommand(async () => {
  const args = process.argv.slice(2);
  const { browsers } = parseOptions(args);
  await setUp({ browsers, tools: ['openssl', 'zip', 'unzip'] });
  await ensureBuilt();
  return runPinned('scripts/bench/run.ts', args);
});
