import { describe, expect, it } from 'vitest';
import { surveyDossier } from '../../../lib/app/export/survey-dossier.ts';
import { readCapture } from '../../../lib/core/bundle/read-record.ts';
import { CATEGORIES, isFailure } from '../../../lib/core/detect/categories.ts';
import { CATEGORY_WORDS } from '../../../lib/core/report/category-words.ts';
import { chronology } from '../../../lib/core/report/chronology.ts';
import type { ChronologyInput } from '../../../lib/core/report/chronology-input.ts';
import { CHRONOLOGY_TITLE } from '../../../lib/core/report/chronology-title.ts';
import type { Block } from '../../../lib/core/report/document.ts';
import { typeset } from '../../../lib/core/report/french.ts';
import { hashing } from '../../../lib/node/hashing.ts';
import { buildDossier, DOSSIER_ID, OPENED_AT } from '../../app/fixtures/dossier.ts';
import { EXPORTED_AT, SOFTWARE } from '../../app/fixtures/export-to-file.ts';
import { sampleDossier } from '../../app/fixtures/sample-dossier.ts';

const PARTS = { captures: true, pictures: true, statements: true, lists: true, files: true };

async function blocksOf(
  dossier = sampleDossier(),
  more: Partial<ChronologyInput> = {},
): Promise<readonly Block[]> {
  const source = dossier.source();
  const { survey } = await surveyDossier({ source, hashing, onRecord: () => {} });
  const document = chronology({
    dossierId: DOSSIER_ID,
    createdAt: source.createdAt,
    exportedAt: EXPORTED_AT,
    software: SOFTWARE,
    survey,
    parts: PARTS,
    spkiSha256: 'a1b2c3d4'.repeat(8),
    readCapture: async (seq) => {
      const file = await source.file(seq, 'capture');
      return file && readCapture(file.bytes);
    },
    readPicture: async (seq) => {
      const file = await source.file(seq, 'picture');
      return file && { bytes: file.bytes, intact: true };
    },
    ...more,
  });
  const blocks: Block[] = [];
  for await (const block of document.blocks) blocks.push(block);
  return blocks;
}
/** Plain spaces, so that expectations can be typed. */
const plain = (blocks: readonly Block[]) => JSON.stringify(blocks).replace(/[\u202f\u00a0]/g, ' ');
const ofType = <Type extends Block['type']>(blocks: readonly Block[], type: Type) =>
  blocks.filter((block): block is Extract<Block, { type: Type }> => block.type === type);

describe('a filing', () => {
  const filed = () => {
    const dossier = sampleDossier();
    const capture = dossier.capture(OPENED_AT + 99_000, { trigger: { step: 'documents' } });
    dossier.documents(OPENED_AT + 99_000, capture);
    dossier.filing(OPENED_AT + 100_000, capture);
    return dossier;
  };

  it('stands before the table, with its day as the portal writes it and where that is shown', async () => {
    const text = plain(await blocksOf(filed()));
    expect(text).toContain('24 janvier 2024 à 13:14:14 (jour écrit sur la page de confirmation du portail');
    expect(text).toContain('un numéro de demande y était affiché ; voir la capture 7 ; ligne 9 du journal');
    expect(text.indexOf('Dépôt de la demande')).toBeLessThan(text.indexOf('Tableau des incidents'));
  });

  it('says whose clock told the day where the page wrote none', async () => {
    const dossier = sampleDossier();
    dossier.filing(OPENED_AT + 100_000, 5, { read: 'clock', filedTime: null, numberShown: false });
    const text = plain(await blocksOf(dossier));
    expect(text).toContain('24 janvier 2024 (la page confirmait l’envoi sans en écrire le jour');
  });

  it('has each document with the state that the page showed', async () => {
    const tables = ofType(await blocksOf(filed()), 'table');
    const list = tables.find(({ columns }) => columns[0]?.title === 'Document');
    expect(list?.rows).toEqual([
      ['Passeport', 'reçu', 'Document ajouté', 'pdf, 1,2 Mo, du 23 janvier 2024'],
      ['Justificatif de domicile', 'refusé', 'Le fichier n’a pas pu être traité.', ''],
    ]);
    expect(plain(await blocksOf(filed()))).toContain('["Gardée avant l’envoi","page des documents"]');
  });

  it('is not spoken of where there is none', async () => {
    expect(plain(await blocksOf())).not.toContain('Dépôt de la demande');
  });
});

