import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Block } from '../../lib/core/report/document.ts';
import { createDrawPdf } from '../../lib/render/draw-pdf.ts';
import { drawForTests, fakePainter, fontsFromDisk } from '../app/fixtures/export-to-file.ts';
import { tinyJpeg, tinyPng } from '../app/fixtures/tiny-pictures.ts';

const pages = (pdf: Buffer) => pdf.toString('latin1').match(/\/Type \/Page\n/g)?.length ?? 0;

async function draw(blocks: readonly Block[], drawPdf = drawForTests): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  const document = {
    title: 'Chronologie des tentatives',
    subject: 'Essai & < >',
    lang: 'fr',
    createdAt: new Date('2026-11-21T09:04:07Z'),
    footer: 'Dossier A. K.',
    blocks,
  };
  await drawPdf(
    document,
    (chunk) => void chunks.push(chunk.slice()),
    () => false,
  );
  return Buffer.concat(chunks);
}

const hasPoppler = (() => {
  try {
    execFileSync('pdftotext', ['-v'], { stdio: 'pipe' });
    return true;
  } catch {
    return false;
  }
})();
function poppler(program: 'pdftotext' | 'pdfinfo', pdf: Buffer): string {
  const folder = mkdtempSync(join(tmpdir(), 'temoin-pdf-'));
  try {
    const path = join(folder, 'a.pdf');
    writeFileSync(path, pdf);
    return execFileSync(program, program === 'pdftotext' ? [path, '-'] : [path], { encoding: 'utf8' });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const picture = (load: () => Promise<Uint8Array> = async () => tinyPng()): Block => ({
  type: 'picture',
  load,
  alternative: 'Image de l’écran',
  caption: ['21 novembre 2026', 'https://exemple.invalid/'],
});
const ONE_OF_EACH: readonly Block[] = [
  { type: 'heading', level: 1, text: 'Titre', bookmark: 'Titre' },
  { type: 'heading', level: 2, text: 'Sous-titre', bookmark: 'Sous-titre' },
  { type: 'heading', level: 3, text: 'Intertitre' },
  { type: 'paragraph', text: 'Un paragraphe.\nDeux lignes, Łódź, Şahin, œuvre, 10\u202fh.' },
  { type: 'list', items: ['un', 'deux'] },
  { type: 'facts', rows: [['Libellé', 'valeur']] },
  {
    type: 'table',
    columns: [
      { title: 'A', share: 0.5 },
      { title: 'B', share: 0.5 },
    ],
    rows: [['1', '2'], ['3']],
  },
  { type: 'quotation', text: 'Une erreur est survenue', source: 'Texte relevé' },
  picture(),
  { type: 'notice', text: 'À savoir.' },
  { type: 'page-break' },
  { type: 'paragraph', text: 'Fin.', tone: 'small' },
];

describe('createDrawPdf', () => {
  it('draws every kind of block', async () => {
    const pdf = await draw(ONE_OF_EACH);
    expect(pdf.subarray(0, 8).toString()).toBe('%PDF-1.7');
    expect(pdf.subarray(-6).toString()).toContain('%%EOF');
    expect(pages(pdf)).toBe(2);
    const source = pdf.toString('latin1');
    for (const part of ['/Outlines', '/StructTreeRoot', '/Lang (fr)', '/MarkInfo', 'D:20261121090407Z']) {
      expect(source).toContain(part);
    }
    expect(source).not.toMatch(/\/JavaScript|\/OpenAction|\/URI/);
  });

  it('gives the same bytes for the same document', async () => {
    expect((await draw(ONE_OF_EACH)).equals(await draw(ONE_OF_EACH))).toBe(true);
  });

  it.skipIf(!hasPoppler)('can be read, searched and counted', async () => {
    const pdf = await draw(ONE_OF_EACH);
    const text = poppler('pdftotext', pdf);
    for (const words of [
      'Un paragraphe.',
      'Łódź, Şahin, œuvre',
      'page 1',
      'page 2',
      'Dossier A. K.',
      'valeur',
    ]) {
      expect(text).toContain(words);
    }
    expect(poppler('pdfinfo', pdf)).toMatch(/Tagged:\s+yes[\s\S]*Pages:\s+2/);
  });

  it.skipIf(!hasPoppler)('keeps the words of a script that its fonts do not have', async () => {
    const blocks: readonly Block[] = [{ type: 'paragraph', text: 'வணக்கம் உலகம்' }];
    expect(poppler('pdftotext', await draw(blocks))).toContain('வணக்கம்');
  });

  it.skipIf(!hasPoppler)('spells out such words when nothing can paint them', async () => {
    const failing = { paint: () => Promise.reject(new Error('no canvas')) };
    for (const painter of [undefined, failing]) {
      const drawPdf = createDrawPdf({
        fonts: fontsFromDisk(),
        convertPicture: async () => ({ jpeg: tinyJpeg(), width: 8, height: 8 }),
        painter,
      });
      expect(poppler('pdftotext', await draw([{ type: 'paragraph', text: 'oui 你' }], drawPdf))).toContain(
        'oui [U+4F60]',
      );
    }
  });

  it.skipIf(!hasPoppler)('says where a picture is missing, and goes on', async () => {
    const noPicture = async () => Promise.reject(new Error('not a picture'));
    const drawPdf = createDrawPdf({
      fonts: fontsFromDisk(),
      convertPicture: noPicture,
      painter: fakePainter,
    });
    const text = poppler(
      'pdftotext',
      await draw([picture(), { type: 'paragraph', text: 'La suite.' }], drawPdf),
    );
    expect(text).toContain('n’a pas pu être reproduite');
    expect(text).toContain('https://exemple.invalid/');
    expect(text).toContain('La suite.');
    const unloadable = await draw([picture(() => Promise.reject(new Error('gone')))]);
    expect(poppler('pdftotext', unloadable)).toContain('n’a pas pu être reproduite');
  });

  it.skipIf(!hasPoppler)('repeats the header of a long table and loses no row', async () => {
    const rows = Array.from({ length: 120 }, (_, at) => [`ligne-${at}`, 'x']);
    const pdf = await draw([
      {
        type: 'table',
        columns: [
          { title: 'Entête', share: 0.7 },
          { title: 'B', share: 0.3 },
        ],
        rows,
      },
    ]);
    const text = poppler('pdftotext', pdf);
    expect(text.match(/Entête/g)).toHaveLength(pages(pdf));
    for (const [name = ''] of rows) expect(text).toContain(`${name}\n`);
  });

  it('lays out what is longer than a page, or odd', async () => {
    const odd = 'x'.repeat(9_000);
    const pdf = await draw([
      { type: 'paragraph', text: odd },
      { type: 'quotation', text: odd, source: odd },
      { type: 'notice', text: odd },
      {
        type: 'facts',
        rows: [
          [odd, odd],
          ['', ''],
        ],
      },
      { type: 'table', columns: [{ title: odd.slice(0, 90), share: 1 }], rows: [[odd], [], ['']] },
      { type: 'heading', level: 1, text: odd.slice(0, 900), bookmark: '' },
      { type: 'list', items: [odd, ''] },
      { type: 'paragraph', text: '\u0000\u200f\ud800\n\n\r\n' },
      { ...(picture() as Extract<Block, { type: 'picture' }>), caption: [odd] },
    ]);
    expect(pages(pdf)).toBeGreaterThan(10);
  });

  it('asks for one picture at a time, when its turn comes', async () => {
    let loading = 0;
    let most = 0;
    const load = async () => {
      most = Math.max(most, ++loading);
      await Promise.resolve();
      loading--;
      return tinyPng();
    };
    await draw(Array.from({ length: 5 }, () => picture(load)));
    expect(most).toBe(1);
  });

  it('stops when told to', async () => {
    let drawn = 0;
    async function* endless(): AsyncGenerator<Block> {
      for (;;) yield { type: 'paragraph', text: String(drawn++) };
    }
    const document = {
      title: '',
      subject: '',
      lang: 'fr',
      createdAt: new Date(0),
      footer: '',
      blocks: endless(),
    };
    await drawForTests(
      document,
      () => {},
      () => drawn > 30,
    );
    expect(drawn).toBe(31);
  });
});
