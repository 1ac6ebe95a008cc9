import { derOfPem } from '../core/seal/pem.ts';
import { type Certificate, readCertificate } from '../core/timestamp/certificate.ts';
import type { TimestampCrypto } from '../core/timestamp/check-reply.ts';
import { isVouchedFor } from '../core/timestamp/vouching.ts';
import type { TimestampTrust } from '../core/verify/check.ts';

/** Of the file: a list of roots has some hundreds of kilobytes. */
const MOST_BYTES = 4 * 1024 ** 2;
const MOST_ROOTS = 500;

/** Every certificate of a file that the reader brings, in PEM or in DER. Empty when there is none, or not only such. */
export function readRoots(file: Uint8Array<ArrayBuffer>): readonly Certificate[] {
  if (file.length > MOST_BYTES) return [];
  const text = new TextDecoder().decode(file);
  const blocks = text.match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g) ?? [];
  const ders = blocks.length === 0 ? [file] : blocks.map((block) => derOfPem('CERTIFICATE', block));
  const roots = ders.slice(0, MOST_ROOTS).map((der) => der && readCertificate(der));
  return roots.every((root) => root !== undefined) ? roots : [];
}

/** Judges timestamps with these roots: the same in a page and on the command line. */
export const createTimestampTrust = (
  roots: readonly Certificate[],
  crypto: TimestampCrypto,
): TimestampTrust => ({
  crypto,
  isVouchedFor: (timestamp) => isVouchedFor(timestamp, roots, crypto),
});
