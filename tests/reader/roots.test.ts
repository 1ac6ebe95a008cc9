import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type Certificate, readCertificate } from '../../lib/core/timestamp/certificate.ts';
import type { Timestamp } from '../../lib/core/timestamp/check-reply.ts';
import { timestampCrypto as nodeCrypto } from '../../lib/node/timestamp-crypto.ts';
import { createTimestampTrust, readRoots } from '../../lib/reader/roots.ts';
import { timestampCrypto as webCrypto } from '../../lib/reader/timestamp-crypto.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 120_000 });

/** A root, an authority under it, one under that one, and signers at each place; made by openssl. */
let folder: string;
const at = (name: string) => join(folder, name);
const openssl = (...args: readonly string[]) => execFileSync('openssl', args, { cwd: folder, stdio: 'pipe' });
const EC = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-384', '-nodes'];
const CA = 'basicConstraints=critical,CA:true\nkeyUsage=critical,keyCertSign,cRLSign\n';
const NOW = Date.now();
const DAY = 86_400_000;

/** `under`: null for a root. `dates`: as openssl writes them. */
function make(
  name: string,
  under: string | null,
  extensions: string,
  {
    key = EC,
    dates,
    digest = 'sha256',
  }: { key?: readonly string[]; dates?: [string, string]; digest?: string } = {},
): void {
  openssl(
    'req',
    '-new',
    ...key,
    '-keyout',
    `${name}.key`,
    '-out',
    `${name}.csr`,
    '-subj',
    `/C=FR/O=Replique pour essais/CN=${name}`,
  );
  writeFileSync(
    at(`${name}.cnf`),
    `[e]\n${extensions}[ca]\ndefault_ca=c\n[c]\ndatabase=${name}.txt\nrand_serial=yes\nnew_certs_dir=.\ndefault_md=${digest}\npolicy=p\n[p]\ncountryName=optional\norganizationName=optional\ncommonName=supplied\n`,
  );
  writeFileSync(at(`${name}.txt`), '');
  const [from, to] = dates ?? ['20200101000000Z', '20491231000000Z'];
  openssl(
    'ca',
    '-batch',
    '-notext',
    '-config',
    `${name}.cnf`,
    '-in',
    `${name}.csr`,
    '-extensions',
    'e',
    '-startdate',
    from,
    '-enddate',
    to,
    '-out',
    `${name}.pem`,
    ...(under === null
      ? ['-selfsign', '-keyfile', `${name}.key`]
      : ['-cert', `${under}.pem`, '-keyfile', `${under}.key`]),
  );
}
const certificate = (name: string): Certificate => {
  const [read] = readRoots(new Uint8Array(readFileSync(at(`${name}.pem`))));
  if (!read) throw new Error(`${name} cannot be read`);
  return read;
};
const vouched = async (root: string, signer: string, between: readonly string[] = [], when = NOW) => {
  const timestamp = {
    info: { genTime: when },
    signer: certificate(signer),
    certificates: [signer, ...between].map(certificate),
  } as unknown as Timestamp;
  const answers = await Promise.all(
    [nodeCrypto, webCrypto].map((crypto) =>
      createTimestampTrust([certificate(root)], crypto).isVouchedFor(timestamp),
    ),
  );
  expect(answers[0]).toBe(answers[1]);
  return answers[0];
};

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'temoin-roots-'));
  make('root', null, CA);
  make('other', null, CA);
  make('middle', 'root', CA);
  make('deep', 'middle', CA, { key: ['-newkey', 'rsa:2048', '-nodes'], digest: 'sha512' });
  make('short', 'root', CA.replace('CA:true', 'CA:true,pathlen:0'));
  make('below-short', 'short', CA);
  make('no-authority', 'root', 'basicConstraints=critical,CA:false\nkeyUsage=critical,digitalSignature\n');
  make('no-signing', 'root', CA.replace('keyCertSign,', ''));
  make('limited', 'root', `${CA}nameConstraints=critical,permitted;DNS:example.org\n`);
  for (const under of [
    'root',
    'middle',
    'deep',
    'short',
    'below-short',
    'no-authority',
    'no-signing',
    'limited',
  ])
    make(`signer-${under}`, under, 'extendedKeyUsage=critical,timeStamping\n');
  make('past', 'root', CA, { dates: ['19500101000000Z', '19501231000000Z'] });
  make('signer-past', 'past', 'extendedKeyUsage=critical,timeStamping\n');
  make('far', 'root', 'extendedKeyUsage=critical,timeStamping\n', {
    dates: ['00000101000000Z', '99991231235959Z'],
  });
  make('upside-down', 'root', 'extendedKeyUsage=critical,timeStamping\n', {
    dates: ['20490101000000Z', '20200101000000Z'],
  });
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('a root that the reader brings', () => {
  it.each<[string, string, readonly string[]]>([
    ['itself', 'signer-root', []],
    ['through one authority', 'signer-middle', ['middle']],
    ['through two, whatever the order', 'signer-deep', ['deep', 'middle']],
    ['through one that may have no other below it', 'signer-short', ['short']],
  ])('vouches for who signed: %s', async (_, signer, between) => {
    expect(await vouched('root', signer, between)).toBe(true);
    expect(await vouched('other', signer, between)).toBe(false);
    expect(await vouched('root', signer, [...between].reverse())).toBe(true);
  });

  it.each<[string, string, readonly string[]]>([
    ['an authority that is not there', 'signer-middle', []],
    ['an authority below one that may have none', 'signer-below-short', ['below-short', 'short']],
    ['a certificate that is no authority', 'signer-no-authority', ['no-authority']],
    ['an authority that may not sign certificates', 'signer-no-signing', ['no-signing']],
    ['limits that are not read', 'signer-limited', ['limited']],
    ['an authority of another century', 'signer-past', ['past']],
  ])('vouches for nobody through %s', async (_, signer, between) => {
    expect(await vouched('root', signer, between)).toBe(false);
  });

  it('that is given as the signer, or as another authority, changes nothing', async () => {
    expect(await vouched('middle', 'signer-middle', ['middle'])).toBe(true);
    expect(await vouched('signer-root', 'signer-root')).toBe(false);
    expect(await vouched('no-authority', 'signer-no-authority')).toBe(false);
  });

  it('vouches at the time of the token, not now', async () => {
    expect(await vouched('root', 'signer-root', [], Date.UTC(2019, 11, 31))).toBe(false);
    expect(await vouched('root', 'signer-root', [], Date.UTC(2020, 0, 2))).toBe(true);
    expect(await vouched('root', 'signer-root', [], Date.UTC(2050, 0, 1))).toBe(false);
  });

  it('is not moved by absurd dates', async () => {
    expect(await vouched('root', 'upside-down')).toBe(false);
    // The year 0 is none: what cannot be read vouches for nobody.
    expect(() => certificate('far')).toThrow();
    for (const when of [Number.NaN, -8.64e15, 8.64e15, Number.POSITIVE_INFINITY])
      expect(await vouched('root', 'signer-root', [], when)).toBe(false);
    expect(await vouched('root', 'signer-root', [], NOW + DAY)).toBe(true);
  });

  it('does not answer for a signature that was changed', async () => {
    const good = certificate('signer-root');
    for (const place of [good.der.length - 5, 60, 120]) {
      const der = good.der.slice();
      der[place] = (der[place] ?? 0) ^ 1;
      const changed = readCertificate(der);
      if (!changed) continue;
      const timestamp = { info: { genTime: NOW }, signer: changed, certificates: [] } as unknown as Timestamp;
      const trust = createTimestampTrust([certificate('root')], webCrypto);
      expect(await trust.isVouchedFor(timestamp)).toBe(false);
    }
  });

  it('is read in PEM, several in one file, and in DER; anything else is none', () => {
    const pem = readFileSync(at('root.pem'), 'utf8');
    const both = new TextEncoder().encode(`${pem}\n# deux\n${readFileSync(at('other.pem'), 'utf8')}`);
    expect(readRoots(both).map(({ subject }) => subject)).toEqual([
      certificate('root').subject,
      certificate('other').subject,
    ]);
    expect(readRoots(certificate('root').der)).toHaveLength(1);
    const broken = new TextEncoder().encode(`${pem}${pem.replace(/M/g, 'A')}`);
    for (const none of [
      new Uint8Array(),
      broken,
      new TextEncoder().encode('<html>'),
      new Uint8Array(5 * 1024 ** 2),
    ])
      expect(readRoots(none)).toEqual([]);
  });
});
