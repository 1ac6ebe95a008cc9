// npm run learn: teaches the reader by weights anew, from the phrases of scripts/learn/phrases
import { runPinned } from './setup/run.mjs';
import { asCommand, setUp } from './setup.mjs';

await asCommand(async () => {
  await setUp();
  return runPinned('scripts/learn/run.ts', process.argv.slice(2));
});
