import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readReply, readToken } from '../../lib/core/timestamp/reply.ts';

/**
 * A timestamp authority of our own: a root, certificates under it, and `openssl ts` that answers. Its names say that it
 * is made for tests. Everything is done at once, so that a clock that stands still can be used beside it.
 */

const KEYS = {
  rsa: ['-newkey', 'rsa:2048'],
  'P-256': ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256'],
  'P-384': ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-384'],
} as const;

/** Each certificate under the root: its key, what it is for, and when. */
const SIGNERS = {
  rsa: { key: 'rsa', purpose: 'critical,timeStamping', days: ['-days', '30'] },
  'P-256': { key: 'P-256', purpose: 'critical,timeStamping', days: ['-days', '30'] },
  'P-384': { key: 'P-384', purpose: 'critical,timeStamping', days: ['-days', '30'] },
  /** Ended before the reply: `ca` is the only command that dates a certificate in the past. */
  expired: { key: 'P-256', purpose: 'critical,timeStamping', days: null },
  'for-mail': { key: 'P-256', purpose: 'critical,emailProtection', days: ['-days', '30'] },
  'for-more': { key: 'P-256', purpose: 'critical,timeStamping,emailProtection', days: ['-days', '30'] },
  'not-critical': { key: 'P-256', purpose: 'timeStamping', days: ['-days', '30'] },
  'no-purpose': { key: 'P-256', purpose: null, days: ['-days', '30'] },
} as const;
export type SignerName = keyof typeof SIGNERS;

export interface Answering {
  readonly signer?: SignerName;
  /** Of the signature, and of what it signs. */
  readonly digest?: 'sha256' | 'sha384' | 'sha512';
  /** Signed by `openssl cms`, which signs with any certificate and in any way. */
  readonly cms?: 'plain' | 'pss';
  /** Names its certificate by SHA-1, as older authorities do. */
  readonly oldName?: boolean;
  /** Knows only digests that we do not ask with: it refuses. */
  readonly refusing?: boolean;
}

export interface Authority {
  /** PEM of the root. */
  readonly root: string;
  readonly folder: string;
  answer(query: Uint8Array, how?: Answering): Uint8Array<ArrayBuffer>;
  close(): void;
}

