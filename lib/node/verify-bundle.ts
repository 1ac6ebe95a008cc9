import type { VerificationReport } from '../core/verify/check.ts';
import { unreadable } from '../core/verify/index.ts';
import { UnreadableArchive } from '../reader/unreadable-archive.ts';
import { verifyItems } from '../reader/verify-items.ts';
import { withZipItems } from './open-zip.ts';
import { readerPorts } from './reader-ports.ts';

/** Checks a bundle on disk. Never rejects, whatever the file holds. */
export async function verifyBundle(path: string, expectedKey?: string): Promise<VerificationReport> {
  try {
    return await withZipItems(path, (items) => verifyItems(async () => items, readerPorts, { expectedKey }));
  } catch (error) {
    return unreadable(error instanceof UnreadableArchive ? error.reason : 'unexpected');
  }
}
