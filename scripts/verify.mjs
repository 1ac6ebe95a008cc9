// npm run verify -- dossier.zip : prints the report, exits 0 only when the bundle is intact.
import { runPinned } from './setup/run.mjs';
import { asCommand, setUp } from './setup.mjs';

await asCommand(async () => {
  await setUp();
  return runPinned('scripts/verify-bundle.ts', process.argv.slice(2));
});