describe('chronology', () => {
  it('gives the figures first, in Paris time with the offset', async () => {
    const [figures] = ofType(await blocksOf(), 'facts');
    expect(plain([figures as Block])).toContain('2, relevés 2 fois en tout');
    expect(plain([figures as Block])).toContain('3 novembre 2026 à 09 h 00 min 02 s (UTC+01:00)');
  });

  it('puts address, time, journal line and hash in the band of each picture, and says that it is a copy', async () => {
    const [picture] = ofType(await blocksOf(), 'picture');
    expect(picture?.caption.map((line) => line.replace(/[\u202f\u00a0]/g, ' '))).toEqual([
      '3 novembre 2026 à 09 h 01 min 01 s (UTC+01:00)',
      'https://administration-etrangers-en-france.interieur.gouv.fr/usagers/#/demande/{id}',
      expect.stringMatching(/^Image 000005 \(2 × 2 pixels\) · ligne 5 du journal · SHA-256 [0-9a-f]{16}…$/),
      'Copie réduite pour l’impression ; original intact : data/captures/000005.png',
    ]);
  });

  it('gives hashes in full, the words of the page and those of the person apart', async () => {
    const blocks = await blocksOf();
    expect(plain(blocks)).toMatch(/"SHA-256 de l’image","[0-9a-f]{64}"/);
    expect(ofType(blocks, 'quotation').map(({ text }) => text)).toEqual([
      '=HYPERLINK("x") Une erreur est survenue',
    ]);
    expect(plain(blocks)).toContain('Le bouton « Continuer » reste gris. مرحبا 😟');
  });

  it('says in a sentence what a form did, for how long, and to which button', async () => {
    const dossier = sampleDossier();
    const seq = dossier.incident(OPENED_AT + 120_000, {
      fingerprint: 'c3'.repeat(16),
      ruleId: 'form-dead-click',
      category: 'blocked-form',
      httpStatus: null,
      evidence: { durationMs: 6200, tries: 3 },
    });
    dossier.capture(OPENED_AT + 121_000, {
      trigger: { kind: 'finding', incidentSeq: seq, evidence: { label: 'Enregistrer et poursuivre' } },
    });
    const said = plain(await blocksOf(dossier));
    expect(said).toContain('Le bouton a été actionné sans aucun effet');
    expect(said).toContain('["Élément concerné","« Enregistrer et poursuivre »"]');
    expect(said).toContain('["Durée observée","6 s, page affichée à l’écran"]');
    expect(said).toContain('["Essais","3 fois"]');
  });

  it('says why there is no picture', async () => {
    expect(plain(await blocksOf())).toContain(
      'Pas d’image pour la capture 000006 : le navigateur exigeait un clic',
    );
  });

  it('says when a picture cannot be read, or is not the one that was taken', async () => {
    expect(plain(await blocksOf(sampleDossier(), { readPicture: async () => undefined }))).toContain(
      'n’a pas pu être relue',
    );
    const changed = { readPicture: async () => ({ bytes: new Uint8Array(), intact: false }) };
    expect(plain(await blocksOf(sampleDossier(), changed))).toContain(
      'Attention : ce fichier ne correspond plus',
    );
  });

  it('says when a record cannot be read', async () => {
    expect(plain(await blocksOf(sampleDossier(), { readCapture: async () => undefined }))).toContain(
      'La fiche de la capture 000005 n’a pas pu être relue.',
    );
  });

  it('shows each measure with its two dates and concludes nothing', async () => {
    const text = plain(await blocksOf());
    expect(text).toContain(
      'décision du 5 mai 2026 ; délai de six mois environ, à compter de la notification',
    );
    expect(text).toContain('0 après le 5 novembre 2026');
    expect(text).not.toMatch(/expiré|dépassé|illégal|certifi|irréfutable|viol(?:e|ation)/i);
  });

  it('ends with its limits', async () => {
    const blocks = await blocksOf();
    const heading = ofType(blocks, 'heading').at(-1);
    expect(heading?.text).toBe('Ce que ce document ne prouve pas');
    for (const words of [
      'constat de commissaire de justice',
      'outils de développement',
      'proxy',
      'cache',
      'devant l’ordinateur',
    ])
      expect(plain(blocks.slice(-3))).toContain(words);
  });

  it('keeps what is no failure out of the count', async () => {
    const dossier = buildDossier();
    dossier.attempt(OPENED_AT);
    dossier.incident(OPENED_AT, { category: 'eligibility' });
    expect(plain(await blocksOf(dossier))).toContain('0, relevés 0 fois en tout');
    expect(plain(await blocksOf(dossier))).toContain('Règle affichée par le portail (non compté)');
  });

  it('has something to say of an empty dossier', async () => {
    expect(plain(await blocksOf(buildDossier()))).toContain('Aucun incident n’a été relevé.');
  });

  it('has a title that court filing systems take', () => {
    expect(CHRONOLOGY_TITLE).toMatch(/^[A-Za-z0-9 _-]{1,80}$/);
  });
});

it('has neutral words for every category', () => {
  for (const category of CATEGORIES) {
    const { name, description } = CATEGORY_WORDS[category];
    expect(name.length).toBeGreaterThan(3);
    expect(description).toMatch(/\.$/);
    expect(description).not.toMatch(/illégal|faute|droit à/i);
    if (!isFailure(category)) expect(description).toContain('sans être compté comme un échec');
  }
});

it('sets French spaces only where there was one', () => {
  expect(typeset('« a » : https://b.c/d?e=1 n° 3 ; 10 h 04 min')).toBe(
    '«\u202fa\u202f»\u202f: https://b.c/d?e=1 n°\u00a03\u202f; 10\u00a0h 04\u00a0min',
  );
});
