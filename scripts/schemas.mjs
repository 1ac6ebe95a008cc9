// npm run schemas: writes docs/schemas from the code. A test compares the two; see docs/schemas/README.md before.
import { runPinned } from './setup/run.mjs';
import { asCommand, setUp } from './setup.mjs';

await asCommand(async () => {
  await setUp();
  return runPinned('scripts/schemas/write.ts');
});
