import { describe, expect, it } from 'vitest';
import { componentsOf, packagePathOf } from '../../scripts/build/components.mjs';
import { sbomText } from '../../scripts/build/sbom.mjs';

const HASH = Buffer.alloc(64, 7);
const LOCKED = {
  'node_modules/un': { version: '1.2.3', license: 'MIT', integrity: `sha512-${HASH.toString('base64')}` },
  'node_modules/un/node_modules/@deux/b': {
    version: '0.1.0',
    license: 'ISC',
    integrity: `sha512-${HASH.toString('base64')}`,
  },
};

describe('the package of a module', () => {
  it.each([
    ['/p/node_modules/zod/v4/mini/index.js', 'node_modules/zod'],
    ['/p/node_modules/pdfkit/js/pdfkit.mjs', 'node_modules/pdfkit'],
    [
      '/p/node_modules/pdfkit/node_modules/@noble/hashes/esm/utils.js',
      'node_modules/pdfkit/node_modules/@noble/hashes',
    ],
    ['/elsewhere/node_modules/@noble/hashes/sha2.js', 'node_modules/@noble/hashes'],
    ['\0/p/node_modules/clone/clone.js?commonjs-module', 'node_modules/clone'],
    ['/p/node_modules/@fontsource/noto-sans/files/a.woff?inline', 'node_modules/@fontsource/noto-sans'],
    ['C:\\p\\node_modules\\idb\\build\\index.js', 'node_modules/idb'],
    ['\0rolldown/runtime.js', 'node_modules/rolldown'],
    ['\0virtual:wxt-background-entrypoint', 'node_modules/wxt'],
    ['/p/lib/core/time.ts', null],
  ])('%s', (id, path) => {
    expect(packagePathOf(id, '/p/')).toBe(path);
  });

  it('must be known', () => {
    expect(() => packagePathOf('\0something:new', '/p/')).toThrow('something:new');
    expect(() => packagePathOf('/home/other/code.ts', '/p/')).toThrow('/home/other/code.ts');
  });
});

describe('the bill of materials', () => {
  const files = new Map([
    ['node_modules/un/node_modules/@deux/b', new Set(['b.js', 'a.js'])],
    ['node_modules/un', new Set(['a.js'])],
  ]);

  it('says where each component is, under which licence, from which bytes', () => {
    const components = componentsOf(files, LOCKED);
    const bom = JSON.parse(sbomText({ name: 'essai', version: '9.0.0', commit: 'abc', components }));
    expect(bom).toMatchObject({ bomFormat: 'CycloneDX', specVersion: '1.6' });
    expect(bom.metadata.component).toMatchObject({ name: 'essai', version: '9.0.0' });
    expect(bom.components).toMatchObject([
      {
        group: '@deux',
        name: 'b',
        version: '0.1.0',
        purl: 'pkg:npm/%40deux/b@0.1.0',
        licenses: [{ license: { id: 'ISC' } }],
        evidence: { occurrences: [{ location: 'a.js' }, { location: 'b.js' }] },
      },
      { name: 'un', purl: 'pkg:npm/un@1.2.3', hashes: [{ alg: 'SHA-512', content: HASH.toString('hex') }] },
    ]);
  });

  it('fails for a package that the lock file does not know', () => {
    expect(() => componentsOf(new Map([['node_modules/trois', new Set(['a.js'])]]), LOCKED)).toThrow('trois');
  });
});
