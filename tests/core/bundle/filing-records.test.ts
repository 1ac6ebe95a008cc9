import { describe, expect, it } from 'vitest';
import { latestFiling } from '../../../lib/core/bundle/filing-record.ts';
import { recordKindOf, sideFilePath } from '../../../lib/core/bundle/layout.ts';
import {
  holdsOnly,
  readAbsence,
  readDocumentList,
  readFiling,
} from '../../../lib/core/bundle/read-record.ts';
import { readLine } from '../../../lib/core/journal/chain.ts';
import { FROZEN_ABSENCE, FROZEN_PROFILE_LINES } from './frozen-absence.ts';
import { FROZEN_DOCUMENTS, FROZEN_FILING, FROZEN_LINES } from './frozen-filing.ts';

const bytes = (value: unknown) => new TextEncoder().encode(JSON.stringify(value));

describe('what the first version wrote of a filing', () => {
  it('is read as it stands', () => {
    expect(readDocumentList(bytes(FROZEN_DOCUMENTS))).toEqual(FROZEN_DOCUMENTS);
    expect(readFiling(bytes(FROZEN_FILING))).toEqual(FROZEN_FILING);
  });

  it('has its lines, its folders and its paths', () => {
    const lines = FROZEN_LINES.map(readLine);
    expect(lines.map((line) => line?.type)).toEqual(['documents', 'filing']);
    const paths = lines.map((line) => line && sideFilePath(recordKindOf(line.type) ?? 'capture', line.seq));
    expect(paths).toEqual(['data/documents/000008.json', 'data/depots/000009.json']);
  });

  it.each([
    ['a day that is none', { filedOn: '24/01/2024' }],
    ['a time that is none', { filedTime: 'midi' }],
    ['another format', { format: 'anef-filing/2' }],
  ])('is refused with %s', (_, change) => {
    expect(readFiling(bytes({ ...FROZEN_FILING, ...change }))).toBeUndefined();
  });

  it('of several days, the latest counts; of one, its first record', () => {
    const filing = (seq: number, filedOn: string) => ({ seq, filedOn });
    expect(latestFiling([filing(3, '2024-01-24'), filing(9, '2023-01-01')])?.seq).toBe(3);
    expect(latestFiling([filing(9, '2024-01-24'), filing(3, '2024-01-24')])?.seq).toBe(3);
    expect(latestFiling([])).toBeUndefined();
  });
});

describe('what the first version wrote of an absence and of an erasure', () => {
  it('is read as it stands', () => {
    expect(readAbsence(bytes(FROZEN_ABSENCE))).toEqual(FROZEN_ABSENCE);
    expect(FROZEN_PROFILE_LINES.map(readLine)).toMatchObject([{ type: 'absence' }, { erased: [5, 6] }]);
    expect(sideFilePath('absence', 7)).toBe('data/incidents/000007.json');
  });

  it.each([
    ['a word of hers', { note: 'x' }, true],
    ['a kind that is none', { kind: 'autre' }, false],
    ['a day that is none', { asked: { ...FROZEN_ABSENCE.asked, on: 'hier' } }, false],
    ['a zone that says something', { zone: 'Europe/Paris, chez A. K.' }, false],
    ['a version that says something', { software: { name: 'anef-temoin', version: 'de A. K.' } }, false],
  ])('with %s', (_, change, isRead) => {
    const changed = bytes({ ...FROZEN_ABSENCE, ...change });
    const record = readAbsence(changed);
    expect(record !== undefined).toBe(isRead);
    expect(holdsOnly(changed, record)).toBe(false);
  });
});
