import { BackupCancelled, type BackupWatch } from '../../app/backup/backup-ports.ts';
import { parseImport } from '../../app/backup/import-about.ts';
import { makeBackup } from '../../app/backup/make-backup.ts';
import { createRestore } from '../../app/backup/restore-backup.ts';
import { NotABackup } from '../../core/backup/format.ts';
import { parisDay } from '../../core/time.ts';
import { systemClock as clock } from '../runtime-deps.ts';
import type { TemoinDatabase } from '../store/database.ts';
import { hashing } from '../store/hashing.ts';
import { createKeyRing } from '../store/key-ring.ts';
import { removeAbandonedStaging, whileStaging } from '../store/staging.ts';
import { troubleOf } from '../store/trouble-of.ts';
import { intoFile } from '../store/written-file.ts';
import { createZipSink } from '../store/zip-sink.ts';
import { openDecryption, openEncryption, WrongPassphrase } from './age.ts';
import type {
  BackupDone,
  BackupFailed,
  BackupJob,
  BackupJobOf,
  FromBackupWorker,
  ToBackupWorker,
} from './backup-messages.ts';
import { createBackupSource } from './backup-source.ts';
import { giveImport, keepImport } from './keep-import.ts';
import { createRestoreTarget } from './restore-target.ts';

export interface BackupWorkerScope {
  addEventListener(type: 'message', listener: (event: MessageEvent<ToBackupWorker>) => void): void;
  postMessage(message: FromBackupWorker): void;
}

/** Between two tellings of the progress (ms). */
const TELL_EVERY = 100;

/** Body of the worker: one job, then the page ends it. A finished file stays locked until then. */
export function runBackupWorker(
  open: () => Promise<TemoinDatabase>,
  scope: BackupWorkerScope = globalThis as unknown as BackupWorkerScope,
): void {
  let cancelled = false;
  let started = false;
  let told = 0;
  const watch: BackupWatch = {
    aborted: () => cancelled,
    onProgress(done, total) {
      const now = performance.now();
      if (now - told < TELL_EVERY) return;
      told = now;
      scope.postMessage({ progress: { done, total } });
    },
  };
  scope.addEventListener('message', ({ data }) => {
    if ('cancel' in data) cancelled = true;
    else if (!started) {
      started = true;
      run(open, data.start, watch).then(
        (done) => scope.postMessage({ done }),
        async (error: unknown) => scope.postMessage({ failed: await describeFailure(error) }),
      );
    }
  });
}

async function run(
  open: () => Promise<TemoinDatabase>,
  job: BackupJob,
  watch: BackupWatch,
): Promise<BackupDone> {
  const database = await open();
  try {
    switch (job.job) {
      case 'make':
        return await make(database, job, watch);
      case 'restore':
        return await restore(database, job, watch);
      case 'keep':
        return await keepImport(database, job, watch);
      case 'give':
        return await giveImport(database, job.id, watch);
    }
  } finally {
    database.close();
  }
}

async function make(
  database: TemoinDatabase,
  { passphrase, software, settings }: BackupJobOf<'make'>,
  watch: BackupWatch,
): Promise<BackupDone> {
  const now = clock.now();
  const source = createBackupSource(database, createKeyRing(database), async () => settings);
  // Neither a name nor a number: it may lie anywhere.
  const fileName = `anef-temoin-sauvegarde-${parisDay(now).replaceAll('-', '')}.zip.age`;
  const made = await intoFile(async (file) => {
    const encryption = await openEncryption(passphrase, (chunk) => file.write(chunk));
    const sink = createZipSink((chunk) => encryption.write(chunk), new Date(now));
    const result = await makeBackup({ source, sink, hashing, clock, software }, watch);
    await encryption.close();
    return { ...result, fileName };
  });
  return { job: 'make', ...made };
}

async function restore(
  database: TemoinDatabase,
  { passphrase, file }: BackupJobOf<'restore'>,
  watch: BackupWatch,
): Promise<BackupDone> {
  return whileStaging(async () => {
    await removeAbandonedStaging(database);
    const target = createRestoreTarget(database, createKeyRing(database));
    const report = await createRestore({ target, hashing, parseImport }).run(
      openDecryption(file, passphrase),
      // What is deciphered is a hair shorter than the file.
      { ...watch, onProgress: (done) => watch.onProgress(done, file.size) },
    );
    return { job: 'restore', report };
  });
}

async function describeFailure(error: unknown): Promise<BackupFailed> {
  const detail = error instanceof Error || error instanceof DOMException ? error.name : 'unknown';
  if (error instanceof BackupCancelled) return { reason: 'cancelled', detail };
  if (error instanceof WrongPassphrase) return { reason: 'wrong-passphrase', detail };
  if (error instanceof NotABackup) return { reason: error.reason, detail };
  if (error instanceof RangeError) return { reason: 'memory', detail };
  return { reason: (await troubleOf(error)) ?? 'unexpected', detail };
}
