// Renews the pictures of the documentation from the last tour. Run `npm start -- --tour` first.
import { copyFileSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './setup/run.mjs';

/** Picture of the tour (its name without the number) → picture of the documentation. */
const PICTURES = {
  'popup-incident': 'popup-incident.png',
  'portail-erreur': 'portail-erreur.png',
  'export-pret': 'export.png',
  'pdf-incident': 'chronologie.png',
};

const demo = join(ROOT, 'demo');
const target = join(ROOT, 'docs', 'pictures');
mkdirSync(target, { recursive: true });
const taken = readdirSync(demo);
for (const [name, file] of Object.entries(PICTURES)) {
  const source = taken.find((picture) => picture.replace(/^\d+-/, '') === `${name}.png`);
  if (!source) throw new Error(`demo/ has no picture ${name}: run the tour first`);
  copyFileSync(join(demo, source), join(target, file));
}
console.log(`${Object.keys(PICTURES).length} pictures renewed in ${target}`);
