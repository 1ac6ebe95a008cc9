import type { Certificate } from './certificate.ts';
import type { Bytes } from './der.ts';
import { equalBytes } from './der-values.ts';
import type { TimestampProblem } from './failures.ts';
import { type HashName, OID } from './oids.ts';
import { readReply, readToken } from './reply.ts';
import { type SignatureScheme, signatureScheme, soundHash } from './signature-scheme.ts';
import type { SignedData } from './signed-data.ts';
import type { TstInfo } from './tst-info.ts';

/** What must be asked of the platform: WebCrypto in a browser, `node:crypto` in Node. */
export interface TimestampCrypto {
  digest(hash: HashName, bytes: Bytes): Promise<Bytes>;
  /** False as well for a key or a signature that is none. Never rejects. */
  isSigned(scheme: SignatureScheme, spki: Bytes, signature: Bytes, signed: Bytes): Promise<boolean>;
}

export interface Timestamp {
  readonly info: TstInfo;
  /** Of the one that signed; null when it cannot be told. Nobody has vouched for it yet. */
  readonly signer: Certificate | null;
  readonly certificates: readonly Certificate[];
}

export interface ReplyReport {
  /** Null when there is no token that can be read. */
  readonly timestamp: Timestamp | null;
  /** Name of a refusal's reason in RFC 3161; null when there is none. */
  readonly failure: string | null;
  /** Empty when the reply may be kept. */
  readonly problems: readonly TimestampProblem[];
}

const nothing = (problem: TimestampProblem, failure: string | null = null): ReplyReport => ({
  timestamp: null,
  failure,
  problems: [problem],
});

/**
 * A raw reply against what was asked (SHA-256 `imprint`, `nonce`, lowercase hex; null: not known any more). Every problem
 * is a value; never rejects, whatever the bytes. Who vouches for the signer is not looked at.
 */
export async function checkReply(
  bytes: Bytes,
  asked: { readonly imprint: string; readonly nonce: string | null },
  crypto: TimestampCrypto,
): Promise<ReplyReport> {
  const reply = readReply(bytes);
  if (!reply) return nothing('malformed');
  if (reply.status > 1) return nothing('refused', reply.failure);
  if (!reply.token) return nothing('no-token');
  const token = readToken(reply.token);
  if (!token) return nothing('unreadable-token');
  const { info, signedData } = token;
  const problems: TimestampProblem[] = [];
  if (info.imprint.algorithm !== OID.sha256 || info.imprint.hash !== asked.imprint)
    problems.push('wrong-imprint');
  if (asked.nonce !== null && info.nonce !== asked.nonce.replace(/^0+(?=.)/, ''))
    problems.push('wrong-nonce');
  const signer = await signerOf(signedData, crypto);
  if (signer) problems.push(...certificateProblems(signer, info.genTime));
  else problems.push('no-signer');
  problems.push(...(await signatureProblems(signedData, signer, crypto)));
  return { timestamp: { info, signer, certificates: signedData.certificates }, failure: null, problems };
}

/** The certificate that every one of the signed attributes names, and the signer's own entry too. */
async function signerOf(data: SignedData, crypto: TimestampCrypto): Promise<Certificate | null> {
  const named = data.attributes.signingCertificates;
  if (named.length === 0) return null;
  for (const certificate of data.certificates) {
    const same = await Promise.all(
      named.map(
        async ({ hash, digest }) =>
          hash !== null && equalBytes(await crypto.digest(hash, certificate.der), digest),
      ),
    );
    const entry = data.issuerAndSerial;
    const told =
      entry === null ||
      (entry.serial === certificate.serial && equalBytes(entry.issuerDer, certificate.issuerDer));
    if (told && same.every(Boolean)) return certificate;
  }
  return null;
}

function certificateProblems(
  { purposes, notBefore, notAfter }: Certificate,
  genTime: number,
): readonly TimestampProblem[] {
  const [purpose, another] = purposes?.oids ?? [];
  // RFC 3161 §2.3: this purpose alone, and nobody may overlook it.
  const right = purposes?.critical === true && purpose === OID.timeStamping && another === undefined;
  const valid = notBefore <= genTime && genTime <= notAfter + 999;
  return [
    ...(right ? [] : (['wrong-purpose'] as const)),
    ...(valid ? [] : (['certificate-not-valid'] as const)),
  ];
}

async function signatureProblems(
  data: SignedData,
  signer: Certificate | null,
  crypto: TimestampCrypto,
): Promise<readonly TimestampProblem[]> {
  const { attributes, signatureAlgorithm, signature } = data;
  const digest = soundHash(data.digest ?? undefined);
  if (!digest) return ['unsupported-algorithm'];
  const found = await crypto.digest(digest, data.content);
  const told = attributes.messageDigest;
  const isInfo = data.contentType === OID.tstInfo && attributes.contentType === OID.tstInfo;
  const problems: TimestampProblem[] = told && isInfo && equalBytes(found, told) ? [] : ['changed-content'];
  if (!signer) return problems;
  const scheme = signatureScheme(signatureAlgorithm, digest, signer.spki);
  if (!scheme) return [...problems, 'unsupported-algorithm'];
  const signed = await crypto.isSigned(scheme, signer.spki, signature, attributes.signed);
  return signed ? problems : [...problems, 'bad-signature'];
}
