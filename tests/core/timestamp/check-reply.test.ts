import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkReply, type ReplyReport } from '../../../lib/core/timestamp/check-reply.ts';
import type { Bytes } from '../../../lib/core/timestamp/der.ts';
import { timestampRequest } from '../../../lib/core/timestamp/request.ts';
import { timestampCrypto } from '../../../lib/node/timestamp-crypto.ts';
import { timestampCrypto as webCrypto } from '../../../lib/reader/timestamp-crypto.ts';
import { type Answering, type Authority, createAuthority, opensslVerify } from '../../authority/authority.ts';

const IMPRINT = 'a1'.repeat(32);
const NONCE = '4102030405060708';
const QUERY = timestampRequest(IMPRINT, NONCE);
const ASKED = { imprint: IMPRINT, nonce: NONCE };

let authority: Authority;
beforeAll(() => {
  authority = createAuthority();
});
afterAll(() => authority?.close());

/** The same verdict from both platforms. */
async function judge(reply: Bytes, asked: typeof ASKED = ASKED): Promise<ReplyReport> {
  const report = await checkReply(reply, asked, timestampCrypto);
  expect(await checkReply(reply, asked, webCrypto)).toEqual(report);
  return report;
}

describe('a good reply', () => {
  it.each<[string, Answering]>([
    ['RSA with SHA-256', {}],
    ['RSA with SHA-384', { digest: 'sha384' }],
    ['RSA with SHA-512', { digest: 'sha512' }],
    ['ECDSA on P-256', { signer: 'P-256' }],
    ['ECDSA on P-384 with SHA-384', { signer: 'P-384', digest: 'sha384' }],
    ['ECDSA on P-256 with SHA-512', { signer: 'P-256', digest: 'sha512' }],
    ['a certificate named by its SHA-1', { oldName: true }],
  ])('%s: is kept, and openssl verifies it', async (_, how) => {
    const reply = authority.answer(QUERY, how);
    const { problems, timestamp, failure } = await judge(reply);
    expect([problems, failure]).toEqual([[], null]);
    expect(timestamp?.info).toMatchObject({
      policy: '1.3.6.1.4.1.99999.1',
      imprint: { hash: IMPRINT },
      nonce: NONCE,
      accuracyMs: 1500,
      statesQualified: false,
      authority: `CN=Horodatage fictif ${how.signer ?? 'rsa'}, O=Replique pour essais, C=FR`,
    });
    expect(timestamp?.signer).toMatchObject({
      subject: timestamp?.info.authority,
      issuer: 'CN=Racine fictive, O=Replique pour essais, C=FR',
      purposes: { critical: true },
    });
    expect(timestamp?.certificates).toHaveLength(2);
    const token = join(authority.folder, 'kept.tsr');
    await writeFile(token, reply);
    const verified = opensslVerify(authority.folder, { token, sha256: IMPRINT, root: authority.root });
    expect(verified).toBe('Verification: OK');
  });

  it.each<[string, Answering]>([
    ['RSA-PSS with SHA-256', { cms: 'pss' }],
    ['RSA-PSS with SHA-512', { cms: 'pss', digest: 'sha512' }],
    ['a token that another program signed', { cms: 'plain', signer: 'P-384', digest: 'sha384' }],
  ])('%s: is kept', async (_, how) => {
    expect((await judge(authority.answer(QUERY, how))).problems).toEqual([]);
  });

  it('tells when, to the second', async () => {
    const before = Math.floor(Date.now() / 1000) * 1000;
    const { timestamp } = await judge(authority.answer(QUERY));
    expect(timestamp?.info.genTime).toBeGreaterThanOrEqual(before);
    expect(timestamp?.info.genTime).toBeLessThanOrEqual(Date.now());
  });
});

describe('a reply that is not kept', () => {
  it.each<[string, Answering, readonly string[]]>([
    ['of a certificate that had ended', { signer: 'expired' }, ['certificate-not-valid']],
    ['of a certificate for something else', { signer: 'for-mail', cms: 'plain' }, ['wrong-purpose']],
    ['of a certificate for something else too', { signer: 'for-more', cms: 'plain' }, ['wrong-purpose']],
    ['of a purpose that may be overlooked', { signer: 'not-critical', cms: 'plain' }, ['wrong-purpose']],
    ['of a certificate without purpose', { signer: 'no-purpose', cms: 'plain' }, ['wrong-purpose']],
  ])('%s', async (_, how, problems) => {
    expect((await judge(authority.answer(QUERY, how))).problems).toEqual(problems);
  });

  it('a refusal, with its reason', async () => {
    const { problems, failure, timestamp } = await judge(authority.answer(QUERY, { refusing: true }));
    expect([problems, failure, timestamp]).toEqual([['refused'], 'badAlg', null]);
  });

  it('over something else', async () => {
    const other = timestampRequest('b2'.repeat(32), NONCE);
    expect((await judge(authority.answer(other))).problems).toEqual(['wrong-imprint']);
  });

  it('to somebody else, or played again', async () => {
    const other = timestampRequest(IMPRINT, '4102030405060709');
    expect((await judge(authority.answer(other))).problems).toEqual(['wrong-nonce']);
  });

  it('changed in one byte, wherever it is', async () => {
    const reply = authority.answer(QUERY, { signer: 'P-256' });
    const whole = await checkReply(reply, ASKED, timestampCrypto);
    for (let at = 0; at < reply.length; at++) {
      const changed = reply.slice();
      changed[at] = (changed[at] ?? 0) ^ 0x01;
      const report = await checkReply(changed, ASKED, timestampCrypto);
      // The other certificates, what vouches for them, and a status of 1 are not what was signed.
      if (report.problems.length > 0) continue;
      expect(report.timestamp?.info).toEqual(whole.timestamp?.info);
      expect(report.timestamp?.signer).toEqual(whole.timestamp?.signer);
    }
  });

  it('cut anywhere', async () => {
    const reply = authority.answer(QUERY, { signer: 'P-256' });
    for (let length = 0; length < reply.length; length++) {
      expect((await checkReply(reply.slice(0, length), ASKED, timestampCrypto)).problems).toEqual([
        'malformed',
      ]);
    }
  });
});
