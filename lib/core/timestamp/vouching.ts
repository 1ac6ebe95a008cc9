import type { Certificate } from './certificate.ts';
import type { Timestamp, TimestampCrypto } from './check-reply.ts';
import { equalBytes } from './der-values.ts';
import { signatureScheme } from './signature-scheme.ts';

/** Certificates between a signer and its root: there are one or two. */
const LONGEST_CHAIN = 6;
/** A token brings three or four; a stranger's could bring a thousand, each with a signature to check. */
const MOST_CERTIFICATES = 32;

const isValidAt = ({ notBefore, notAfter }: Certificate, at: number): boolean =>
  notBefore <= at && at <= notAfter + 999;

/** `below`: authorities between the issuer and the last certificate. */
async function issued(
  issuer: Certificate,
  certificate: Certificate,
  below: number,
  crypto: TimestampCrypto,
): Promise<boolean> {
  const { isAuthority, hasUnknown, mostBelow, subjectDer, spki } = issuer;
  if (!isAuthority || hasUnknown || (mostBelow !== null && mostBelow < below)) return false;
  if (!equalBytes(subjectDer, certificate.issuerDer)) return false;
  // An algorithm of a certificate names its hash itself: no digest is there to be taken in its place.
  const scheme = signatureScheme(certificate.signatureAlgorithm, 'SHA-1', spki);
  if (!scheme) return false;
  return crypto.isSigned(scheme, spki, certificate.signature, certificate.signed);
}

/**
 * Whether one of these roots vouches for who signed a token: signatures, dates at the time of the token, and what each
 * authority may, from the signer up. What says something that is not read here vouches for nobody. Revocation is not
 * looked at. Never rejects.
 */
export async function isVouchedFor(
  { signer, certificates, info }: Timestamp,
  roots: readonly Certificate[],
  crypto: TimestampCrypto,
): Promise<boolean> {
  let current = signer;
  const known = certificates.slice(0, MOST_CERTIFICATES);
  for (let below = 0; current && below < LONGEST_CHAIN; below++) {
    const last: Certificate = current;
    if (!isValidAt(last, info.genTime) || last.hasUnknown) return false;
    for (const root of roots)
      if (isValidAt(root, info.genTime) && (await issued(root, last, below, crypto))) return true;
    current = null;
    for (const issuer of known)
      if (!current && !equalBytes(issuer.der, last.der) && (await issued(issuer, last, below, crypto)))
        current = issuer;
  }
  return false;
}
