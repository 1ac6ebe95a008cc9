import { createPublicKey } from 'node:crypto';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PUBLIC_KEY, parseFingerprint, readableFingerprint } from '../../../lib/core/seal/device-key.ts';
import { derOfPem, pemText } from '../../../lib/core/seal/pem.ts';
import { testKey } from '../../app/fixtures/test-key.ts';

describe('a key in PEM', () => {
  it('is what openssl writes', () => {
    const key = createPublicKey({ key: Buffer.from(testKey.spki), format: 'der', type: 'spki' });
    expect(pemText(PUBLIC_KEY, testKey.spki)).toBe(key.export({ type: 'spki', format: 'pem' }));
  });

  it('gives its bytes back', () => {
    void fc.assert(
      fc.property(fc.uint8Array({ minLength: 1 }), (der) => {
        expect(derOfPem(PUBLIC_KEY, pemText(PUBLIC_KEY, der))).toEqual(der);
      }),
    );
  });

  it.each([
    '',
    'x',
    '-----BEGIN PUBLIC KEY-----\n=====\n-----END PUBLIC KEY-----\n',
    pemText('CERTIFICATE', testKey.spki),
  ])('is not %j', (text) => {
    expect(derOfPem(PUBLIC_KEY, text)).toBeUndefined();
  });

  it('stands alone', () => {
    const pem = pemText(PUBLIC_KEY, testKey.spki);
    expect(derOfPem(PUBLIC_KEY, pem + pem)).toBeUndefined();
  });
});

describe('a fingerprint', () => {
  it('is read as it is shown, and as other programs show it', () => {
    const digits = '0123456789abcdef'.repeat(4);
    expect(parseFingerprint(readableFingerprint(digits))).toBe(digits);
    expect(parseFingerprint(digits.toUpperCase().replace(/../g, '$&:').slice(0, -1))).toBe(digits);
    expect(parseFingerprint(digits.slice(1))).toBeUndefined();
    expect(parseFingerprint('bonjour')).toBeUndefined();
  });
});
