import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { PATHS } from '../../lib/core/bundle/layout.ts';
import { problemText } from '../../lib/core/verify/words/index.ts';
import { webPorts } from '../../lib/reader/web-ports.ts';
import { sampleDossier } from '../app/fixtures/sample-dossier.ts';
import { entriesOf, type Files, recommit, rehash, setText, textOf } from '../node/fixtures/tamper.ts';
import { bundleOf, failing, verifyFolder, verifyZip, zipOf } from './fixtures/opened.ts';
import { linesOf, setLines } from './fixtures/tampered-journals.ts';

// Many verifications a test, and the machine may have other work.
vi.setConfig({ testTimeout: 60_000 });

/** What one program takes for this and another for that; whoever made it holds the key, and seals it as it should be. */
let topFolder: string;
let whole: Files;
let folder: string;
beforeAll(async () => {
  ({ topFolder, files: whole } = await bundleOf(sampleDossier().source()));
  folder = mkdtempSync(join(tmpdir(), 'temoin-readings-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

type Bytes = Uint8Array<ArrayBuffer>;
const bytesOf = (text: string): Bytes => new TextEncoder().encode(text);
const named = (files: Files) => entriesOf(topFolder, files);
const joined = (...parts: readonly Uint8Array[]): Bytes => new Uint8Array(Buffer.concat(parts));
const changed = (change: (files: Files) => void): Files => {
  const files = new Map(whole);
  change(files);
  return files;
};
const told = async (change: (files: Files) => void) => {
  const files = changed(change);
  const report = await verifyFolder(topFolder, files);
  const problems = report.results.flatMap((result) => result.problems.map((problem) => problemText(problem)));
  return { verdict: report.verdict, failing: failing(report), text: problems.join('\n') };
};
/** Where each header of that kind begins. */
const placesOf = (zip: Bytes, signature: number): number[] => {
  const view = new DataView(zip.buffer);
  return [...Array(zip.length - 22).keys(), zip.length - 22].filter(
    (at) => view.getUint32(at, true) === signature,
  );
};

describe('an archive', () => {
  const AMBIGUOUS = { verdict: 'unreadable', reason: 'ambiguous' };
  let zip: Bytes;
  beforeAll(() => {
    zip = zipOf(named(whole));
  });
  const both = async (bytes: Bytes) => {
    const report = await verifyZip(bytes);
    expect(await verifyZip(bytes, {}, webPorts)).toEqual(report);
    return report;
  };

  it('passes as we write it, and as other programs write it', async () => {
    expect(await both(zip)).toMatchObject({ verdict: 'intact' });
    execFileSync('rm', ['-rf', join(folder, 'again'), join(folder, 'again.zip')]);
    writeFileSync(join(folder, 'made.zip'), zip);
    execFileSync('unzip', ['-q', 'made.zip', '-d', 'again'], { cwd: folder });
    for (const how of [
      'zip -q -r ../again.zip .',
      'zip -q -r - . > ../again.zip',
      'zip -q -0 -D -r ../again.zip .',
    ]) {
      rmSync(join(folder, 'again.zip'), { force: true });
      execFileSync('sh', ['-c', how], { cwd: join(folder, 'again') });
      const again = new Uint8Array(readFileSync(join(folder, 'again.zip')));
      expect((await both(again)).verdict, how).toBe('intact');
    }
  });

  it.each<[string, () => Bytes]>([
    [
      'with another archive in its comment',
      () => {
        const other = zipOf([['autre/bagit.txt', bytesOf('x')]]);
        const host = zip.slice();
        new DataView(host.buffer).setUint16(host.length - 2, other.length, true);
        return joined(host, other);
      },
    ],
    [
      'with the end of a directory in its comment',
      () => {
        const comment = bytesOf('PK\u0005\u0006 rien de plus');
        const host = zip.slice();
        new DataView(host.buffer).setUint16(host.length - 2, comment.length, true);
        return joined(host, comment);
      },
    ],
    ['after another archive', () => joined(zipOf([['autre/bagit.txt', bytesOf('x')]]), zip)],
    ['before another archive', () => joined(zip, zipOf([['autre/bagit.txt', bytesOf('x')]]))],
    ['after a program', () => joined(bytesOf('#!/bin/sh\n'), zip)],
    ['with bytes after its end', () => joined(zip, bytesOf('suite'))],
    [
      'with a file that its directory does not name',
      () => {
        // Its record is taken out of the directory, the last one: its bytes stay.
        const end = zip.length - 22;
        const at = placesOf(zip, 0x02014b50).at(-1) ?? 0;
        const cut = joined(zip.subarray(0, at), zip.subarray(end));
        const view = new DataView(cut.buffer);
        const count = view.getUint16(at + 8, true) - 1;
        view.setUint16(at + 8, count, true);
        view.setUint16(at + 10, count, true);
        view.setUint32(at + 12, at - view.getUint32(at + 16, true), true);
        return cut;
      },
    ],
    [
      'with another size where the bytes stand',
      () => {
        const other = zip.slice();
        new DataView(other.buffer).setUint32(18, 7, true);
        return other;
      },
    ],
    [
      'with a file within a file',
      () => {
        const inner = zipOf([[`${topFolder}/data/cache`, bytesOf('caché')]]);
        const outer = zipOf([...named(whole), [`${topFolder}/data/boite`, inner]]);
        const at = Buffer.from(outer).lastIndexOf(inner.subarray(0, 30));
        const view = new DataView(outer.buffer);
        view.setUint32((placesOf(outer, 0x02014b50).at(-1) ?? 0) + 42, at, true);
        return outer;
      },
    ],
  ])('%s is not read', async (_, make) => {
    const report = await both(make());
    expect(report.verdict).not.toBe('intact');
    expect(report).toMatchObject(AMBIGUOUS);
  });

  it('with a wrong sum for a file, which others refuse to unpack, calls it damaged', async () => {
    const other = zip.slice();
    const view = new DataView(other.buffer);
    view.setUint32(14, 7, true);
    view.setUint32((placesOf(zip, 0x02014b50)[0] ?? 0) + 16, 7, true);
    const report = await both(other);
    expect(report.verdict).toBe('altered');
    expect(failing(report)).toContain('tags');
  });

  it.each<[string, number]>([
    ['a folder for some programs', 0x10],
    ['a link', 0o120777 * 65536],
    ['a pipe', 0o010644 * 65536],
    ['a device', 0o060644 * 65536],
  ])('whose file says that it is %s names it', async (_, attributes) => {
    const other = zipOf([...named(whole), [`${topFolder}/data/x`, bytesOf('x')]]);
    const view = new DataView(other.buffer);
    const at = placesOf(other, 0x02014b50).at(-1) ?? 0;
    if (attributes === 0x10) view.setUint16(at + 4, 20, true); // made on MS-DOS
    view.setUint32(at + 38, attributes, true);
    const report = await both(other);
    expect(report.verdict).toBe('altered');
    expect(failing(report)).toContain('names');
  });

  it('with a second name for programs that know Unicode names it', async () => {
    const script = `
import zipfile, zlib, struct
source = zipfile.ZipFile('made.zip'); out = zipfile.ZipFile('two-names.zip', 'w')
for name in source.namelist():
    info = zipfile.ZipInfo(name)
    if name.endswith('LISEZMOI.txt'):
        other = name.replace('LISEZMOI', 'AUTRE').encode()
        info.extra = struct.pack('<HHBI', 0x7075, 5 + len(other), 1, zlib.crc32(name.encode())) + other
    out.writestr(info, source.read(name))
out.close()`;
    writeFileSync(join(folder, 'made.zip'), zip);
    execFileSync('python3', ['-c', script], { cwd: folder });
    const report = await both(new Uint8Array(readFileSync(join(folder, 'two-names.zip'))));
    expect(report.verdict).toBe('altered');
    expect(failing(report)).toContain('names');
  });
});

describe('names that meet on another system', () => {
  it.each([
    'data/DOSSIER.json',
    'Data/dossier.json',
    'data/captures',
    'data/dossier.json/plus',
    'data/dossier.json.',
    'data/dossier.json ',
    'data/dossier.json::$DATA',
    'data/aux',
    'data/con.txt',
    'data/a%0Ab',
  ])('%s', async (path) => {
    const found = await told((files) => {
      setText(files, path, 'x');
      rehash(files);
    });
    expect(found.verdict).toBe('altered');
    expect(found.failing).toContain('names');
  });

  it('a folder that was given another name, in any script, is the same bundle', async () => {
    for (const name of ['Dossier de Zoé (2)', 'ملف', '100 %', 'a  b.']) {
      expect(await verifyFolder(name, whole), name).toMatchObject({ verdict: 'intact', level: 'sealed' });
    }
  });
});

describe('lists that programs follow', () => {
  it.each([
    'fetch.txt',
    'manifest-md5.txt',
    'manifest-sha512.txt',
    'tagmanifest-md5.txt',
    'Manifest-SHA1.txt',
  ])('%s is not passed over', async (path) => {
    const found = await told((files) => {
      setText(files, path, `${'0'.repeat(32)}  data/dossier.json\n`);
      rehash(files);
    });
    expect(found.verdict).toBe('incomplete');
    expect(found.failing).toEqual(['bag']);
  });

  it.each([
    ['twice', (info: string) => `${info}Payload-Oxum: 1.1\n`],
    ['twice, once in small letters', (info: string) => `${info}payload-oxum: 1.1\n`],
    ['as no figure', (info: string) => info.replace(/Payload-Oxum: \d+/, 'Payload-Oxum: 0x10')],
  ])('a content announced %s is unknown', async (_, change) => {
    const found = await told((files) => {
      setText(files, PATHS.bagInfo, change(textOf(files, PATHS.bagInfo)));
      rehash(files);
    });
    expect(found.verdict).toBe('incomplete');
    expect(found.failing).toEqual(['bag']);
  });

  it('a manifest that sha256sum would not follow is told', async () => {
    const found = await told((files) => {
      setText(files, PATHS.manifest, textOf(files, PATHS.manifest).replace('\n', '\r'));
    });
    expect(found.failing).toContain('payload');
    expect(found.text).toContain(`La ligne 1 de ${PATHS.manifest} est illisible.`);
  });
});

describe('a key that stands twice', () => {
  it('in a journal line is told', async () => {
    const found = await told((files) => {
      const lines = linesOf(files);
      const last = lines.length - 1;
      lines[last] = (lines[last] ?? '').replace('{', '{"at":"2020-01-01T00:00:00.000Z",');
      setLines(files, lines);
      rehash(files);
    });
    expect(found.verdict).toBe('altered');
    expect(found.text).toContain('du journal peut être lue de deux façons.');
  });

  it('in a record is told', async () => {
    const found = await told((files) => {
      const path = 'data/incidents/000003.json';
      setText(files, path, textOf(files, path).replace('{', '{"httpStatus":404,'));
      recommit(files);
      rehash(files);
    });
    expect(found.verdict).toBe('altered');
    expect(found.failing).toContain('commitments');
  });

  it('in the description leaves it unknown', async () => {
    const found = await told((files) => {
      setText(files, PATHS.dossier, textOf(files, PATHS.dossier).replace('{', '{"id":"autre",'));
      rehash(files);
    });
    expect(found.verdict).not.toBe('intact');
    expect(found.failing).toContain('description');
  });
});

describe('what people read first', () => {
  const edit = (path: string, from: string | RegExp, to: string) => (files: Files) => {
    const before = textOf(files, path);
    const after = before.replace(from, to);
    expect(after).not.toBe(before);
    setText(files, path, after);
    rehash(files);
  };

  it.each<[string, string | RegExp, string]>([
    ['another status', ';500;', ';404;'],
    ['another number of times', /;1;2026/, ';9;2026'],
    ['another day', /2026-11-03T(08|09):00:02/, '2025-11-03T$1:00:02'],
    ['another sentence', 'Une erreur est survenue', 'Tout va bien'],
    ['another line of the journal', /;3;5\r\n/, ';4;5\r\n'],
    ['a row less', /\r\n[^\r\n]*\r\n$/, '\r\n'],
    ['a row more', /(\r\n[^\r\n]*\r\n)$/, '$1$1'],
    ['no mark of its encoding', '\ufeff', ''],
    ['other columns', 'incident;tentative', 'tentative;incident'],
  ])('the table with %s is not that of the records', async (_, from, to) => {
    const found = await told(edit(PATHS.incidentsTable, from, to));
    expect(found.verdict).not.toBe('intact');
    expect(found.failing).toContain('figures');
  });

  it.each<[string, RegExp, string]>([
    ['attempts', /"attempts": 1/, '"attempts": 400'],
    ['distinctDays', /"distinctDays": 1/, '"distinctDays": 0'],
    ['lastAt', /"lastAt": "2026/, '"lastAt": "2027'],
    ['byCategory.server-error', /"server-error": \d+/, '"server-error": 99'],
    ['byCategory.payment', /"byCategory": \{/, '"byCategory": { "payment": 3,'],
  ])('a description with other figures (%s) is not that of the records', async (figure, from, to) => {
    const found = await told(edit(PATHS.dossier, from, to));
    expect(found.verdict).toBe('altered');
    expect(found.failing.filter((id) => id !== 'bag')).toEqual(['figures']);
    expect(found.text).toContain(`« ${figure} »`);
  });

  it('a bag that says that it is of another dossier is told', async () => {
    const found = await told(edit(PATHS.bagInfo, 'External-Identifier: 0f3a', 'External-Identifier: ffff'));
    expect(found.failing).toEqual(['description']);
  });

  it('a PDF that the description does not know is told', async () => {
    const found = await told((files) => {
      setText(files, 'data/pieces/02_Autre.pdf', '%PDF-1.7');
      rehash(files);
    });
    expect(found.failing).toContain('description');
    expect(found.text).toContain('La description ne connaît pas la pièce data/pieces/02_Autre.pdf.');
  });
});
