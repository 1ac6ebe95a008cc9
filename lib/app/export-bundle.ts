import { describeDossier } from '../core/bundle/describe-dossier.ts';
import type { BundleFile } from '../core/bundle/dossier-record.ts';
import { incidentsTable } from '../core/bundle/incidents-table.ts';
import { PATHS, PAYLOAD_FOLDER, topFolderName } from '../core/bundle/layout.ts';
import { BAGIT, bagInfoText } from '../core/bundle/manifests.ts';
import { readCapture } from '../core/bundle/read-record.ts';
import { readmeText } from '../core/bundle/readme.ts';
import type { DossierSurvey, Gap } from '../core/dossier/survey.ts';
import { chronology } from '../core/report/chronology.ts';
import { createBundleStamps } from './bundle-stamps.ts';
import { type BundleWriter, createBundleWriter } from './bundle-writer.ts';
import { createSteps, ExportCancelled, type ExportProgress, type Steps } from './export-steps.ts';
import type {
  BundleSink,
  Clock,
  DeviceKey,
  DossierSource,
  DrawDocument,
  Hashing,
  ScratchFile,
  StoredFile,
} from './ports.ts';
import { rememberRecords } from './remember-records.ts';
import { sealBundle } from './seal-bundle.ts';
import { addSideFiles, mergeGaps } from './side-files.ts';
import { readStored, surveyDossier } from './survey-dossier.ts';
import type { Stamping } from './timestamp-ports.ts';

export { ExportCancelled, type ExportProgress } from './export-steps.ts';

export interface ExportDeps {
  readonly source: DossierSource;
  readonly sink: BundleSink;
  readonly scratch: () => Promise<ScratchFile>;
  /** Null: a bundle of records and pictures only, without a drawn exhibit. */
  readonly draw: DrawDocument | null;
  readonly hashing: Hashing;
  readonly clock: Clock;
  readonly key: DeviceKey;
  /** The verifier that travels with the bundle, one HTML page. */
  readonly verifierPage: string;
  /** Has a SHA-256 stamped by an authority; null when timestamps are off after all. */
  readonly stamp?: (sha256: string) => Promise<Stamping | null>;
  readonly software: { readonly version: string; readonly commit: string };
}

export interface ExportResult {
  readonly topFolder: string;
  /** Proposed name; the browser may give another one. */
  readonly fileName: string;
  readonly manifestSha256: string;
  readonly files: number;
  /** Sum of the files' bytes, ZIP headers not counted. */
  readonly bytes: number;
  /** Last journal line in the bundle. */
  readonly upTo: number;
  /** What was given over its manifest, or why nothing was. Null: nobody was asked. */
  readonly stamping: Stamping | null;
}

/**
 * Writes a dossier, as it stood when its source was opened, to a bundle of format 1. A few files are in
 * memory at a time. Rejects with ExportCancelled, DossierUnreadable, or whatever the sink says of the disk.
 */
