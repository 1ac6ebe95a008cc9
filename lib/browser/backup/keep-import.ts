import { BackupCancelled, type BackupWatch } from '../../app/backup/backup-ports.ts';
import { StoreError } from '../../app/witness-ports.ts';
import { systemRandomness } from '../runtime-deps.ts';
import type { TemoinDatabase } from '../store/database.ts';
import { hashing } from '../store/hashing.ts';
import { createKeyRing } from '../store/key-ring.ts';
import { removeAbandonedStaging, whileStaging } from '../store/staging.ts';
import { intoFile } from '../store/written-file.ts';
import type { BackupDone, BackupJobOf } from './backup-messages.ts';
import { readImportParts } from './import-parts.ts';
import { listImports } from './imports.ts';
import { createRestoreTarget } from './restore-target.ts';

/** Keeps a bundle's very bytes, sealed, unless they are kept already. */
export async function keepImport(
  database: TemoinDatabase,
  { file, about }: BackupJobOf<'keep'>,
  watch: BackupWatch,
): Promise<BackupDone> {
  const stopped = () => new BackupCancelled('the person stopped it');
  let done = 0;
  const read = async function* (running: ReturnType<typeof hashing.running>) {
    for await (const chunk of file.stream() as unknown as AsyncIterable<Uint8Array<ArrayBuffer>>) {
      if (watch.aborted()) throw stopped();
      running.update(chunk);
      done += chunk.length;
      // Read once to know it, once to keep it.
      watch.onProgress(done, 2 * file.size);
      yield chunk;
    }
  };
  const first = hashing.running();
  for await (const _chunk of read(first));
  const whole = { ...about, ...first.digest() };
  return whileStaging(async () => {
    await removeAbandonedStaging(database);
    const keys = createKeyRing(database);
    const same = (await listImports(database, keys)).find(({ sha256 }) => sha256 === whole.sha256);
    if (same) return { job: 'keep', id: same.id, again: true };
    const target = createRestoreTarget(database, keys);
    const id = systemRandomness.uuid();
    try {
      const second = hashing.running();
      await target.stageImport(id, whole, read(second));
      if (watch.aborted()) throw stopped();
      if (second.digest().sha256 !== whole.sha256)
        throw new Error('the file changed while it was being read');
      await target.commit([]);
    } catch (error) {
      await target.discard().catch(() => undefined); // not to be seen; the next one takes it away
      throw error;
    }
    return { job: 'keep', id, again: false };
  });
}

/** A kept bundle as a file again. */
export async function giveImport(
  database: TemoinDatabase,
  id: string,
  watch: BackupWatch,
): Promise<BackupDone> {
  const keys = createKeyRing(database);
  const kept = (await listImports(database, keys)).find((each) => each.id === id);
  if (!kept) throw new StoreError('database-broken', 'no such import');
  const given = await intoFile(async (file) => {
    let done = 0;
    for await (const chunk of readImportParts(database, keys, id)) {
      if (watch.aborted()) throw new BackupCancelled('the person stopped it');
      file.write(chunk);
      done += chunk.length;
      watch.onProgress(done, kept.bytes);
    }
    return { fileName: kept.name };
  });
  return { job: 'give', ...given };
}
