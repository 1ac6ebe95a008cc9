import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import { buildVerifier } from '../../scripts/build/verifier.mjs';
import { BUILT } from './built.ts';
import { deedsOf } from './read-script.ts';

/** The page that travels in each bundle, as a stranger gets it. */
describe('verifier.html', () => {
  let html: string;
  const inside = (tag: string) => new RegExp(`<${tag}>([\\s\\S]*?)</${tag}>`).exec(html)?.[1] ?? '';
  const hashOf = (text: string) => createHash('sha256').update(text).digest('base64');
  beforeAll(async () => {
    ({ html } = await buildVerifier());
  });

  it('is made the same, byte for byte, when it is made again', async () => {
    expect((await buildVerifier()).html).toBe(html);
  });

  it('is what the export worker carries', () => {
    for (const { read } of BUILT)
      for (const tag of ['script', 'style'])
        expect(read('export-worker.js').includes(`sha256-${hashOf(inside(tag))}`), tag).toBe(true);
  });

  it('allows its own script and its own style, and nothing else', () => {
    expect(html).toContain(
      `content="default-src 'none'; script-src 'sha256-${hashOf(inside('script'))}'; style-src 'sha256-${hashOf(inside('style'))}'; base-uri 'none'; form-action 'none'"`,
    );
    const body = html.replace(/<!--[\s\S]*?-->/, '');
    expect(body.match(/<script|<style|<link|<iframe|<img/g)).toEqual(['<style', '<script']);
    expect(body).not.toMatch(/\s(?:src|href|on\w+|style)="/);
  });

  it('reaches outside in no way but those that its policy refuses', () => {
    expect(deedsOf('verifier.js', inside('script'))).toEqual({
      // Preact’s dangerouslySetInnerHTML, which no component uses.
      '.innerHTML': 2,
      // zip.js’s workers, which the reader turns off.
      Worker: 3,
      'import()': 1,
    });
    expect(inside('script')).not.toMatch(/\b(?:chrome|browser)\.runtime|@font-face|url\(http/);
  });

  it('gives the words of the licences of what is in it', () => {
    const comment = /<!--([\s\S]*?)-->/.exec(html)?.[1] ?? '';
    for (const name of ['preact', '@zip.js/zip.js', '@noble/hashes', 'zod'])
      expect(comment).toContain(`${name} `);
  });

  it('weighs little beside one picture', () => {
    expect(html.length).toBeLessThan(240_000);
    expect(gzipSync(html, { level: 9 }).length).toBeLessThan(84_000);
  });
});

describe.each(BUILT)('the reader in $name', ({ read }) => {
  it('weighs on the verifier and on the export only', () => {
    const { components } = JSON.parse(read('SBOM.cdx.json')) as {
      components: readonly {
        readonly purl: string;
        readonly evidence: { readonly occurrences: readonly { readonly location: string }[] };
      }[];
    };
    const zip = components.find(({ purl }) => purl.includes('zip.js'));
    const places = zip?.evidence.occurrences.map(({ location }) => location) ?? [];
    expect(places.map((place) => place.replace(/^(chunks\/\w+)-.*$/, '$1')).sort()).toEqual([
      'chunks/verifier',
      'export-worker.js',
    ]);
  });
});
