import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { componentsOf } from '../scripts/build/components.mjs';
import { ALLOWED_LICENCES, licencesText } from '../scripts/build/licences.mjs';

interface Locked {
  readonly dev?: boolean;
  readonly optional?: boolean;
}
const { packages } = JSON.parse(
  readFileSync(resolve(import.meta.dirname, '../package-lock.json'), 'utf8'),
) as { readonly packages: Readonly<Record<string, Locked>> };

/** Every package that our own imports may bring in; tests/package looks at what the bundler really took. */
const expected = componentsOf(
  new Map(
    Object.entries(packages)
      .filter(([path, { dev, optional }]) => path.startsWith('node_modules/') && !dev && !optional)
      .map(([path]) => [path, new Set<string>()]),
  ),
);

describe('what the package may contain of others', () => {
  it('is all under a licence that allows it', () => {
    expect(expected.length).toBeGreaterThan(10);
    expect(expected.filter(({ licence }) => !ALLOWED_LICENCES.includes(licence))).toEqual([]);
  });

  it('no allowed licence is of the GPL’s family or forbids a use', () => {
    expect(ALLOWED_LICENCES.filter((licence) => /GPL|SSPL|BUSL|CC-BY-(NC|SA)/.test(licence))).toEqual([]);
  });

  it('is named, with the words of its licence', () => {
    const text = licencesText(expected);
    for (const name of ['preact', 'zod', 'idb', 'pdfkit', '@zip.js/zip.js', '@fontsource/noto-sans']) {
      expect(text).toContain(`${name} `);
    }
    expect(text).toContain('SIL OPEN FONT LICENSE');
    // Its package does not hold them.
    expect(text).toMatch(/brotli 1\.3\.3: MIT\s+Copyright \(c\) Devon Govett\s+Permission is hereby granted/);
  });
});
