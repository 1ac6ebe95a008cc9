import { BACKUP_PATHS, type BackupIndex, headerText, indexText } from '../../core/backup/format.ts';
import { placeOf } from '../../core/backup/paths.ts';
import { isoTime } from '../../core/time.ts';
import type { BundleSink, Clock, Hashing } from '../ports.ts';
import { BackupCancelled, type BackupSource, type BackupWatch } from './backup-ports.ts';

interface Deps {
  readonly source: BackupSource;
  readonly sink: BundleSink;
  readonly hashing: Hashing;
  readonly clock: Clock;
  readonly software: { readonly version: string; readonly commit: string };
}

export interface BackupMade {
  readonly counts: BackupIndex['counts'];
  /** What did not open, or did not hold together: it is in the back-up as far as it could be read. */
  readonly damaged: number;
  /** Captures of each dossier that are in it. */
  readonly covered: readonly { readonly id: string; readonly captures: number }[];
}

/**
 * Writes everything to `sink`, one file after the other, a few in memory at a time. What is damaged stops nothing: it is
 * named in the index. Rejects with BackupCancelled, StoreError, or whatever the sink says of the disk.
 */
export async function makeBackup(
  { source, sink, hashing, clock, software }: Deps,
  watch: BackupWatch,
): Promise<BackupMade> {
  const encoder = new TextEncoder();
  const files: BackupIndex['files'] = [];
  const addText = async (path: string, text: string): Promise<void> => {
    const bytes = encoder.encode(text);
    await sink.add(path, bytes, hashing.crc32(bytes));
    files.push({ path, bytes: bytes.length, sha256: hashing.sha256(bytes) });
  };

  const { dossiers, settings, covered, damaged: lost, files: total } = await source.describe();
  const damaged = [...lost];
  const createdAt = isoTime(clock.now());
  await addText(BACKUP_PATHS.header, headerText({ createdAt, software, settings, dossiers }));
  let done = 0;
  let waiting = 0;
  let imports = 0;
  for await (const part of source.parts()) {
    if (watch.aborted()) throw new BackupCancelled('the person stopped the back-up');
    if (part.damaged) damaged.push(part.path);
    if (part.bytes !== undefined) {
      const { path, bytes, sha256, crc32 } = part;
      await sink.addLarge({ path, bytes, sha256, crc32 }, part.chunks());
      part.release();
      files.push({ path, bytes, sha256 });
      const place = placeOf(path);
      if (place?.kind === 'waiting' && place.part === 'item') waiting++;
      if (place?.kind === 'import' && place.part === 'zip') imports++;
    }
    watch.onProgress(Math.min(++done, total), total);
  }
  if (watch.aborted()) throw new BackupCancelled('the person stopped the back-up');
  const captures = covered.reduce((sum, dossier) => sum + dossier.captures, 0);
  const counts = { dossiers: dossiers.length, captures, waiting, imports };
  await addText(BACKUP_PATHS.index, indexText({ counts, files, damaged }));
  await sink.close();
  return { counts, damaged: damaged.length, covered };
}
