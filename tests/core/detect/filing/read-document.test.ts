import { describe, expect, it } from 'vitest';
import type { DocumentRow, RowPiece } from '../../../../lib/core/detect/filing/document.ts';
import {
  readDocument,
  readDocuments,
  stateOf,
  withoutFileName,
} from '../../../../lib/core/detect/filing/read-document.ts';

const asItIs = (text: string) => text;
const piece = (text: string, more: Partial<RowPiece> = {}): RowPiece => ({
  text,
  role: 'plain',
  tone: null,
  ...more,
});
const row = (texts: readonly (string | RowPiece)[], more: Partial<DocumentRow> = {}): DocumentRow => ({
  pieces: texts.map((one) => (typeof one === 'string' ? piece(one) : one)),
  chooser: false,
  chosen: false,
  heading: '',
  ...more,
});

describe('what a page says of a document', () => {
  it.each([
    ['Accepté', 'accepted'],
    ['Document validé', 'accepted'],
    ['Non accepté', 'refused'],
    ['Pièce non conforme', 'refused'],
    ['Le fichier n’a pas pu être traité.', 'refused'],
    ['Le fichier dépasse la taille maximale autorisée (10 Mo).', 'refused'],
    ['Format de fichier non supporté. Formats acceptés : PDF, PNG, JPEG.', 'refused'],
    ['En attente de vérification', 'pending'],
    ['Envoi en cours…', 'pending'],
    ['Document ajouté', 'received'],
    ['Déposé le 12/11/2026', 'received'],
    ['À fournir', 'missing'],
    ['Aucun fichier choisi', 'missing'],
    ['Accepted', 'accepted'],
    ['Rejected: unreadable', 'refused'],
    ['The file could not be processed.', 'refused'],
    ['Unsupported file format. Accepted formats: PDF, PNG, JPEG.', 'refused'],
    ['Being checked', 'pending'],
    ['Document added', 'received'],
    ['No file chosen', 'missing'],
    // Rules, not news.
    ['Formats acceptés : PDF, JPG, PNG. 10 Mo au maximum par fichier.', undefined],
    ['Les fichiers illisibles seront refusés.', undefined],
    ['PDF, PNG ou JPEG, 10 Mo au plus.', undefined],
    ['Accepted formats: PDF, PNG or JPEG.', undefined],
    ['Passeport', undefined],
    ['Justificatif de domicile', undefined],
  ])('« %s »: %s', (text, state) => {
    expect(stateOf(text)).toBe(state);
  });
});

it.each([
  ['passeport-fictif.pdf', ''],
  ['Document ajouté : CNI Fictive Anne.pdf', 'Document ajouté'],
  ['Scan de mon passeport.JPG (1,2 Mo)', ''],
  ['Passeport', 'Passeport'],
  ['facture Anne.pdf refusé', 'refusé'],
  ['a.pdf, dupont.pdf', ''],
])('« %s » without its file name: « %s »', (text, rest) => {
  expect(withoutFileName(text)).toBe(rest);
});

