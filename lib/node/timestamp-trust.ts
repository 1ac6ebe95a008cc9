import { X509Certificate } from 'node:crypto';
import type { TimestampTrust } from '../core/verify/check.ts';
import { timestampCrypto } from './timestamp-crypto.ts';

/** Certificates between a signer and its root: there are one or two. */
const LONGEST_CHAIN = 6;

/** Every certificate of a PEM text. Throws when there is none that can be read. */
export function readRoots(pem: string): readonly X509Certificate[] {
  const blocks = pem.match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g) ?? [];
  if (blocks.length === 0) throw new Error('no certificate');
  return blocks.map((block) => new X509Certificate(block));
}

const isValidAt = ({ validFromDate, validToDate }: X509Certificate, at: number): boolean =>
  validFromDate.getTime() <= at && at <= validToDate.getTime() + 999;

const issued = (issuer: X509Certificate, certificate: X509Certificate): boolean =>
  issuer.ca && certificate.checkIssued(issuer) && certificate.verify(issuer.publicKey);

/**
 * Signatures and dates from the signer up to one of these roots, at the time of the token. Revocation, and the limits
 * that an issuer may set, are not looked at: `openssl ts -verify` looks at the latter.
 */
export function createTimestampTrust(roots: readonly X509Certificate[]): TimestampTrust {
  return {
    crypto: timestampCrypto,
    async isVouchedFor({ signer, certificates, info }) {
      try {
        if (!signer) return false;
        const known = certificates.map(({ der }) => new X509Certificate(der));
        let current = new X509Certificate(signer.der);
        for (let step = 0; step < LONGEST_CHAIN; step++) {
          const below = current;
          if (!isValidAt(below, info.genTime)) return false;
          if (roots.some((root) => isValidAt(root, info.genTime) && issued(root, below))) return true;
          const next = known.find(
            (issuer) => issuer.fingerprint256 !== below.fingerprint256 && issued(issuer, below),
          );
          if (!next) return false;
          current = next;
        }
        return false;
      } catch {
        return false; // a certificate that this program cannot read vouches for nobody
      }
    },
  };
}
