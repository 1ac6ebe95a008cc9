import type { BackupPart } from '../../app/backup/backup-ports.ts';
import { giveBack } from '../../render/give-back.ts';
import { hashing } from '../store/hashing.ts';

/** One file that is in memory as a whole. */
export function wholePart(
  path: string,
  bytes: Uint8Array<ArrayBuffer>,
  { sha256, crc32 } = { sha256: hashing.sha256(bytes), crc32: hashing.crc32(bytes) },
): BackupPart & { readonly bytes: number } {
  const chunks = async function* () {
    yield bytes;
  };
  return { path, bytes: bytes.length, sha256, crc32, chunks, release: () => giveBack(bytes) };
}
