import type { VerificationReport } from '../core/verify/check.ts';
import { verify } from '../core/verify/index.ts';
import { UnreadableArchive, withOpenZip } from './open-zip.ts';
import { createTimestampTrust, type readRoots } from './timestamp-trust.ts';

/** Checks a bundle on disk. Never rejects, whatever the file holds. `roots`: of authorities that the reader trusts. */
export async function verifyBundle(
  path: string,
  expectedKey?: string,
  roots: ReturnType<typeof readRoots> = [],
): Promise<VerificationReport> {
  try {
    return await withOpenZip(path, (bundle) =>
      verify({ ...bundle, timestamps: createTimestampTrust(roots) }, expectedKey),
    );
  } catch (error) {
    const reason =
      error instanceof UnreadableArchive ? error.message : 'Une erreur inattendue a arrêté la lecture.';
    return { verdict: 'unreadable', level: null, key: null, results: [], reason };
  }
}
