import type { ExportProgress } from '../../app/export/export-bundle.ts';
import type { Stamping } from '../../app/timestamps/timestamp-ports.ts';
import { startWorker } from '../our-worker.ts';
import { type OfferedFile, offerFile } from '../store/offered-file.ts';
import type {
  ExportDone,
  ExportFailed,
  ExportJob,
  FromExportWorker,
  ToExportWorker,
} from './export-messages.ts';

export type FinishedExport = ExportDone & OfferedFile;

export interface RunningExport {
  /** Never rejects: a failure is a value. */
  readonly outcome: Promise<{ readonly finished: FinishedExport } | { readonly failed: ExportFailed }>;
  cancel(): void;
}

/**
 * Starts the export of one dossier in a worker of its own. The temporary file goes when the page goes. `stamp`: has a
 * manifest's SHA-256 stamped; it may reject.
 */
export function startExport(
  job: ExportJob,
  onProgress: (progress: ExportProgress) => void,
  stamp: (sha256: string) => Promise<Stamping | null> = async () => null,
): RunningExport {
  const worker = startWorker('export');
  const send = (message: ToExportWorker): void => worker.postMessage(message);

  const outcome = new Promise<ExportDone>((resolve, reject) => {
    worker.addEventListener('message', ({ data }: MessageEvent<FromExportWorker>) => {
      if ('progress' in data) onProgress(data.progress);
      else if ('stamp' in data) {
        const none = { failure: 'offline' } as const; // the background did not answer: the export goes on
        stamp(data.stamp).then(
          (stamping) => send({ stamping }),
          () => send({ stamping: none }),
        );
      } else if ('done' in data) resolve(data.done);
      else reject(data.failed);
    });
    worker.addEventListener('error', () => reject(broken('worker-error')));
    worker.addEventListener('messageerror', () => reject(broken('worker-message')));
    send({ start: job });
  })
    .then(async (done) => {
      return { finished: { ...done, ...(await offerFile(done.opfsName, done.fileName)) } };
    })
    .catch((failed: unknown) => ({ failed: isFailure(failed) ? failed : broken('page') }))
    .finally(() => worker.terminate());

  return { outcome, cancel: () => send({ cancel: true }) };
}

const broken = (detail: string): ExportFailed => ({ reason: 'unexpected', detail });
const isFailure = (value: unknown): value is ExportFailed =>
  typeof value === 'object' && value !== null && 'reason' in value && 'detail' in value;
