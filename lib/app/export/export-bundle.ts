import { absencesTable } from '../../core/bundle/absences-table.ts';
import { describeDossier } from '../../core/bundle/describe-dossier.ts';
import { incidentsTable } from '../../core/bundle/incidents-table.ts';
import { PATHS, PAYLOAD_FOLDER, topFolderName } from '../../core/bundle/layout.ts';
import { BAGIT, bagInfoText } from '../../core/bundle/manifests.ts';
import { readmeText } from '../../core/bundle/readme.ts';
import { type ExportPlan, planExport } from '../../core/profile/plan.ts';
import { COMPLETE, type ProfileChoice } from '../../core/profile/profile.ts';
import type {
  BundleSink,
  Clock,
  DeviceKey,
  DossierSource,
  DrawDocument,
  Hashing,
  ScratchFile,
} from '../ports.ts';
import type { Stamping } from '../timestamps/timestamp-ports.ts';
import { createBundleStamps } from './bundle-stamps.ts';
import { createBundleWriter } from './bundle-writer.ts';
import { addChronology } from './draw-chronology.ts';
import { unlessErased } from './erased-meanwhile.ts';
import { createSteps, ExportCancelled, type ExportProgress } from './export-steps.ts';
import { rememberRecords } from './remember-records.ts';
import { sealBundle } from './seal-bundle.ts';
import { addSideFiles, mergeGaps } from './side-files.ts';
import { surveyDossier } from './survey-dossier.ts';

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
  /** For whom; the complete one unless told. */
  readonly choice?: ProfileChoice;
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
 * Writes a dossier, as it stood when its source was opened, to a bundle of format 1: what the profile carries of it. A few files are in
 * memory at a time. Rejects with ExportCancelled, DossierUnreadable, ErasedMeanwhile, or whatever the sink says of the disk.
 */
export function createBundleExport(given: ExportDeps) {
  const deps = { ...given, source: rememberRecords(given.source) };
  const { source, sink, hashing, clock, key, software, choice = COMPLETE } = deps;
  const { profile } = choice;

  return {
    async run(watch: {
      readonly onProgress: (progress: ExportProgress) => void;
      readonly aborted: () => boolean;
    }): Promise<ExportResult> {
      const exportedAt = clock.now();
      const spkiSha256 = hashing.sha256(key.spki);
      const steps = createSteps(watch);
      const read = await surveyDossier({ source, hashing, onRecord: steps.reading });
      const plan = planExport(choice, { ...read, hidden: source.hidden ?? [] });
      const { rules, survey } = plan;
      const draw = rules.document && deps.draw;
      if (rules.documentNeeded && !draw) throw new Error('an export of exhibits without any');
      const stamped = plan.journal ? read.stamped : [];
      const { rehearsal } = survey;
      const topFolder = topFolderName(source.id, exportedAt, rehearsal, profile);
      steps.surveyed(survey, { drawn: draw !== null, sideFiles: rules.sideFiles });

      const writer = createBundleWriter(sink, hashing, topFolder);
      const bundle = { topFolder, dossierId: source.id, exportedAt, rehearsal, ...software };
      const timestamps = { lines: stamped.map(({ of }) => of), manifest: deps.stamp !== undefined };
      const contents = { ...contentsOf(plan), profile, documents: draw !== null };
      await writer.addText(PATHS.readme, readmeText({ ...bundle, ...contents, timestamps }));

      const pictureGaps =
        draw && rules.document
          ? await addChronology(deps, {
              draw,
              writer,
              survey,
              parts: rules.document,
              exportedAt,
              spkiSha256,
              steps,
              aborted: watch.aborted,
            })
          : [];
      await writer.addText(PATHS.bagit, BAGIT);
      if (plan.journal)
        await writer.addText(PATHS.journal, read.rawLines.map((line) => `${line}\n`).join(''));
      if (rules.incidentColumns.length > 0) {
        const table = incidentsTable(survey.incidents, survey.captures, rules.incidentColumns);
        await writer.addText(PATHS.incidentsTable, table);
      }
      if (rules.absencesTable && survey.absences.length > 0)
        await writer.addText(PATHS.absencesTable, absencesTable(survey.absences));
      const fileGaps = await addSideFiles(source, writer, plan, steps);

      const stamps = createBundleStamps(writer);
      const stampGaps = await stamps.addStored(source, stamped);

      const gaps = mergeGaps([...survey.gaps, ...pictureGaps, ...fileGaps, ...stampGaps]);
      // Whatever is a gap by now may be one for that, and what has gone is not carried out after all.
      await unlessErased(source);
      const exhibit = writer.files.find(({ path }) => path === PATHS.chronology);
      const description = describeDossier({
        id: source.id,
        createdAt: source.createdAt,
        exportedAt,
        software,
        profile,
        plan,
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

/** What LISEZMOI says is there. */
const contentsOf = ({ journal, survey }: ExportPlan) => ({
  journal,
  absences: survey.absences.length > 0,
  displays: survey.displays.length > 0,
  filings: survey.filings.length > 0,
  lists: survey.documents.length > 0,
  erased: survey.erased.length > 0,
});
