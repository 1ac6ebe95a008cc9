import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { createBundleExport, ExportCancelled } from '../../../lib/app/export/export-bundle.ts';
import { verifyBundle } from '../../../lib/node/verify-bundle.ts';
import { buildDossier } from '../fixtures/dossier.ts';
import { EXPORTED_AT, exportDeps, exportToFile, memoryScratch } from '../fixtures/export-to-file.ts';
import { sampleDossier } from '../fixtures/sample-dossier.ts';
import { tinyPng } from '../fixtures/tiny-pictures.ts';
import { withBytes } from '../fixtures/with-bytes.ts';

describe('a bundle of somebody who has hidden an incident', () => {
  it('has the incident, and what she did, and verifies', async () => {
    const dossier = sampleDossier();
    dossier.display(EXPORTED_AT - 2_000, 'b2'.repeat(16), true);
    dossier.display(EXPORTED_AT - 1_000, 'b2'.repeat(16), false);
    const made = await exportToFile(dossier.source());
    try {
      const list = execFileSync('unzip', ['-Z1', made.zipPath], { encoding: 'utf8' });
      expect(list).toContain('data/incidents/000004.json');
      expect(list).toContain('data/affichage/000007.json');
      expect(list).toContain('data/affichage/000008.json');
      const readme = execFileSync('unzip', ['-p', made.zipPath, '*/LISEZMOI.txt'], { encoding: 'utf8' });
      expect(readme).toContain("plus l'afficher ne dit pas que tout allait bien");
      expect(await verifyBundle(made.zipPath)).toMatchObject({ verdict: 'intact' });
    } finally {
      made.remove();
    }
  });
});

describe('a bundle of a request that was filed', () => {
  it('has its day, its lists and a sentence on each, and verifies', async () => {
    const dossier = sampleDossier();
    const capture = dossier.capture(EXPORTED_AT - 3_000);
    dossier.documents(EXPORTED_AT - 3_000, capture);
    dossier.filing(EXPORTED_AT - 2_000, capture);
    const made = await exportToFile(dossier.source());
    try {
      const read = (path: string) =>
        execFileSync('unzip', ['-p', made.zipPath, `*/${path}`], { encoding: 'utf8' });
      const described = JSON.parse(read('data/dossier.json'));
      expect(described.procedure.filedOn).toBe('2024-01-24');
      expect(described.filings).toMatchObject([{ seq: 9, captureSeq: 7, file: 'data/depots/000009.json' }]);
      expect(described.documents).toMatchObject([{ seq: 8, items: 2, file: 'data/documents/000008.json' }]);
      expect(read('LISEZMOI.txt')).toContain("qu'il donnait de chacun, sans le nom des fichiers");
      expect(await verifyBundle(made.zipPath)).toMatchObject({ verdict: 'intact' });
    } finally {
      made.remove();
    }
  });

  it('says which list was lost', async () => {
    const dossier = sampleDossier();
    dossier.documents(EXPORTED_AT - 3_000, dossier.capture(EXPORTED_AT - 3_000));
    dossier.files.delete('documents 8');
    const made = await exportToFile(dossier.source());
    const described = execFileSync('unzip', ['-p', made.zipPath, '*/data/dossier.json'], {
      encoding: 'utf8',
    });
    expect(described).toContain('Ligne 8 du journal : la liste de documents est absente du stockage.');
    made.remove();
  });
});

describe('an export that stops', () => {
  it('says that it was cancelled and removes its temporary file', async () => {
    let removed = 0;
    let asked = 0;
    const bundle = createBundleExport({
      ...exportDeps(sampleDossier().source()),
      sink: { add: async () => {}, addLarge: async () => {}, close: async () => {} },
      scratch: memoryScratch(() => removed++),
    });
    const run = bundle.run({ onProgress: () => {}, aborted: () => ++asked > 6 });
    await expect(run).rejects.toBeInstanceOf(ExportCancelled);
    expect(removed).toBe(1);
  });

  it('passes on what the disk says', async () => {
    const full = new Error('no space left');
    const sink = { add: () => Promise.reject(full), addLarge: async () => {}, close: async () => {} };
    await expect(exportToFile(sampleDossier().source(), { sink })).rejects.toBe(full);
  });
});

it('exports a dossier in which nothing has happened yet', async () => {
  const made = await exportToFile(buildDossier().source());
  expect(await verifyBundle(made.zipPath)).toMatchObject({ verdict: 'intact' });
  expect(made.result.upTo).toBe(1);
  made.remove();
});

describe('a bundle without documents', () => {
  it('is whole all the same, and does not speak of a PDF', async () => {
    const made = await exportToFile(sampleDossier().source(), { draw: null });
    const names = execFileSync('unzip', ['-Z1', made.zipPath], { encoding: 'utf8' });
    const readme = execFileSync('unzip', ['-p', made.zipPath, '*/LISEZMOI.txt'], { encoding: 'utf8' });
    expect(names).toContain('data/captures/000005.png');
    expect(names + readme).not.toMatch(/pdf/i);
    expect(await verifyBundle(made.zipPath)).toMatchObject({ verdict: 'intact' });
    expect(made.progress.at(-1)).toMatchObject({ phase: 'writing' });
    made.remove();
  });

  it('declares a picture that is not the one that was taken', async () => {
    const dossier = sampleDossier();
    const file = dossier.files.get('picture 5');
    if (file) dossier.files.set('picture 5', withBytes(file, Uint8Array.from([...tinyPng(), 0])));
    const made = await exportToFile(dossier.source(), { draw: null });
    const description = execFileSync('unzip', ['-p', made.zipPath, '*/data/dossier.json'], {
      encoding: 'utf8',
    });
    expect(description).toContain('l’image ne correspond plus à l’empreinte');
    made.remove();
  });
});
