import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { nonceFrom, readRequest, timestampRequest } from '../../../lib/core/timestamp/request.ts';

const IMPRINT = '0f'.repeat(32);

function opensslReads(query: Uint8Array): string {
  const folder = mkdtempSync(join(tmpdir(), 'temoin-tsq-'));
  try {
    const file = join(folder, 'query.tsq');
    writeFileSync(file, query);
    return execFileSync('openssl', ['ts', '-query', '-in', file, '-text'], { stdio: 'pipe' }).toString();
  } finally {
    rmSync(folder, { recursive: true });
  }
}

describe('a request', () => {
  it('is about 70 bytes that openssl reads: a hash, a number, and nothing else', () => {
    const query = timestampRequest(IMPRINT, '4102030405060708');
    expect(query.length).toBeLessThan(72);
    const text = opensslReads(query);
    expect(text).toContain('Hash Algorithm: sha256');
    expect(text).toContain('Nonce: 0x4102030405060708');
    expect(text).toContain('Certificate required: yes');
    expect(text).toContain('Policy OID: unspecified');
    expect(text).toContain('Extensions:\n');
  });

  it.each(['4102030405060708', '7fffffffffffffff', '00000000000000ff'])(
    'with the nonce %s is read back',
    (nonce) => {
      const read = readRequest(timestampRequest(IMPRINT, nonce));
      expect(read).toEqual({ imprint: IMPRINT, nonce: nonce.replace(/^0+/, '') });
    },
  );

  it.each([
    ['0000000000000000', '4000000000000000'],
    ['ffffffffffffffff', '7fffffffffffffff'],
    ['8182838485868788', '4182838485868788'],
  ])('has a nonce that is positive and of 64 bits: %s gives %s', (random, nonce) => {
    expect(nonceFrom(random)).toBe(nonce);
  });

  it('another hash, another version, or more than there should be, is no request of ours', () => {
    const query = timestampRequest(IMPRINT, '41');
    const changed = (at: number, byte: number) => query.map((own, place) => (place === at ? byte : own));
    expect(readRequest(query)).toBeDefined();
    expect(readRequest(changed(4, 2))).toBeUndefined();
    expect(readRequest(changed(19, 0x03))).toBeUndefined();
    expect(readRequest(Uint8Array.from([...query, 0]))).toBeUndefined();
    expect(readRequest(new Uint8Array())).toBeUndefined();
  });
});
