import { describe, expect, it } from 'vitest';
import { rememberRecords } from '../../../lib/app/export/remember-records.ts';
import type { DossierSource, FileKind } from '../../../lib/app/ports.ts';

const MIB = 1024 * 1024;

/** A source that tells what was read of it. */
function watched(size = 10): { readonly source: DossierSource; readonly read: string[] } {
  const read: string[] = [];
  const source: DossierSource = {
    id: 'd',
    createdAt: '',
    headSeq: 1000,
    async *lines() {},
    async *files() {},
    erasedSince: async () => false,
    async file(seq, kind) {
      read.push(`${seq} ${kind}`);
      if (seq === 13) return undefined;
      const bytes = new Uint8Array(size);
      return { seq, kind, bytes, sha256: '', crc32: 0, release: () => void bytes.buffer.transfer(0) };
    },
  };
  return { source: rememberRecords(source), read };
}

async function readTwice(seq: number, kind: FileKind, size?: number) {
  const { source, read } = watched(size);
  for (let time = 0; time < 2; time++) {
    const file = await source.file(seq, kind);
    expect(file?.bytes.length).toBe(size ?? 10);
    file?.release();
  }
  return read.length;
}

describe('remembering records', () => {
  it.each(['capture', 'incident', 'display'] as const)('reads a record once: %s', async (kind) => {
    expect(await readTwice(1, kind)).toBe(1);
  });

  it.each(['picture', 'snapshot'] as const)('keeps nothing that is large: %s', async (kind) => {
    expect(await readTwice(1, kind)).toBe(2);
  });

  it('keeps no more than a few megabytes', async () => {
    expect(await readTwice(1, 'capture', 5 * MIB)).toBe(2);
    const { source, read } = watched(MIB);
    for (let round = 0; round < 2; round++)
      for (let seq = 1; seq <= 6; seq++) await source.file(seq, 'capture');
    expect(read).toHaveLength(6 + 2);
  });

  it('looks again for what was not there', async () => {
    const { source, read } = watched();
    await source.file(13, 'capture');
    await source.file(13, 'capture');
    expect(read).toHaveLength(2);
  });
});
