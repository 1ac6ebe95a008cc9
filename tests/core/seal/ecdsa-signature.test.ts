import { verify as check, createPublicKey } from 'node:crypto';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { derSignature, rawSignature } from '../../../lib/core/seal/ecdsa-signature.ts';
import { newTestKey } from '../../app/fixtures/test-key.ts';

const numbers = fc.uint8Array({ minLength: 96, maxLength: 96 });

describe('an ECDSA signature in DER', () => {
  it('is what openssl reads', () => {
    const key = newTestKey();
    const bytes = new TextEncoder().encode('manifeste');
    const publicKey = createPublicKey({ key: Buffer.from(key.spki), format: 'der', type: 'spki' });
    for (let run = 0; run < 50; run++)
      expect(check('sha256', bytes, publicKey, derSignature(key.signNow(bytes)))).toBe(true);
  });

  it('gives its numbers back, whatever they are', () => {
    void fc.assert(
      fc.property(numbers, (raw) => {
        expect(rawSignature(derSignature(raw))).toEqual(raw);
      }),
    );
  });

  it.each([
    ['zeros', new Uint8Array(96)],
    ['ones', new Uint8Array(96).fill(0xff)],
    ['small numbers', Uint8Array.from({ length: 96 }, (_, at) => (at % 48 === 47 ? 1 : 0))],
  ])('of %s has the shortest form', (_, raw) => {
    expect(rawSignature(derSignature(raw))).toEqual(raw);
  });

  it('is refused with one bit, one byte more or one less', () => {
    const der = derSignature(newTestKey().signNow(new Uint8Array([1])));
    for (const spoilt of [der.subarray(1), der.subarray(0, -1), Uint8Array.from([...der, 0])])
      expect(rawSignature(spoilt)).toBeUndefined();
    expect(rawSignature(new Uint8Array())).toBeUndefined();
    expect(rawSignature(Uint8Array.from([0x31, ...der.subarray(1)]))).toBeUndefined();
  });

  it('never throws, whatever the bytes', () => {
    void fc.assert(fc.property(fc.uint8Array({ maxLength: 120 }), (bytes) => void rawSignature(bytes)));
  });
});
