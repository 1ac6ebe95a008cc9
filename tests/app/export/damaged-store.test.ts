import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { DossierUnreadable } from '../../../lib/app/export/survey-dossier.ts';
import { problemText } from '../../../lib/core/verify/words/index.ts';
import { verifyBundle } from '../../../lib/node/verify-bundle.ts';
import type { buildDossier } from '../fixtures/dossier.ts';
import { exportToFile } from '../fixtures/export-to-file.ts';
import { sampleDossier } from '../fixtures/sample-dossier.ts';
import { tinyPng } from '../fixtures/tiny-pictures.ts';
import { withBytes } from '../fixtures/with-bytes.ts';

describe('a damaged store', () => {
  type Dossier = ReturnType<typeof buildDossier>;
  const exported = async (damage: (files: Dossier['files'], lines: Dossier['lines']) => void) => {
    const dossier = sampleDossier();
    damage(dossier.files, dossier.lines);
    const made = await exportToFile(dossier.source());
    execFileSync('unzip', ['-q', made.zipPath, '-d', made.folder]);
    const read = (path: string) => readFileSync(join(made.folder, made.result.topFolder, path), 'utf8');
    const limits: string[] = JSON.parse(read('data/dossier.json')).limits;
    const report = await verifyBundle(made.zipPath);
    const paths = readdirSync(join(made.folder, made.result.topFolder), { recursive: true });
    made.remove();
    return { limits, report, paths };
  };

  it('leaves a declared gap where a picture is lost', async () => {
    const { limits, report } = await exported((files) => files.delete('picture 5'));
    expect(limits).toContain('Ligne 5 du journal : l’image est absente du stockage.');
    expect(report.verdict).toBe('incomplete');
  });

  it('leaves a declared gap where a record is lost', async () => {
    const { limits, report } = await exported((files) => files.delete('incident 4'));
    expect(limits).toContain('Ligne 4 du journal : la fiche d’incident est absente du stockage.');
    expect(report.verdict).toBe('incomplete');
  });

  it('copies a record that is no longer one, with its picture, and says so', async () => {
    const { limits, report } = await exported((files) => {
      const file = files.get('capture 5');
      if (file) files.set('capture 5', withBytes(file, new TextEncoder().encode('{"format":')));
    });
    expect(limits).toContain('Ligne 5 du journal : la fiche de capture n’a pas le format attendu.');
    expect(report.verdict).toBe('altered');
  });

  it('says when a picture is not the one that was taken', async () => {
    const { limits, report } = await exported((files) => {
      const file = files.get('picture 5');
      if (file) files.set('picture 5', withBytes(file, Uint8Array.from([...tinyPng(), 0])));
    });
    expect(limits.join()).toContain('l’image ne correspond plus à l’empreinte');
    expect(report.verdict).toBe('altered');
  });

  /** What the journal's own lines suffered, the sentences that declare it, and those by which a verifier names it. */
  const damages: [string, (lines: string[]) => void, string[], string[]][] = [
    [
      'a line that cannot be read any more',
      (lines) => lines.splice(4, 1, (lines[4] ?? '').slice(0, 60)),
      ['Ligne 5 du journal : la ligne elle-même n’a pas pu être relue.'],
      [
        'La ligne 5 du journal est illisible.',
        'Aucune ligne du journal n’annonce data/captures/000005.json.',
      ],
    ],
    [
      'a line that is gone',
      (lines) => lines.splice(3, 1),
      ['Ligne 4 du journal : la ligne elle-même est absente du stockage.'],
      [
        'La ligne 4 du journal est illisible.',
        'Aucune ligne du journal n’annonce data/incidents/000004.json.',
      ],
    ],
    [
      'the last line gone',
      (lines) => lines.pop(),
      ['Ligne 6 du journal : la ligne elle-même est absente du stockage.'],
      ['La ligne 6 du journal est illisible.'],
    ],
    [
      'a line that was changed',
      (lines) => lines.splice(1, 1, (lines[1] ?? '').replace('"attempt":1', '"attempt":7')),
      ['Ligne 2 du journal : la ligne elle-même ne correspond plus à l’empreinte'],
      ['La ligne 3 du journal ne suit pas la précédente'],
    ],
    [
      'the first line lost',
      (lines) => lines.splice(0, 1, '{'),
      ['Ligne 1 du journal : la ligne elle-même n’a pas pu être relue.'],
      ['La ligne 1 du journal est illisible.'],
    ],
  ];
  it.each(damages)('%s: the rest goes on, and it is said', async (_name, damage, declared, named) => {
    const { limits, report, paths } = await exported((_files, lines) => damage(lines));
    const said = limits.filter((limit) => limit.startsWith('Ligne '));
    expect(said).toEqual(declared.map((sentence) => expect.stringContaining(sentence)));
    const problems = report.results.flatMap((result) =>
      result.problems.map((problem) => problemText(problem)),
    );
    expect(problems).toEqual(expect.arrayContaining(named.map((text) => expect.stringContaining(text))));
    expect(report.verdict).toBe('altered');
    const files = ['incidents/000003.json', 'incidents/000004.json', 'captures/000005.png'];
    expect(paths).toEqual(expect.arrayContaining(files.map((path) => `data/${path}`)));
  });

  it('a rehearsal stays one when its first line is lost', async () => {
    const dossier = sampleDossier({ rehearsal: true });
    dossier.lines[0] = '{';
    const made = await exportToFile({ ...dossier.source(), rehearsal: true });
    expect(made.result.fileName).toMatch(/^repetition-/);
    made.remove();
  });

  it('goes on when the store refuses one file', async () => {
    const source = sampleDossier().source();
    const made = await exportToFile({
      ...source,
      file: async (seq, kind) => {
        if (kind === 'picture') throw new Error('cannot be opened');
        return source.file(seq, kind);
      },
    });
    expect(made.result.files).toBeGreaterThan(10);
    made.remove();
  });

  it('gives up when nothing at all can be read', async () => {
    const source = sampleDossier().source();
    const refusing = { ...source, file: () => Promise.reject(new Error('the database is gone')) };
    await expect(exportToFile(refusing)).rejects.toBeInstanceOf(DossierUnreadable);
  });
});
