import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const ROOT = resolve(import.meta.dirname, '..');
const SOURCES = ['entrypoints', 'components', 'lib'].flatMap((folder) =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name) && !name.endsWith('.d.ts'))
    .map((name) => join(folder, name)),
);

interface Import {
  readonly file: string;
  readonly target: string;
  readonly typeOnly: boolean;
}

const importsOf = (file: string): Import[] => {
  const source = readFileSync(join(ROOT, file), 'utf8');
  const found = source.matchAll(/^(import|export)\s+(type\s)?(?:[^'"]*?from\s+)?['"]([^'"]+)['"]/gms);
  return [...found].map(([, , type, target = '']) => ({
    file,
    target: target.startsWith('.')
      ? relative(ROOT, resolve(ROOT, dirname(file), target.replace(/\?.*$/, '')))
      : target,
    typeOnly: type !== undefined,
  }));
};
const IMPORTS = SOURCES.flatMap(importsOf);

/** Where each layer may look; anything else of ours is a step backwards. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  'lib/core': ['lib/core'],
  'lib/page': ['lib/page', 'lib/core/detect', 'lib/core/privacy'],
  'lib/app': ['lib/app', 'lib/core'],
  // Runs in pages and in Node alike.
  'lib/reader': ['lib/reader', 'lib/core'],
  'lib/render': ['lib/render', 'lib/app', 'lib/core'],
  'lib/browser': ['lib/browser', 'lib/app', 'lib/core', 'lib/reader', 'lib/render'],
  'lib/node': ['lib/node', 'lib/app', 'lib/core', 'lib/reader', 'lib/render'],
  components: ['components', 'public/_locales', 'lib/app', 'lib/core'],
  entrypoints: ['entrypoints', 'components', 'lib'],
};
/** The protocol's types are shared with the page; its code is not. */
const PAGE_TYPES = ['lib/app/protocol.ts', 'lib/app/witness-ports.ts', 'lib/core/bundle/capture-record.ts'];

const isBelow = (path: string, folder: string): boolean => path === folder || path.startsWith(`${folder}/`);
const layerOf = (file: string): string =>
  Object.keys(MAY_IMPORT).find((layer) => isBelow(file, layer)) ?? 'outside every layer';

describe('imports go one way', () => {
  const own = IMPORTS.filter(({ target }) =>
    /^(lib|components|entrypoints|tests|scripts|public)\b/.test(target),
  );

  it('reads the imports at all', () => {
    expect(own.length).toBeGreaterThan(100);
  });

  it('every file belongs to a layer', () => {
    expect(SOURCES.filter((file) => layerOf(file) === 'outside every layer')).toEqual([]);
  });

  it('no file looks backwards', () => {
    const backwards = own.filter(({ file, target, typeOnly }) => {
      const layer = layerOf(file);
      if (layer === 'lib/page' && typeOnly && PAGE_TYPES.includes(target)) return false;
      return !MAY_IMPORT[layer]?.some((folder) => isBelow(target, folder));
    });
    expect(backwards).toEqual([]);
  });

  it('only lib/browser and the entrypoints touch the extension API, the database and settings', () => {
    const browserOnly = /^(webextension-polyfill|wxt(\/.*)?|idb)$/;
    const outside = IMPORTS.filter(
      ({ file, target }) =>
        browserOnly.test(target) && !isBelow(file, 'lib/browser') && !isBelow(file, 'entrypoints'),
    );
    expect(outside).toEqual([]);
  });

  it('the always-on script carries no schema library and no library at all', () => {
    const libraries = IMPORTS.filter(
      ({ file, target, typeOnly }) => !typeOnly && isBelow(file, 'lib/page') && !target.startsWith('lib/'),
    );
    expect(libraries).toEqual([]);
  });

  it('components use no extension API, no storage and no clock', () => {
    const forbidden = /\b(?:browser|chrome)\.\w|localStorage|indexedDB|Date\.now\(|new Date\(\)/;
    const guilty = SOURCES.filter(
      (file) => isBelow(file, 'components') && forbidden.test(readFileSync(join(ROOT, file), 'utf8')),
    );
    expect(guilty).toEqual([]);
  });
});

describe('files stay small', () => {
  const lengths = SOURCES.map((file) => ({
    file,
    lines: readFileSync(join(ROOT, file), 'utf8').split('\n').length,
  })).sort((a, b) => a.lines - b.lines);

  it('entrypoints are wiring: 40 lines at most, but for the state of a screen', () => {
    const screens = /^entrypoints\/\w+\/use-\w+\.ts$/;
    const long = lengths.filter(
      ({ file, lines }) => isBelow(file, 'entrypoints') && !screens.test(file) && lines > 41,
    );
    expect(long).toEqual([]);
  });

  it('95 files in a hundred have 180 lines or less, none more than 250', () => {
    const at95 = lengths[Math.floor(lengths.length * 0.95)];
    expect(at95?.lines).toBeLessThanOrEqual(181);
    // Written by `npm run learn`: data, a line for each weight.
    const learnt = 'lib/core/detect/weighed/weights.ts';
    expect(lengths.filter(({ file, lines }) => lines > 251 && file !== learnt)).toEqual([]);
  });

  it('no file has a name that says nothing', () => {
    expect(SOURCES.filter((file) => /(^|\/)(utils?|helpers?|types?|misc|common)\.tsx?$/.test(file))).toEqual(
      [],
    );
  });
});

describe('the top level', () => {
  it('has what was decided', () => {
    const wanted = [
      'entrypoints',
      'components',
      'lib',
      'tests',
      'wxt.config.ts',
      'package.json',
      'tsconfig.json',
      'README.md',
    ];
    expect(wanted.filter((name) => !statSync(join(ROOT, name), { throwIfNoEntry: false }))).toEqual([]);
  });

  it('uses exact versions only', () => {
    const { dependencies, devDependencies } = JSON.parse(
      readFileSync(join(ROOT, 'package.json'), 'utf8'),
    ) as {
      dependencies: Record<string, string>;
      devDependencies: Record<string, string>;
    };
    const loose = Object.entries({ ...dependencies, ...devDependencies }).filter(
      ([, version]) => !/^\d+\.\d+\.\d+$/.test(version),
    );
    expect(loose).toEqual([]);
  });
});
