import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readCertificate } from '../../../lib/core/timestamp/certificate.ts';
import { checkReply } from '../../../lib/core/timestamp/check-reply.ts';
import type { Bytes } from '../../../lib/core/timestamp/der.ts';
import { certificatesOf, LONGEST_REPLY } from '../../../lib/core/timestamp/reply.ts';
import { readRequest, timestampRequest } from '../../../lib/core/timestamp/request.ts';
import { readTstInfo } from '../../../lib/core/timestamp/tst-info.ts';
import { timestampCrypto } from '../../../lib/node/timestamp-crypto.ts';
import { type Authority, createAuthority } from '../../authority/authority.ts';

const ASKED = { imprint: 'd4'.repeat(32), nonce: '4102030405060708' };

const read = async (bytes: Bytes) => {
  readRequest(bytes);
  readCertificate(bytes);
  readTstInfo(bytes);
  certificatesOf(bytes);
  return checkReply(bytes, ASKED, timestampCrypto);
};

const join = (parts: readonly Uint8Array[]) => Uint8Array.from(parts.flatMap((part) => [...part]));

/** Elements in elements, as deep and as wide as chance wills. */
const { der } = fc.letrec<{ der: Uint8Array }>((tie) => ({
  der: fc
    .tuple(
      fc.constantFrom(0x02, 0x03, 0x04, 0x05, 0x06, 0x18, 0x30, 0x31, 0xa0, 0xa1, 0xa3, 0x80),
      fc.oneof(
        { maxDepth: 6 },
        fc.uint8Array({ maxLength: 20 }),
        fc.array(tie('der'), { maxLength: 6 }).map(join),
      ),
    )
    .map(([tag, content]) => {
      const { length } = content;
      const head =
        length < 128 ? [length] : length < 256 ? [0x81, length] : [0x82, length >> 8, length & 0xff];
      return Uint8Array.from([tag, ...head, ...content]);
    }),
}));

let authority: Authority;
let good: Bytes;
beforeAll(async () => {
  authority = createAuthority();
  good = authority.answer(timestampRequest(ASKED.imprint, ASKED.nonce), { signer: 'P-256' });
});
afterAll(() => authority?.close());

describe('whatever comes', () => {
  it('any bytes are read without a throw, and are no reply', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), async (bytes) => {
        expect((await read(new Uint8Array(bytes))).problems).not.toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  it('any elements are read without a throw, and are no timestamp', async () => {
    await fc.assert(
      fc.asyncProperty(der, async (bytes) => {
        expect((await read(new Uint8Array(bytes))).problems).not.toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  it('a good reply with anything anywhere in it says what it said, or is not believed', async () => {
    const whole = await read(good);
    expect(whole.problems).toEqual([]);
    const place = fc.tuple(fc.nat(), fc.nat({ max: 30 }), fc.uint8Array({ maxLength: 30 }));
    await fc.assert(
      fc.asyncProperty(place, async ([at, gone, put]) => {
        const from = at % good.length;
        const changed = Uint8Array.from([...good.slice(0, from), ...put, ...good.slice(from + gone)]);
        const { problems, timestamp } = await read(changed);
        if (problems.length === 0) expect(timestamp?.info).toEqual(whole.timestamp?.info);
      }),
      { numRuns: 500 },
    );
  });

  it('what is as deep or as long as can be is given up at once', async () => {
    const levels = 16_000;
    const deep = new Uint8Array(4 * levels);
    for (let level = 0; level < levels; level++) {
      const rest = 4 * (levels - level - 1);
      deep.set(rest < 128 ? [0x30, 0x82, 0, rest] : [0x30, 0x82, rest >> 8, rest & 0xff], 4 * level);
    }
    const before = performance.now();
    for (const bytes of [deep, new Uint8Array(LONGEST_REPLY), new Uint8Array(5_000_000).fill(0x30)]) {
      expect((await read(bytes)).problems).not.toEqual([]);
    }
    expect(performance.now() - before).toBeLessThan(2_000);
  });
});
