import { startWorker } from '../our-worker.ts';
import { type OfferedFile, offerFile } from '../store/offered-file.ts';
import type {
  BackupDone,
  BackupFailed,
  BackupJob,
  FromBackupWorker,
  ToBackupWorker,
} from './backup-messages.ts';

type DoneOf<Name extends BackupJob['job']> = Extract<BackupDone, { job: Name }>;

export interface RunningJob<Name extends BackupJob['job']> {
  /** Never rejects: a failure is a value. `file`: what it wrote, to be saved and at last discarded. */
  readonly outcome: Promise<
    { readonly done: DoneOf<Name>; readonly file: OfferedFile | null } | { readonly failed: BackupFailed }
  >;
  cancel(): void;
}

/** Does one job in a worker of its own: neither the key nor the pictures hold the page up. */
export function startBackupJob<Name extends BackupJob['job']>(
  job: Extract<BackupJob, { job: Name }>,
  onProgress: (progress: { readonly done: number; readonly total: number }) => void,
): RunningJob<Name> {
  const worker = startWorker('backup');
  const send = (message: ToBackupWorker): void => worker.postMessage(message);
  const broken = (detail: string): BackupFailed => ({ reason: 'unexpected', detail });

  const outcome = new Promise<{ done: DoneOf<Name>; file: OfferedFile | null } | { failed: BackupFailed }>(
    (resolve) => {
      worker.addEventListener('message', ({ data }: MessageEvent<FromBackupWorker>) => {
        if ('progress' in data) onProgress(data.progress);
        else if ('failed' in data) resolve(data);
        else {
          const done = data.done as DoneOf<Name>;
          if (!('opfsName' in done)) return resolve({ done, file: null });
          offerFile(done.opfsName, done.fileName).then(
            (file) => resolve({ done, file }),
            () => resolve({ failed: broken('page') }),
          );
        }
      });
      worker.addEventListener('error', () => resolve({ failed: broken('worker-error') }));
      worker.addEventListener('messageerror', () => resolve({ failed: broken('worker-message') }));
      send({ start: job as BackupJob });
    },
  ).finally(() => worker.terminate());

  return { outcome, cancel: () => send({ cancel: true }) };
}
