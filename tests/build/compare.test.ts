import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { compareBuilds, hashBuild } from '../../scripts/build/compare.mjs';

const PACKAGES = [
  ['a-chrome.zip', '11'],
  ['a-firefox.zip', '22'],
] as const;

describe('comparing two builds', () => {
  it('holds for the same bytes', () => {
    const { same, lines } = compareBuilds(new Map(PACKAGES), new Map(PACKAGES));
    expect(same).toBe(true);
    expect(lines).toEqual(['11  a-chrome.zip', '22  a-firefox.zip']);
  });

  it.each([
    ['a changed file', new Map([...PACKAGES, ['x.js', '33']]), new Map([...PACKAGES, ['x.js', '44']])],
    ['a missing file', new Map([...PACKAGES, ['x.js', '33']]), new Map(PACKAGES)],
    ['an additional file', new Map(PACKAGES), new Map([...PACKAGES, ['x.js', '33']])],
    ['no package at all', new Map<string, string>(), new Map<string, string>()],
  ])('fails for %s', (_what, first, second) => {
    expect(compareBuilds(first, second).same).toBe(false);
  });

  it('reads every file but the sources and the stamps', () => {
    const output = mkdtempSync(join(tmpdir(), 'compare-'));
    mkdirSync(join(output, 'chrome-mv3/chunks'), { recursive: true });
    for (const name of ['chrome-mv3/chunks/a.js', 'a-chrome.zip', 'a-sources.zip', '.stamp-chromium']) {
      writeFileSync(join(output, name), name);
    }
    const { hashes, sources } = hashBuild(output);
    expect([...hashes.keys()]).toEqual(['a-chrome.zip', 'chrome-mv3/chunks/a.js']);
    expect(sources).toEqual(['a-sources.zip']);
    rmSync(output, { recursive: true });
  });
});
