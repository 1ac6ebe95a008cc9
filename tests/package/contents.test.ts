import { execFileSync } from 'node:child_process';
import { resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { isCheckout } from '../../scripts/build/commit.mjs';
import { ALLOWED_LICENCES } from '../../scripts/build/licences.mjs';
import { BUILT } from './built.ts';

const ROOT = resolve(import.meta.dirname, '../..');

interface Component {
  readonly name: string;
  readonly group?: string;
  readonly version: string;
  readonly purl: string;
  readonly hashes: readonly { readonly alg: string; readonly content: string }[];
  readonly licenses: readonly { readonly license: { readonly id: string } }[];
  readonly evidence: { readonly occurrences: readonly { readonly location: string }[] };
}
interface Bom {
  readonly bomFormat: string;
  readonly specVersion: string;
  readonly metadata: {
    readonly component: {
      readonly version: string;
      readonly properties: readonly { readonly name: string; readonly value: string }[];
    };
  };
  readonly components: readonly Component[];
}

const fullName = ({ group, name }: Component) => (group ? `${group}/${name}` : name);

describe.each(BUILT)('what $name says of itself', ({ files, read }) => {
  const bom = JSON.parse(read('SBOM.cdx.json')) as Bom;

  it('reads every page of the portal with a script of at most 15 kB', () => {
    expect(gzipSync(read('witness.js'), { level: 9 }).length).toBeLessThanOrEqual(15_000);
  });

  it('watches a form with a script of at most 14 kB more', () => {
    expect(gzipSync(read('watchers.js'), { level: 9 }).length).toBeLessThanOrEqual(14_000);
  });

  it('loads the cipher of back-ups in their own worker, and nowhere else', () => {
    const places = bom.components
      .filter(({ name, group }) => name === 'age-encryption' || /^@(?:noble|scure)$/.test(group ?? ''))
      .filter((component) => fullName(component) !== '@noble/hashes')
      .flatMap(({ evidence }) => evidence.occurrences.map(({ location }) => location));
    // pdfkit has a cipher of its own for documents with a password.
    expect([...new Set(places)].filter((place) => place !== 'export-worker.js')).toEqual([
      'backup-worker.js',
    ]);
  });

  it('lists its components with version, licence, hash and place', () => {
    expect(bom).toMatchObject({ bomFormat: 'CycloneDX', specVersion: '1.6' });
    expect(bom.components.map(fullName)).toEqual(
      expect.arrayContaining(['@fontsource/noto-sans', 'idb', 'pdfkit', 'preact', 'wxt', 'zod']),
    );
    for (const component of bom.components) {
      expect(component.purl).toMatch(/^pkg:npm\/(?:%40[\w.-]+\/)?[\w.-]+@\d+\.\d+\.\d+/);
      expect(component.hashes).toEqual([
        { alg: 'SHA-512', content: expect.stringMatching(/^[0-9a-f]{128}$/) },
      ]);
      const places = component.evidence.occurrences.map(({ location }) => location);
      expect(places.length, component.purl).toBeGreaterThan(0);
      expect(
        places.filter((place) => !files.includes(place)),
        component.purl,
      ).toEqual([]);
    }
    expect(new Set(bom.components.map(({ purl }) => purl)).size).toBe(bom.components.length);
  });

  it('contains nothing under another licence than those allowed', () => {
    const refused = bom.components.filter(({ licenses }) =>
      licenses.some(({ license }) => !ALLOWED_LICENCES.includes(license.id)),
    );
    expect(refused).toEqual([]);
  });

  it('gives the words of each licence', () => {
    const parts = read('LICENCES.txt')
      .split(`\n${'-'.repeat(78)}\n`)
      .slice(1);
    expect(parts).toHaveLength(bom.components.length);
    for (const component of bom.components) {
      const title = `${fullName(component)} ${component.version}: ${component.licenses[0]?.license.id}`;
      const part = parts.find((text) => text.trim().startsWith(title));
      expect(part?.length ?? 0, title).toBeGreaterThan(400);
    }
  });

  it('has every sentence of the badge in its background, in each language', () => {
    const background = read('background.js');
    for (const language of ['fr', 'en']) {
      const words = JSON.parse(read(`_locales/${language}/messages.json`)) as Record<
        string,
        { message: string }
      >;
      const badge = Object.entries(words).filter(([name]) => name.startsWith('badge_'));
      expect(badge.length).toBeGreaterThan(5);
      for (const [name, { message }] of badge) expect(background.includes(message), name).toBe(true);
    }
  });

  it('names the commit that it was built from, the same in its code', () => {
    const { properties, version } = bom.metadata.component;
    const commit = properties.find(({ name }) => name === 'anef-temoin:commit')?.value ?? '';
    expect(commit).toMatch(/^[0-9a-f]{12}(\+modifie)?$/);
    expect(version).toBe((JSON.parse(read('manifest.json')) as { version: string }).version);
    expect(read('background.js')).toMatch(new RegExp(`["'\`]${RegExp.escape(commit)}["'\`]`));
    if (!isCheckout(ROOT)) return;
    // Throws for a commit that is not in the history of this checkout.
    execFileSync('git', ['merge-base', '--is-ancestor', commit.slice(0, 12), 'HEAD'], { cwd: ROOT });
  });
});
