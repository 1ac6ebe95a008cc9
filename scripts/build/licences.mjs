import { readdirSync, readFileSync } from 'node:fs';
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
  'EUPL-1.2',
];

const LICENCE_FILE = /^(licen[cs]e|copying)(\.(md|txt))?$/i;

/** The MIT licence's own words, for packages that name it without giving them. */
const MIT = `Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated
documentation files (the “Software”), to deal in the Software without restriction, including without limitation the
rights to use, copy, modify, merge, publish, distribute, sublicense, and/or sell copies of the Software, and to permit
persons to whom the Software is furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in all copies or substantial portions of the
Software.

THE SOFTWARE IS PROVIDED “AS IS”, WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE
WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR
COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR
OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.`;

/** Throws when a package gives no words for its licence and its licence is not one whose words are here. */
function licenceText(folder, licence) {
  const file = readdirSync(folder).find((name) => LICENCE_FILE.test(name));
  if (file) return readFileSync(join(folder, file), 'utf8').replaceAll('\r\n', '\n').trim();
  if (licence !== 'MIT') throw new Error(`${folder} does not hold the words of its licence (${licence})`);
  const { author } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  return `Copyright (c) ${(author?.name ?? author ?? 'the authors').replace(/ <.*/, '')}\n\n${MIT}`;
}

/** What the package says of the work of others, as one text file. `components`: see `componentsOf`. */
export function licencesText(components) {
  const parts = components.map(
    ({ name, version, licence, path }) =>
      `${name} ${version}: ${licence}\n\n${licenceText(join(ROOT, path), licence)}`,
  );
  return [
    'ANEF Témoin is licensed under the EUPL-1.2. It contains work of others, under these licences.',
    ...parts,
  ].join(`\n\n${'-'.repeat(78)}\n\n`);
}
