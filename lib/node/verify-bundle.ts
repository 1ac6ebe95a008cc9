import type { VerificationReport } from '../core/verify/check.ts';
import { verify } from '../core/verify/index.ts';
import { UnreadableArchive, withOpenZip } from './open-zip.ts';

/** Checks a bundle on disk. Never rejects, whatever the file holds. */
export async function verifyBundle(path: string): Promise<VerificationReport> {
  try {
    return await withOpenZip(path, verify);
  } catch (error) {
    const reason =
      error instanceof UnreadableArchive ? error.message : 'Une erreur inattendue a arrêté la lecture.';
    return { verdict: 'unreadable', results: [], reason };
  }
}
