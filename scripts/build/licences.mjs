import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../setup/run.mjs';

/** Licences under which something may be part of the package. */
export const ALLOWED_LICENCES = [
  'MIT',
  'ISC',
  '0BSD',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'Apache-2.0',
  'MPL-2.0',
  'OFL-1.1',
];

/** Packages that do not declare what their own licence file says (read on 2026-11-21). */
const UNDECLARED = { 'png-js': 'MIT' };

const LICENCE_FILE = /^(licen[cs]e|copying)(\.(md|txt))?$/i;

/** Every package that can end up in the extension: `{ name, version, licence, text }`, by name. */
export function shippedPackages() {
  const { packages } = JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8'));
  return Object.entries(packages)
    .filter(([path, { dev, optional }]) => path.startsWith('node_modules/') && !dev && !optional)
    .map(([path, { version, license }]) => {
      const name = path.replace(/^.*node_modules\//, '');
      return {
        name,
        version,
        licence: license ?? UNDECLARED[name] ?? 'unknown',
        text: licenceText(join(ROOT, path)),
      };
    })
    .sort((a, b) => a.name.localeCompare(b.name));
}

function licenceText(folder) {
  const file = existsSync(folder) && readdirSync(folder).find((name) => LICENCE_FILE.test(name));
  return file ? readFileSync(join(folder, file), 'utf8').trim() : '';
}

/** What the package says of the work of others, as one text file. */
export function licencesText() {
  const parts = shippedPackages().map(({ name, version, licence, text }) =>
    `${name} ${version}: ${licence}\n\n${text}`.trim(),
  );
  return [
    'ANEF Témoin is licensed under the EUPL-1.2. It contains work of others, under these licences.',
    ...parts,
  ].join(`\n\n${'-'.repeat(78)}\n\n`);
}
