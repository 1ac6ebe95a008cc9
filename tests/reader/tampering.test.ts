import { beforeAll, describe, expect, it, vi } from 'vitest';
import { PATHS } from '../../lib/core/bundle/layout.ts';
import type { VerificationReport } from '../../lib/core/verify/check.ts';
import { hashing } from '../../lib/node/hashing.ts';
import { sampleDossier } from '../app/fixtures/sample-dossier.ts';
import { newTestKey, testKey } from '../app/fixtures/test-key.ts';
import { entriesOf, type Files, reforge, rehash } from '../node/fixtures/tamper.ts';
import { changeBytes, checkOf } from './fixtures/every-byte.ts';
import { bundleOf, failing, verifyFolder, verifyZip, zipOf } from './fixtures/opened.ts';
import { linesOf, rechained, setLines } from './fixtures/tampered-journals.ts';

let topFolder: string;
let whole: Files;
beforeAll(async () => {
  ({ topFolder, files: whole } = await bundleOf(sampleDossier().source()));
});

const verifyChanged = (change: (files: Files) => void): Promise<VerificationReport> => {
  const files = new Map(whole);
  change(files);
  return verifyFolder(topFolder, files);
};
const named = (files: Files) => entriesOf(topFolder, files);

// Many verifications a test, and the machine may have other work.
vi.setConfig({ testTimeout: 120_000 });

/** The check that must miss it. */
const missedBy = (path: string): string => (path === PATHS.tagManifest ? 'tags' : checkOf(path));

describe('one byte of a file', () => {
  it('passes untouched, as a folder and as an archive', async () => {
    expect(await verifyFolder(topFolder, whole)).toMatchObject({ verdict: 'intact', level: 'sealed' });
    expect(await verifyZip(zipOf(named(whole)))).toMatchObject({ verdict: 'intact', level: 'sealed' });
  });

  it('cannot change unseen, wherever it stands', async () => {
    const { tried, unseen } = await changeBytes(topFolder, whole, { small: 150, step: 23 });
    expect(unseen).toEqual([]);
    expect(tried).toBeGreaterThan(500);
  });
});

describe('a file', () => {
  const eachFile = async (
    change: (files: Files, path: string, bytes: Uint8Array<ArrayBuffer>) => void,
    expected: (report: VerificationReport, path: string) => boolean,
  ) => {
    const unseen: string[] = [];
    for (const [path, bytes] of whole) {
      const report = await verifyChanged((files) => change(files, path, bytes));
      if (!expected(report, path)) unseen.push(`${path}: ${report.verdict} ${failing(report)}`);
    }
    expect(unseen).toEqual([]);
  };

  it('cannot be removed unseen', async () => {
    await eachFile(
      (files, path) => void files.delete(path),
      (report, path) => report.verdict !== 'intact' && failing(report).includes(missedBy(path)),
    );
  });

  it('cannot be emptied or lengthened unseen', async () => {
    for (const other of [() => new Uint8Array(), (bytes: Uint8Array) => Uint8Array.from([...bytes, 10])]) {
      await eachFile(
        (files, path, bytes) => void files.set(path, other(bytes)),
        (report, path) => report.verdict === 'altered' && failing(report).includes(checkOf(path)),
      );
    }
  });

  it('cannot get another name unseen, nor be there twice under two', async () => {
    for (const kept of [false, true]) {
      await eachFile(
        (files, path, bytes) => {
          if (!kept) files.delete(path);
          files.set(path.replace(/(\.\w+)?$/, '-2$1'), bytes);
        },
        (report, path) =>
          report.verdict === (path === PATHS.tagManifest && !kept ? 'incomplete' : 'altered') &&
          failing(report).includes(path.startsWith('data/') ? 'payload' : 'tags'),
      );
    }
  });

  it('cannot change places with another unseen', async () => {
    const paths = [...whole.keys()];
    const unseen: string[] = [];
    for (const one of paths) {
      for (const other of paths.slice(paths.indexOf(one) + 1)) {
        const report = await verifyChanged((files) => {
          files.set(one, whole.get(other) ?? new Uint8Array());
          files.set(other, whole.get(one) ?? new Uint8Array());
        });
        const right = [one, other].every((path) => failing(report).includes(checkOf(path)));
        if (report.verdict !== 'altered' || !right) unseen.push(`${one} ${other}: ${failing(report)}`);
      }
    }
    expect(unseen).toEqual([]);
  });

  it('cannot stand twice in the archive under one name unseen', async () => {
    const unseen: string[] = [];
    for (const [path, bytes] of whole) {
      const entries = named(whole);
      for (const again of [bytes, new Uint8Array([1])]) {
        const report = await verifyZip(zipOf([...entries, [`${topFolder}/${path}`, again]]));
        if (report.verdict !== 'altered' || !failing(report).includes('names')) unseen.push(path);
      }
    }
    expect(unseen).toEqual([]);
  });
});

