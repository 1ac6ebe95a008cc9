import { describe, expect, it } from 'vitest';
import { CHAIN_START, checkChain, nextLine, readLine } from '../../../lib/core/journal/chain.ts';
import { commitTo } from '../../../lib/core/journal/commitment.ts';
import { GENESIS, type JournalEntry } from '../../../lib/core/journal/line.ts';
import { hashing } from '../../../lib/node/hashing.ts';

const { sha256 } = hashing;
const AT = '2026-11-21T09:04:07.000Z';
const ENTRIES: readonly JournalEntry[] = [
  { type: 'dossier.opened', dossier: '0f3a9c21-7b64-4c1e-9d20-5a8e13f7b642' },
  { type: 'attempt.started', attempt: 1 },
  { type: 'incident', attempt: 1, commit: 'ab'.repeat(32) },
  { type: 'clock', backMs: 3000 },
];

function chainOf(entries: readonly JournalEntry[]): string[] {
  let head = CHAIN_START;
  return entries.map((entry) => {
    const line = nextLine(head, entry, AT, sha256);
    head = line;
    return line.raw;
  });
}
const kinds = (lines: readonly string[]) =>
  checkChain(lines, sha256).problems.map(({ place, kind }) => `${place} ${kind}`);

describe('nextLine', () => {
  it('starts from 64 zeros and links each line to the bytes of the one before', () => {
    const [first = '', second = ''] = chainOf(ENTRIES);
    expect(readLine(first)).toMatchObject({ seq: 1, prev: GENESIS, at: AT });
    expect(readLine(second)).toMatchObject({ seq: 2, prev: sha256(new TextEncoder().encode(first)) });
  });

  it('writes one line, whatever it holds', () => {
    for (const raw of chainOf(ENTRIES)) expect(raw).not.toMatch(/[\n\r]/);
  });
});

describe('checkChain', () => {
  it('finds nothing in a sound chain', () => {
    const report = checkChain(chainOf(ENTRIES), sha256);
    expect(report.problems).toEqual([]);
    expect(report.lines).toHaveLength(4);
    expect(report.head.seq).toBe(4);
  });

  it('finds a changed line at the next one', () => {
    const lines = chainOf(ENTRIES);
    lines[1] = (lines[1] ?? '').replace('"attempt":1', '"attempt":2');
    expect(kinds(lines)).toEqual(['3 broken-link']);
  });

  it('finds a line taken out', () => {
    const lines = chainOf(ENTRIES);
    lines.splice(1, 1);
    expect(kinds(lines)).toEqual(['2 broken-link', '2 wrong-number', '3 wrong-number']);
  });

  it('finds two lines that changed places', () => {
    const [a = '', b = '', c = '', d = ''] = chainOf(ENTRIES);
    expect(kinds([a, c, b, d])).toContain('2 broken-link');
  });

  it.each(['', 'null', '[]', '{"seq":"2"}', '{'])('takes %j for unreadable', (raw) => {
    const [first = ''] = chainOf(ENTRIES);
    expect(kinds([first, raw])).toEqual(['2 unreadable']);
  });

  it('follows lines of a type that it does not know', () => {
    const [first = ''] = chainOf(ENTRIES);
    const prev = sha256(new TextEncoder().encode(first));
    expect(kinds([first, JSON.stringify({ seq: 2, type: 'absence', at: AT, prev })])).toEqual([
      '2 unknown-type',
    ]);
    expect(kinds([first, JSON.stringify({ seq: 2, type: 'absence', at: AT, prev: GENESIS })])).toContain(
      '2 broken-link',
    );
  });

  it('wants a dossier to be opened first', () => {
    expect(kinds(chainOf([{ type: 'session.bound' }]))).toEqual(['1 first-line']);
  });

  it('refuses fields that are not on the list of a type', () => {
    expect(
      readLine(JSON.stringify({ seq: 1, at: AT, prev: GENESIS, type: 'session.bound', name: 'A. K.' })),
    ).toBeUndefined();
  });
});

describe('commitTo', () => {
  it('hashes the salt, then the file', () => {
    const bytes = new TextEncoder().encode('{}');
    expect(commitTo('00ff', bytes, sha256)).toBe(sha256(Uint8Array.from([0, 255, ...bytes])));
  });

  it.each(['abc', 'zz', '0x12'])('refuses the salt %s', (salt) => {
    expect(() => commitTo(salt, new Uint8Array(), sha256)).toThrow(RangeError);
  });
});
