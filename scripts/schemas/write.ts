// Writes the schemas of the records, as the code has them; run by the pinned Node.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { FOLDER, frozenSchemas } from './frozen.ts';

mkdirSync(FOLDER, { recursive: true });
for (const [name, text] of frozenSchemas()) writeFileSync(join(FOLDER, name), text);
process.stdout.write(`${FOLDER}: ${frozenSchemas().size}\n`);
