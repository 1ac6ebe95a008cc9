import { execFileSync } from 'node:child_process';
import { basename } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PATHS } from '../../lib/core/bundle/layout.ts';
import { reportText } from '../../lib/core/verify/report-text.ts';
import { verifyBundle } from '../../lib/node/verify-bundle.ts';
import { exportToFile } from '../app/fixtures/export-to-file.ts';
import { sampleDossier } from '../app/fixtures/sample-dossier.ts';
import {
  entriesOf,
  readFiles,
  rehash,
  removeTampered,
  setText,
  textOf,
  writeZip,
} from './fixtures/tamper.ts';

const WARNING = 'Répétition : ceci n’est pas une preuve';

let made: Awaited<ReturnType<typeof exportToFile>>;
let files: Awaited<ReturnType<typeof readFiles>>['files'];
let topFolder: string;
beforeAll(async () => {
  made = await exportToFile(sampleDossier({ rehearsal: true }).source());
  ({ files, topFolder } = await readFiles(made.zipPath));
});
afterAll(() => {
  made.remove();
  removeTampered();
});

const verified = async (changed: typeof files) => verifyBundle(await writeZip(entriesOf(topFolder, changed)));

describe('the bundle of a rehearsal', () => {
  it('is whole, and is no evidence', async () => {
    const report = await verifyBundle(made.zipPath);
    expect(report).toMatchObject({ verdict: 'intact', rehearsal: true });
    expect(reportText(report)).toMatch(/^RÉPÉTITION : ceci n’est pas une preuve/);
  });

  it('says so wherever it is opened', () => {
    expect(basename(topFolder)).toMatch(/^repetition-/);
    expect(textOf(files, PATHS.readme)).toMatch(/^REPETITION : CECI N'EST PAS UNE PREUVE/);
    expect(textOf(files, PATHS.bagInfo)).toContain(`External-Description: ${WARNING}`);
    expect(JSON.parse(textOf(files, PATHS.dossier))).toMatchObject({
      rehearsal: true,
      limits: expect.arrayContaining([WARNING]),
    });
  });

  it('says so on each page of its exhibit', () => {
    const pdf = files.get(PATHS.chronology);
    const text = execFileSync('pdftotext', ['-layout', '-', '-'], { input: pdf, encoding: 'utf8' });
    const pages = text
      .replace(/[\u00a0\u2009\u202f]/g, ' ')
      .split('\f')
      .slice(0, -1);
    expect(pages.length).toBeGreaterThan(2);
    expect(pages.filter((page) => !page.includes(WARNING))).toEqual([]);
    expect(text).not.toContain('Mesures concernées');
  });

  it('stays one when a mark is taken off', async () => {
    const unmarked = new Map(files);
    setText(unmarked, PATHS.dossier, textOf(files, PATHS.dossier).replace('"rehearsal": true,', ''));
    rehash(unmarked);
    expect(await verified(unmarked)).toMatchObject({ rehearsal: true });
    const unchained = new Map(files);
    setText(unchained, PATHS.journal, textOf(files, PATHS.journal).replace(',"rehearsal":true', ''));
    rehash(unchained);
    expect(await verified(unchained)).toMatchObject({ verdict: 'altered', rehearsal: true });
  });
});

describe('the bundle of a dossier', () => {
  it('has none of it', async () => {
    const real = await exportToFile(sampleDossier().source());
    const opened = await readFiles(real.zipPath);
    const report = await verifyBundle(real.zipPath);
    real.remove();
    expect(report).toMatchObject({ verdict: 'intact', rehearsal: false });
    expect(reportText(report)).not.toMatch(/répétition/i);
    expect(opened.topFolder).toMatch(/^dossier-/);
    for (const path of [PATHS.readme, PATHS.bagInfo, PATHS.dossier, PATHS.journal]) {
      expect(textOf(opened.files, path)).not.toMatch(/r[eé]p[eé]tition|rehearsal/i);
    }
  });
});
