import { describe, expect, it } from 'vitest';
import { csvText } from '../../../lib/core/bundle/csv.ts';
import { sideFilePath, topFolderName } from '../../../lib/core/bundle/layout.ts';
import { bagInfoText, manifestText, parseManifest } from '../../../lib/core/bundle/manifests.ts';
import { readmeText } from '../../../lib/core/bundle/readme.ts';

describe('CSV', () => {
  it.each([
    ['=1+1', "'=1+1"],
    ['+33 6', "'+33 6"],
    ['-2', "'-2"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['\tx', "'\tx"],
    ['a;b', '"a;b"'],
    ['dit « oui »', 'dit « oui »'],
    ['il a dit "non"', '"il a dit ""non"""'],
    ['=a"b', '"\'=a""b"'],
    ['\r=1', '"\'\r=1"'],
    ['\n=1', '"\'\n=1"'],
    ['＝1+1', "'＝1+1"],
    ['Erreur,=1+1', "Erreur,'=1+1"],
    ['Erreur;=1+1', '"Erreur;\'=1+1"'],
    ['Erreur\t@SUM(A1)|+2', "Erreur\t'@SUM(A1)|'+2"],
    ['du 3-4 à 10-12, -5 %', 'du 3-4 à 10-12, -5 %'],
    ['a\u202eb\u0000c', 'abc'],
  ])('writes %j as %j', (value, cell) => {
    expect(csvText([[value]])).toBe(`\ufeff${cell}\r\n`);
  });

  it('leaves numbers alone, negative ones too', () => {
    expect(csvText([[-2, 500]])).toBe('\ufeff-2;500\r\n');
  });
});

describe('layout', () => {
  it('names the top folder after the dossier and the day in Paris', () => {
    const at = Date.parse('2026-11-20T23:30:00Z');
    expect(topFolderName('0F3A9C21-7b64-4c1e-9d20-5a8e13f7b642', at)).toBe('dossier-0f3a9c21-20261121');
    expect(topFolderName('é/..', at)).toBe('dossier-00000000-20261121');
  });

  it('gives six digits to a journal line', () => {
    expect(sideFilePath('picture', 12)).toBe('data/captures/000012.png');
    expect(sideFilePath('incident', 1234567)).toBe('data/incidents/1234567.json');
  });
});

describe('manifests', () => {
  const files = [
    { path: 'data/b.json', sha256: 'b'.repeat(64), bytes: 7 },
    { path: 'data/a.json', sha256: 'a'.repeat(64), bytes: 5 },
  ];

  it('are sorted, and read back', () => {
    const text = manifestText(files);
    expect(text).toBe(`${'a'.repeat(64)}  data/a.json\n${'b'.repeat(64)}  data/b.json\n`);
    expect(parseManifest(text)).toEqual({
      entries: files.map(({ path, sha256 }) => ({ path, sha256 })).reverse(),
      badLines: [],
    });
  });

  it.each([
    ['a star', `${'a'.repeat(64)} *data/a`],
    ['a carriage return', `${'a'.repeat(64)}  data/a\r`],
    [
      'two in one, for who takes a carriage return for an end',
      `${'a'.repeat(64)}  data/a\r${'b'.repeat(64)}  data/b`,
    ],
    ['capitals', `${'A'.repeat(64)}  data/a`],
    ['a percent sign', `${'a'.repeat(64)}  data/a%25`],
    ['an escape', `\\${'a'.repeat(64)}  data/a\\n`],
    ['a point first', `${'a'.repeat(64)}  ./data/a`],
    ['one space', `${'a'.repeat(64)} data/a`],
    ['three spaces', `${'a'.repeat(64)}   data/a`],
    ['a word', 'bonjour'],
  ])('refuse a line that programs read in several ways: %s', (_, line) => {
    expect(parseManifest(`${'c'.repeat(64)}  data/c\n${line}\n`)).toEqual({
      entries: [{ path: 'data/c', sha256: 'c'.repeat(64) }],
      badLines: [2],
    });
  });

  it('announce bytes and files', () => {
    const info = bagInfoText(files, { exportedAt: 0, dossierId: 'x', version: '1', commit: 'c' });
    expect(info).toContain('Payload-Oxum: 12.2\n');
    expect(info).toContain('Bagging-Date: 1970-01-01\n');
  });
});

describe('LISEZMOI', () => {
  const text = readmeText({
    topFolder: 'dossier-0f3a9c21-20261121',
    version: '0.1.0',
    commit: 'abc',
    documents: true,
  });

  it('reads the same in any code page', () => {
    expect(text).toMatch(/^[\n\x20-\x7e]*$/);
  });

  it('mentions no file that is not written yet', () => {
    expect(text).not.toMatch(/\.wacz|absences|contacts|courriers|openssl ts|\.tsr/);
  });

  it('tells the reader to take a verifier from elsewhere', () => {
    expect(text).toContain('verifier.html ');
    expect(text).toContain('PRENEZ PLUTOT UN VERIFICATEUR AILLEURS');
    expect(text.indexOf('PRENEZ PLUTOT')).toBeLessThan(text.indexOf('sha256sum -c'));
  });

  it('never claims more than it can', () => {
    expect(text).not.toMatch(/certifi|irrefutable|authentique/i);
    expect(text).toContain("Ce n'est pas un constat de commissaire de justice");
    expect(text).toContain('LE DOSSIER ENTIER PEUT ETRE REECRIT');
  });
});
