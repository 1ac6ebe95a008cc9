import type { ExportProgress } from '../app/export-bundle.ts';
import type { Stamping } from '../app/timestamp-ports.ts';
import type {
  ExportDone,
  ExportFailed,
  ExportJob,
  FromExportWorker,
  ToExportWorker,
} from './export-messages.ts';
import { type HeldExport, holdExport } from './opfs.ts';

const WORKER = '/export-worker.js';

export interface FinishedExport extends ExportDone {
  /** Hands the file to the browser's downloads under its proposed name. May be called again. */
  save(): Promise<void>;
  /** Forgets the temporary file; a download under way may fail. */
  discard(): Promise<void>;
}

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
  const worker = new Worker(trustedWorkerUrl());
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
      return { finished: offer(done, await holdExport(done.opfsName)) };
    })
    .catch((failed: unknown) => ({ failed: isFailure(failed) ? failed : broken('page') }))
    .finally(() => worker.terminate());

  return { outcome, cancel: () => send({ cancel: true }) };
}

interface TrustedTypes {
  createPolicy(
    name: string,
    rules: { createScriptURL(url: string): string },
  ): { createScriptURL(url: string): string };
}

/** Our policy lets no text name a script to load, but through this one rule. Older Firefox does not know of it. */
const workerUrls = (globalThis as { trustedTypes?: TrustedTypes }).trustedTypes?.createPolicy(
  'anef-temoin-worker',
  { createScriptURL: () => WORKER },
);
const trustedWorkerUrl = (): string => workerUrls?.createScriptURL(WORKER) ?? WORKER;

const broken = (detail: string): ExportFailed => ({ reason: 'other', detail });
const isFailure = (value: unknown): value is ExportFailed =>
  typeof value === 'object' && value !== null && 'reason' in value && 'detail' in value;

function offer(done: ExportDone, held: HeldExport): FinishedExport {
  const urls: string[] = [];
  let removal: Promise<void> | undefined;
  const discard = (): Promise<void> => {
    removal ??= held.remove();
    for (const url of urls.splice(0)) URL.revokeObjectURL(url);
    return removal;
  };
  addEventListener('pagehide', () => {
    discard().catch(() => {
      // The next start of the extension removes what this page could not.
    });
  });
  return {
    ...done,
    async save() {
      const url = URL.createObjectURL(await held.open());
      urls.push(url);
      const link = document.createElement('a');
      link.href = url;
      link.download = done.fileName;
      document.body.append(link);
      link.click();
      link.remove();
    },
    discard,
  };
}
