import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../setup/run.mjs';
import { teach } from './teach.ts';

// What the phrases teach, written where the product reads it. docs/phrases.md
writeFileSync(join(ROOT, 'lib', 'core', 'detect', 'weighed', 'weights.ts'), teach());