export function createBundleExport(given: ExportDeps) {
  const deps = { ...given, source: rememberRecords(given.source) };
  const { source, sink, hashing, clock, key, software } = deps;

  return {
    async run(watch: {
      readonly onProgress: (progress: ExportProgress) => void;
      readonly aborted: () => boolean;
    }): Promise<ExportResult> {
      const exportedAt = clock.now();
      const spkiSha256 = hashing.sha256(key.spki);
      const steps = createSteps(watch);
      const { rawLines, survey, stamped } = await surveyDossier({ source, hashing, onRecord: steps.reading });
      const { rehearsal } = survey;
      const topFolder = topFolderName(source.id, exportedAt, rehearsal);
      steps.surveyed(survey, { drawn: deps.draw !== null });

      const writer = createBundleWriter(sink, hashing, topFolder);
      const bundle = { topFolder, dossierId: source.id, exportedAt, rehearsal, ...software };
      const about = {
        documents: deps.draw !== null,
        displays: survey.displays.length > 0,
        filings: survey.filings.length > 0,
        lists: survey.documents.length > 0,
        timestamps: { lines: stamped.map(({ of }) => of), manifest: deps.stamp !== undefined },
      };
      await writer.addText(PATHS.readme, readmeText({ ...bundle, ...about }));

      const { draw } = deps;
      const pictureGaps = draw
        ? await addChronology(deps, { draw, writer, survey, exportedAt, steps, aborted: watch.aborted })
        : [];
      await writer.addText(PATHS.bagit, BAGIT);
      await writer.addText(PATHS.journal, rawLines.map((line) => `${line}\n`).join(''));
      await writer.addText(PATHS.incidentsTable, incidentsTable(survey.incidents, survey.captures));
      const fileGaps = await addSideFiles(source, writer, survey, steps);

      const stamps = createBundleStamps(writer);
      const stampGaps = await stamps.addStored(source, stamped);

      const gaps = mergeGaps([...survey.gaps, ...pictureGaps, ...fileGaps, ...stampGaps]);
      const exhibit = writer.files.find(({ path }) => path === PATHS.chronology);
      const description = describeDossier({
        id: source.id,
        createdAt: source.createdAt,
        exportedAt,
        software,
        survey,
        gaps,
        exhibit,
        spkiSha256,
      });
      await writer.addText(PATHS.dossier, `${JSON.stringify(description, null, 2)}\n`);

      const payload = writer.files.filter(({ path }) => path.startsWith(PAYLOAD_FOLDER));
      await writer.addText(PATHS.bagInfo, bagInfoText(payload, bundle));
      await writer.addText(PATHS.verifier, deps.verifierPage);
      let stamping: Stamping | null = null;
      const manifestSha256 = await sealBundle(writer, key, async (sha256) => {
        stamping = (await deps.stamp?.(sha256)) ?? null;
        // The person may have waited for it as long as an authority takes.
        if (watch.aborted()) throw new ExportCancelled('the person stopped the export');
        await stamps.addManifest(stamping);
      });
      await sink.close();
      steps.finish();

      return {
        topFolder,
        fileName: `${topFolder}.zip`,
        manifestSha256,
        files: writer.files.length,
        bytes: writer.files.reduce((sum, file) => sum + file.bytes, 0),
        upTo: source.headSeq,
        stamping,
      };
    },
  };
}

/** Draws the exhibit to a temporary file, since a ZIP entry announces its size, then copies it. */
async function addChronology(
  { source, hashing, scratch, key, software }: ExportDeps,
  job: {
    draw: DrawDocument;
    writer: BundleWriter;
    survey: DossierSurvey;
    exportedAt: number;
    steps: Steps;
    aborted: () => boolean;
  },
): Promise<readonly Gap[]> {
  const gaps: Gap[] = [];
  /** The picture that is being drawn: its bytes hold until the next one is asked for. */
  let shown: StoredFile | undefined;
  const document = chronology({
    dossierId: source.id,
    createdAt: source.createdAt,
    exportedAt: job.exportedAt,
    software,
    survey: job.survey,
    spkiSha256: hashing.sha256(key.spki),
    async readCapture(seq) {
      const { file } = await readStored(source, seq, 'capture');
      const record = file && readCapture(file.bytes);
      file?.release();
      return record;
    },
    async readPicture(seq, sha256) {
      shown?.release();
      shown = undefined;
      const reading = await readStored(source, seq, 'picture');
      job.steps.step('drawing');
      if (!reading.file) {
        gaps.push({ seq, kind: 'picture', reason: reading.reason });
        return undefined;
      }
      shown = reading.file;
      const intact = shown.sha256 === sha256;
      if (!intact) gaps.push({ seq, kind: 'picture', reason: 'changed' });
      return { bytes: shown.bytes, intact };
    },
  });
  const drawn = await scratch();
  try {
    const running = hashing.running();
    await job.draw(
      document,
      (chunk) => {
        running.update(chunk);
        drawn.write(chunk);
      },
      job.aborted,
    );
    if (job.aborted()) throw new ExportCancelled('the person stopped the export');
    const file: BundleFile = { path: PATHS.chronology, ...running.digest() };
    shown?.release();
    await job.writer.addLarge(file, drawn.read());
  } finally {
    await drawn.remove();
  }
  return gaps;
}
