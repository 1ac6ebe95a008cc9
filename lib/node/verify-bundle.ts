import type { Certificate } from '../core/timestamp/certificate.ts';
import type { VerificationReport } from '../core/verify/check.ts';
import { unreadable } from '../core/verify/index.ts';
import { createTimestampTrust } from '../reader/roots.ts';
import { UnreadableArchive } from '../reader/unreadable-archive.ts';
import { verifyItems } from '../reader/verify-items.ts';
import { withZipItems } from './open-zip.ts';
import { readerPorts } from './reader-ports.ts';
import { timestampCrypto } from './timestamp-crypto.ts';

/** Checks a bundle on disk. Never rejects, whatever the file holds. `roots`: of authorities that the reader trusts. */
export async function verifyBundle(
  path: string,
  expectedKey?: string,
  roots: readonly Certificate[] = [],
): Promise<VerificationReport> {
  try {
    const ports = { ...readerPorts, timestamps: createTimestampTrust(roots, timestampCrypto) };
    return await withZipItems(path, (items) => verifyItems(async () => items, ports, { expectedKey }));
  } catch (error) {
    return unreadable(error instanceof UnreadableArchive ? error.reason : 'unexpected');
  }
}
