import type { VerificationReport } from '../core/verify/check.ts';
import { unreadable, verify } from '../core/verify/index.ts';
import { openBundle } from './open-bundle.ts';
import type { Item, ReaderPorts } from './ports.ts';
import { UnreadableArchive } from './unreadable-archive.ts';

export interface VerifyOptions {
  /** Fingerprint of the key that the reader knows from elsewhere. */
  readonly expectedKey?: string | undefined;
  /** Bytes hashed and bytes to hash. */
  readonly onProgress?: (done: number, total: number) => void;
  /** Nobody waits for the report any more. */
  readonly aborted?: () => boolean;
}

/** Checks what was given as a bundle. Never rejects, whatever it holds. */
export async function verifyItems(
  list: () => Promise<readonly Item[]>,
  ports: ReaderPorts,
  { expectedKey, onProgress, aborted = () => false }: VerifyOptions = {},
): Promise<VerificationReport> {
  try {
    const items = await list();
    const total = items.reduce((sum, { size }) => sum + size, 0);
    let done = 0;
    const bundle = openBundle(items, ports, (bytes) => {
      if (aborted()) throw new UnreadableArchive('stopped');
      done = Math.min(total, done + bytes);
      onProgress?.(done, total);
    });
    const report = await verify(bundle, expectedKey);
    return aborted() ? unreadable('stopped') : report;
  } catch (error) {
    return unreadable(error instanceof UnreadableArchive ? error.reason : 'unexpected');
  }
}
