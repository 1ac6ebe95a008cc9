import { describe, expect, it } from 'vitest';
import { ALLOWED_LICENCES, licencesText, shippedPackages } from '../scripts/build/licences.mjs';

describe('what the package contains of others', () => {
  it('is all under a licence that allows it', () => {
    const refused = shippedPackages().filter(({ licence }) => !ALLOWED_LICENCES.includes(licence));
    expect(refused).toEqual([]);
  });

  it('is named, with its licence', () => {
    const text = licencesText();
    for (const name of ['preact', 'zod', 'idb', 'pdfkit', '@zip.js/zip.js', '@fontsource/noto-sans']) {
      expect(text).toContain(`${name} `);
    }
    expect(text).toContain('SIL OPEN FONT LICENSE');
  });
});
