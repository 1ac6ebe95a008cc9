import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { build } from './build/extension.mjs';
import { ROOT } from './setup/run.mjs';
import { asCommand, setUp } from './setup.mjs';

await asCommand(async () => {
  const zip = process.argv.includes('--zip');
  await setUp();
  const folders = await build({ zip });
  const packages = readdirSync(join(ROOT, '.output')).filter((name) => name.endsWith('.zip'));
  console.log(`Built ${[...folders, ...(zip ? packages.map((name) => `.output/${name}`) : [])].join(', ')}`);
});
