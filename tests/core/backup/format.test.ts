import { describe, expect, it } from 'vitest';
import { headerText, NotABackup, parseHeader } from '../../../lib/core/backup/format.ts';
import { filePath, importPath, journalPath, placeOf, waitingPath } from '../../../lib/core/backup/paths.ts';

const ID = '0f3a9c21-7b64-4c1e-9d20-5a8e13f7b642';
const bytes = (text: string) => new TextEncoder().encode(text);
const TOLD = {
  createdAt: '2026-11-21T09:04:07.000Z',
  software: { version: '0.1.0', commit: 'abc' },
  settings: { language: null, timestamps: { on: false, url: 'https://autorite.example' } },
  dossiers: [{ id: ID, label: 'A. K.', head: { seq: 1 } }],
};
const reasonOf = (text: string): string => {
  try {
    parseHeader(bytes(text));
    return 'read';
  } catch (error) {
    return error instanceof NotABackup ? error.reason : 'thrown';
  }
};

describe('the first entry', () => {
  it('is read as it was written', () => {
    expect(parseHeader(bytes(headerText(TOLD)))).toMatchObject(TOLD);
  });

  it.each([
    ['{"format":"anef-backup/2","dossiers":"elsewhere"}', 'newer'],
    ['{"format":"anef-backup/1"}', 'damaged'],
    ['{"format":"anef-dossier/1"}', 'foreign'],
    ['[]', 'foreign'],
    ['not JSON', 'foreign'],
  ])('%s is %s', (text, reason) => {
    expect(reasonOf(text)).toBe(reason);
  });
});

describe('a path', () => {
  it.each([
    [journalPath(ID), { kind: 'journal', dossier: ID }],
    [filePath(ID, 12, 'picture'), { kind: 'file', dossier: ID, seq: 12, file: 'picture' }],
    [filePath(ID, 3, 'capture'), { kind: 'file', dossier: ID, seq: 3, file: 'capture' }],
    [filePath(ID, 3, 'of-later'), { kind: 'file', dossier: ID, seq: 3, file: 'of-later' }],
    [waitingPath(1, 'item'), { kind: 'waiting', number: 1, part: 'item' }],
    [waitingPath(1, 'facts'), { kind: 'waiting', number: 1, part: 'facts' }],
    [waitingPath(1, 'picture'), { kind: 'waiting', number: 1, part: 'picture' }],
    [importPath(ID, 'zip'), { kind: 'import', id: ID, part: 'zip' }],
  ])('%s', (path, place) => {
    expect(placeOf(path)).toEqual(place);
  });

  it.each([
    '../journal.jsonl',
    `dossiers/${ID}/../x`,
    `dossiers/${ID}/fichiers/12-picture.png`,
    `dossiers/${ID.toUpperCase()}/journal.jsonl`,
    'attente/000001.png',
    '',
  ])('« %s » has no place', (path) => {
    expect(placeOf(path)).toBeUndefined();
  });
});
