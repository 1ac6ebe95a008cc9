import { describe, expect, it } from 'vitest';
import { latestFiling } from '../../../lib/core/bundle/filing-record.ts';
import { recordKindOf, sideFilePath } from '../../../lib/core/bundle/layout.ts';
import { readDocumentList, readFiling } from '../../../lib/core/bundle/read-record.ts';
import { readLine } from '../../../lib/core/journal/chain.ts';
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