describe('the journal', () => {
  const alter: readonly (readonly [string, (lines: string[], at: number) => unknown])[] = [
    ['removed', (lines, at) => lines.splice(at, 1)],
    ['repeated', (lines, at) => lines.splice(at, 0, lines[at] ?? '')],
    ['moved', (lines, at) => lines.splice((at + 1) % lines.length, 0, ...lines.splice(at, 1))],
    ['edited', (lines, at) => lines.splice(at, 1, (lines[at] ?? '').replace(/"at":"2026/, '"at":"2025'))],
    ['emptied', (lines, at) => lines.splice(at, 1, '')],
  ];

  it.each(alter)('tells of each line that is %s, even by who holds the key', async (_, change) => {
    const count = linesOf(whole).length;
    const unseen: string[] = [];
    for (let at = 0; at < count; at++) {
      const tampered = (files: Files) => {
        const lines = linesOf(files);
        change(lines, at);
        setLines(files, lines);
      };
      const plain = await verifyChanged(tampered);
      if (!failing(plain).includes('payload')) unseen.push(`line ${at + 1}: ${failing(plain)}`);
      const sealedAgain = await verifyChanged((files) => {
        tampered(files);
        rehash(files);
      });
      // Nothing follows the last line: without it, its record is there for nothing; changed, its link still holds.
      const last = at === count - 1;
      const seen = failing(sealedAgain).some((id) => id === 'journal' || (last && id === 'commitments'));
      if (sealedAgain.verdict === 'intact' ? !(last && change === alter[3]?.[1]) : !seen)
        unseen.push(`line ${at + 1}, sealed again: ${failing(sealedAgain)}`);
    }
    expect(unseen).toEqual([]);
  });

  it.each(alter.slice(0, 3))(
    'whose chain is made anew after a line is %s no longer fits its records',
    async (name, change) => {
      const lines = linesOf(whole);
      const unseen: number[] = [];
      for (let at = 1; at < lines.length; at++) {
        const changed = [...lines];
        change(changed, at);
        const report = await verifyChanged((files) => {
          setLines(files, rechained(changed));
          rehash(files);
        });
        if (report.verdict === 'intact' || !failing(report).includes('commitments')) unseen.push(at + 1);
      }
      expect({ name, unseen }).toEqual({ name, unseen: [] });
    },
  );

  it('whose chain is made anew needs the seals to be made anew: by another key', async () => {
    const forger = newTestKey();
    const known = hashing.sha256(testKey.spki);
    const changed = linesOf(whole).map((line) => line.replace('"at":"2026', '"at":"2025'));
    const forged = (key: typeof testKey | null) => (files: Files) => {
      setLines(files, rechained(changed));
      if (key) reforge(files, key);
    };
    expect(failing(await verifyChanged(forged(null)))).toContain('payload');
    const files = new Map(whole);
    forged(forger)(files);
    expect(await verifyFolder(topFolder, files, { expectedKey: known })).toMatchObject({
      verdict: 'intact',
      level: 'intact',
      key: { compared: 'other', spkiSha256: hashing.sha256(forger.spki) },
    });
  });

  it('cannot have its manifests made true again without the key', async () => {
    const report = await verifyChanged((files) => {
      setLines(files, rechained(linesOf(files)).slice(0, -1));
      const seals = [PATHS.manifestSignature, PATHS.tagManifestSignature].map(
        (path) => [path, files.get(path) ?? new Uint8Array()] as const,
      );
      rehash(files);
      for (const [path, bytes] of seals) files.set(path, bytes);
    });
    expect(report).toMatchObject({ verdict: 'altered', key: null, level: null });
    expect(failing(report)).toContain('seals');
  });
});