describe('a row', () => {
  it('of the interface of today, document given', () => {
    const read = readDocument(
      row(
        [
          'Passeport',
          piece('PDF, PNG ou JPEG, 10 Mo au plus.', { role: 'hint' }),
          piece('Document ajouté :', { tone: 'good' }),
          piece('CNI Fictive Anne.PDF', { tone: 'good' }),
          piece('Supprimer', { role: 'control' }),
        ],
        { chooser: true },
      ),
      asItIs,
    );
    expect(read).toEqual({
      label: 'Passeport',
      state: 'received',
      says: 'Document ajouté',
      fileShown: true,
      fileType: 'pdf',
      size: null,
      addedOn: null,
    });
  });

  it('of the interface before, refused with a cross', () => {
    const read = readDocument(
      row(
        [
          'Justificatif de domicile',
          piece('PDF, PNG ou JPEG, 10 Mo au plus.', { role: 'hint' }),
          piece('Choisir un fichier', { role: 'control' }),
          piece('', { tone: 'bad' }),
          'facture.pdf',
          piece('Le fichier n’a pas pu être traité.', { tone: 'bad' }),
        ],
        { chooser: true },
      ),
      asItIs,
    );
    expect(read).toMatchObject({
      label: 'Justificatif de domicile',
      state: 'refused',
      says: 'Le fichier n’a pas pu être traité.',
      fileType: 'pdf',
    });
  });

  it('of a table, with size and day', () => {
    const read = readDocument(
      row(['Photo d’identité', 'photo.jpg', '1,2 Mo', '12/11/2026', 'Accepté']),
      asItIs,
    );
    expect(read).toMatchObject({
      label: 'Photo d’identité',
      state: 'accepted',
      size: '1,2 Mo',
      addedOn: '2026-11-12',
    });
  });

  it.each([
    ['Passeport', 'valable jusqu’au 31/12/2029', null],
    ['Acte de naissance', 'né le 01/02/1990', null],
    ['Passeport', 'Ajouté le 12/11/2026, valable jusqu’au 31/12/2029', '2026-11-12'],
  ])('of %s, « %s », was given on %s', (label, text, day) => {
    expect(readDocument(row([label, 'x.pdf', text]), asItIs)?.addedOn).toBe(day);
  });

  it('whose label stands above it', () => {
    const read = readDocument(
      row(['passeport.pdf (9 Ko)', '✔', piece('Supprimer', { role: 'control' })], { heading: 'Passeport *' }),
      asItIs,
    );
    expect(read).toMatchObject({ label: 'Passeport', state: 'received', says: null, size: '9 Ko' });
  });

  it('of the recapitulation: listed, without a word on its state', () => {
    const read = readDocument(row(['Passeport', 'passeport-fictif.pdf']), asItIs);
    expect(read).toMatchObject({ label: 'Passeport', state: 'unknown', fileShown: true });
  });

  it('with an empty chooser lacks its document', () => {
    expect(readDocument(row(['Visa'], { chooser: true }), asItIs)).toMatchObject({ state: 'missing' });
    expect(readDocument(row(['Visa'], { chooser: true, chosen: true }), asItIs)).toMatchObject({
      state: 'unknown',
    });
  });

  it('that speaks of no document is none', () => {
    expect(readDocument(row(['Nationalité', 'BORDURIE']), asItIs)).toBeUndefined();
  });

  it.each([
    ['Valid passport', 'missing'],
    ['Titre de séjour en cours de validité', 'missing'],
    ['Passeport refusé', 'refused'],
    ['Justificatif de domicile manquant', 'missing'],
    ['Avis d’imposition accepté', 'accepted'],
  ])('called « %s » is %s while nothing was given', (label, state) => {
    expect(readDocument(row([label], { chooser: true }), asItIs)).toMatchObject({ label, state });
  });

  it('keeps a label that says « valide » as a label', () => {
    const read = readDocument(
      row(['Titre de séjour en cours de validité ou visa valide', 'titre.pdf']),
      asItIs,
    );
    expect(read).toMatchObject({ label: 'Titre de séjour en cours de validité ou visa valide' });
  });
});

it('is no document where it only tells how a request goes', () => {
  const request = ['Demande de titre de séjour', 'En cours'];
  expect(readDocument(row(request, { heading: 'Mes démarches' }), asItIs)).toBeUndefined();
  expect(readDocument(row(['Passeport', 'En attente'], { heading: 'Mes documents' }), asItIs)).toMatchObject({
    label: 'Passeport',
    state: 'pending',
  });
});

describe('what is personal', () => {
  const typed = (text: string) => text.replace(/passeport|ZZFICTIF/gi, '[masqué : saisie]');

  it('a common label is nobody’s, even if her file has that name', () => {
    expect(readDocument(row(['Passeport', 'passeport.pdf']), typed)?.label).toBe('Passeport');
  });

  it('is masked in any other label, and in what the page says', () => {
    const read = readDocument(row(['Contrat ZZFICTIF', 'contrat.pdf', 'Document de ZZFICTIF refusé']), typed);
    expect(read?.label).toBe('Contrat [masqué : saisie]');
    expect(read?.says).toBe('Document de [masqué : saisie] refusé');
  });

  it('no name of a file is ever kept', () => {
    const names = [
      'Dupont Jean CNI.pdf',
      'Document ajouté : Dupont Jean CNI.pdf',
      'dupont.jean.2026.png (2 Mo)',
    ];
    for (const name of names) {
      expect(JSON.stringify(readDocument(row(['Passeport', name]), asItIs))).not.toMatch(/dupont|jean|cni/i);
    }
  });
});

describe('a list', () => {
  it('leaves out the empty chooser beside a document that was given', () => {
    const given = row(['photo.png ✔'], { heading: 'Photo' });
    const chooser = row(['Ajouter un document'], { heading: 'Photo', chooser: true });
    const { items } = readDocuments([chooser, given], asItIs);
    expect(items).toHaveLength(1);
    expect(items[0]).toMatchObject({ label: 'Photo', fileShown: true });
  });

  it('is cut when it has no end, and says so', () => {
    const rows = Array.from({ length: 130 }, (_, index) => row([`Document ${index}`, 'x.pdf']));
    const { items, cut } = readDocuments(rows, asItIs);
    expect([items.length, cut]).toEqual([100, true]);
  });
});
