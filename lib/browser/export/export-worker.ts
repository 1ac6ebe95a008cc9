import * as z from 'zod/mini';
import { ofOneMoment } from '../../app/export/erased-meanwhile.ts';
import { createBundleExport, ExportCancelled, type ExportProgress } from '../../app/export/export-bundle.ts';
import { DossierUnreadable } from '../../app/export/survey-dossier.ts';
import type { DeviceKey, DossierSource, DrawDocument } from '../../app/ports.ts';
import type { Stamping } from '../../app/timestamps/timestamp-ports.ts';
import { NoDossier } from '../../app/witness-ports.ts';
import { createCanvasConverter, decodeAsBitmap, decodeAsFrame } from '../../render/canvas-pictures.ts';
import { createCanvasPainter } from '../../render/canvas-text.ts';
import { createDrawPdf } from '../../render/draw-pdf.ts';
import { notoSans } from '../../render/noto-sans.ts';
import { systemClock as clock } from '../runtime-deps.ts';
import { hashing } from '../store/hashing.ts';
import { createOpfsFile } from '../store/opfs.ts';
import { troubleOf } from '../store/trouble-of.ts';
import { intoFile } from '../store/written-file.ts';
import { createZipSink } from '../store/zip-sink.ts';
import type {
  ExportDone,
  ExportFailed,
  ExportJob,
  FromExportWorker,
  ToExportWorker,
} from './export-messages.ts';

// Our policy forbids code made at run time, and trying it leaves a report in the console.
z.config({ jitless: true });

export interface WorkerScope {
  addEventListener(type: 'message', listener: (event: MessageEvent<ToExportWorker>) => void): void;
  postMessage(message: FromExportWorker): void;
}

type OpenDossier = (
  dossierId: string,
) => Promise<{ source: DossierSource; key: DeviceKey; verifierPage: string }>;

/**
 * Body of the export worker: one export, then the page ends the worker. The finished file stays locked until then, so
 * the page must take its own lock first.
 */
export function runExportWorker(
  open: OpenDossier,
  scope: WorkerScope = globalThis as unknown as WorkerScope,
): void {
  let cancelled = false;
  let started = false;
  let answered: (stamping: Stamping | null) => void = () => undefined;
  const stamp = (sha256: string) =>
    new Promise<Stamping | null>((resolve) => {
      answered = resolve;
      scope.postMessage({ stamp: sha256 });
    });

  scope.addEventListener('message', ({ data }) => {
    if ('cancel' in data) cancelled = true;
    else if ('stamping' in data) answered(data.stamping);
    else if (!started) {
      started = true;
      const watch = {
        onProgress: telling((progress) => scope.postMessage({ progress })),
        aborted: () => cancelled,
        stamp,
      };
      const job = ofOneMoment(() => runExport(open, data.start, watch));
      job.then(
        (done) => scope.postMessage({ done }),
        async (error: unknown) => scope.postMessage({ failed: await describeFailure(error) }),
      );
    }
  });
}

/** Between two tellings of the progress (ms): nobody sees more of them, and each costs a message and a drawing. */
const TELL_EVERY = 50;

function telling(tell: (progress: ExportProgress) => void): (progress: ExportProgress) => void {
  let phase: ExportProgress['phase'] | undefined;
  let at = 0;
  return (progress) => {
    const now = performance.now();
    if (progress.phase === phase && progress.done < progress.total && now - at < TELL_EVERY) return;
    phase = progress.phase;
    at = now;
    tell(progress);
  };
}

type Watch = Parameters<ReturnType<typeof createBundleExport>['run']>[0] & {
  readonly stamp: (sha256: string) => Promise<Stamping | null>;
};

async function runExport(
  open: OpenDossier,
  { dossierId, software, documents, timestamps, choice }: ExportJob,
  { stamp, ...watch }: Watch,
): Promise<ExportDone> {
  const { source, key, verifierPage } = await open(dossierId);
  return intoFile(async (file) => {
    const bundle = createBundleExport({
      source,
      sink: createZipSink((chunk) => file.write(chunk), new Date()),
      scratch: createOpfsFile,
      draw: documents ? await drawing() : null,
      hashing,
      clock,
      key,
      verifierPage,
      ...(timestamps ? { stamp } : {}),
      ...(choice ? { choice } : {}),
      software,
    });
    const { fileName, manifestSha256, upTo, stamping } = await bundle.run(watch);
    const told = stamping && 'stamp' in stamping ? { host: stamping.stamp.authority } : stamping;
    return { fileName, manifestSha256, upTo, stamping: told };
  });
}

async function drawing(): Promise<DrawDocument> {
  const fonts = notoSans();
  const painter = await createCanvasPainter(fonts);
  const hasFrames = navigator.userAgent.includes('Firefox/') && 'ImageDecoder' in globalThis;
  const convertPicture = createCanvasConverter(hasFrames ? decodeAsFrame : decodeAsBitmap);
  return createDrawPdf({ fonts, convertPicture, painter });
}

async function describeFailure(error: unknown): Promise<ExportFailed> {
  const detail = error instanceof Error ? error.name : 'unknown';
  if (error instanceof ExportCancelled) return { reason: 'cancelled', detail };
  if (error instanceof NoDossier) return { reason: 'no-dossier', detail };
  const other = error instanceof DossierUnreadable ? 'unreadable' : 'unexpected';
  return { reason: (await troubleOf(error)) ?? other, detail };
}