export function createAuthority(): Authority {
  const folder = mkdtempSync(join(tmpdir(), 'temoin-tsa-'));
  const at = (name: string): string => join(folder, name);
  const openssl = (...args: readonly string[]) =>
    execFileSync('openssl', args, { cwd: folder, stdio: 'pipe' });

  openssl(
    ...['req', '-x509', ...KEYS['P-256'], '-nodes', '-keyout', 'root.key', '-out', 'root.pem', '-days', '60'],
    ...['-subj', '/C=FR/O=Replique pour essais/CN=Racine fictive'],
  );
  const made = new Set<SignerName>();

  function make(name: SignerName): void {
    const { key, purpose, days } = SIGNERS[name];
    openssl(
      ...['req', '-new', ...KEYS[key], '-nodes', '-keyout', `${name}.key`, '-out', `${name}.csr`],
      ...['-subj', `/C=FR/O=Replique pour essais/CN=Horodatage fictif ${name}`],
    );
    const usage = purpose === null ? '' : `extendedKeyUsage=${purpose}\n`;
    writeFileSync(
      at(`${name}.ext`),
      `[e]\nbasicConstraints=CA:false\nkeyUsage=critical,digitalSignature\n${usage}`,
    );
    const issuer = ['-CA', 'root.pem', '-CAkey', 'root.key', '-CAcreateserial'];
    const extensions = ['-extfile', `${name}.ext`, '-extensions', 'e'];
    if (days) {
      openssl('x509', '-req', '-in', `${name}.csr`, ...issuer, ...days, ...extensions, '-out', `${name}.pem`);
      return;
    }
    writeFileSync(at('index.txt'), '');
    writeFileSync(
      at('ca.cnf'),
      '[ca]\ndefault_ca=c\n[c]\ndatabase=index.txt\nrand_serial=yes\nnew_certs_dir=.\ndefault_md=sha256\npolicy=p\n[p]\ncountryName=optional\norganizationName=optional\ncommonName=supplied\n',
    );
    openssl(
      ...[
        'ca',
        '-batch',
        '-config',
        'ca.cnf',
        '-cert',
        'root.pem',
        '-keyfile',
        'root.key',
        '-in',
        `${name}.csr`,
      ],
      ...[
        '-startdate',
        '20200101000000Z',
        '-enddate',
        '20210101000000Z',
        ...extensions,
        '-out',
        `${name}.full`,
      ],
    );
    openssl('x509', '-in', `${name}.full`, '-out', `${name}.pem`);
  }

  const ready = (name: SignerName): void => {
    if (!made.has(name)) make(name);
    made.add(name);
  };

  let count = 0;
  function reply(query: Uint8Array, how: Answering): Uint8Array<ArrayBuffer> {
    const { signer = 'rsa', digest = 'sha256', oldName = false, refusing = false } = how;
    const name = `r${++count}`;
    writeFileSync(at(`${name}.serial`), count.toString(16).padStart(4, '0'));
    writeFileSync(
      at(`${name}.cnf`),
      `[tsa]
default_tsa=t
[t]
serial=${name}.serial
signer_cert=${signer}.pem
signer_key=${signer}.key
certs=root.pem
signer_digest=${digest}
default_policy=1.3.6.1.4.1.99999.1
digests=${refusing ? 'sha512' : 'sha256'}
accuracy=secs:1,millisecs:500
ess_cert_id_alg=${oldName ? 'sha1' : 'sha256'}
tsa_name=yes
`,
    );
    writeFileSync(at(`${name}.tsq`), query);
    openssl('ts', '-reply', '-config', `${name}.cnf`, '-queryfile', `${name}.tsq`, '-out', `${name}.tsr`);
    return new Uint8Array(readFileSync(at(`${name}.tsr`)));
  }

  /** The same statement, signed anew. */
  function signAnew(good: Uint8Array<ArrayBuffer>, how: Answering): Uint8Array<ArrayBuffer> {
    const { signer = 'rsa', digest = 'sha256', cms } = how;
    const token = readReply(good)?.token;
    const statement = token && readToken(token)?.signedData.content;
    if (!statement) throw new Error('no token to sign anew');
    const name = `s${++count}`;
    writeFileSync(at(`${name}.tst`), statement);
    openssl(
      ...['cms', '-sign', '-binary', '-nodetach', '-cades', '-outform', 'DER', '-md', digest],
      ...[
        '-econtent_type',
        '1.2.840.113549.1.9.16.1.4',
        '-signer',
        `${signer}.pem`,
        '-inkey',
        `${signer}.key`,
      ],
      ...(cms === 'pss' ? ['-keyopt', 'rsa_padding_mode:pss', '-keyopt', 'rsa_pss_saltlen:digest'] : []),
      ...['-in', `${name}.tst`, '-out', `${name}.p7`],
    );
    const signed = readFileSync(at(`${name}.p7`));
    const status = Uint8Array.from([0x30, 0x03, 0x02, 0x01, 0x00]);
    const length = status.length + signed.length;
    return Uint8Array.from([0x30, 0x82, length >> 8, length & 0xff, ...status, ...signed]);
  }

  return {
    root: at('root.pem'),
    folder,
    answer(query, how = {}) {
      const { signer = 'rsa', cms } = how;
      ready(signer);
      if (cms === undefined) return reply(query, how);
      ready('rsa');
      return signAnew(reply(query, {}), how);
    },
    close: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** What a verifier without anything of ours says of a token over this SHA-256: its output, or why it refuses. */
export function opensslVerify(
  folder: string,
  { token, sha256, root }: { token: string; sha256: string; root: string },
): string {
  const args = ['ts', '-verify', '-digest', sha256, '-in', token, '-CAfile', root];
  const { stdout, stderr } = spawnSync('openssl', args, { cwd: folder, encoding: 'utf8' });
  return stdout.trim() || stderr;
}
