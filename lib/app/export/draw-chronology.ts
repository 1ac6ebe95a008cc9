import type { BundleFile } from '../../core/bundle/dossier-record.ts';
import { PATHS } from '../../core/bundle/layout.ts';
import { readCapture } from '../../core/bundle/read-record.ts';
import type { DossierSurvey, Gap } from '../../core/dossier/survey.ts';
import type { DocumentParts } from '../../core/profile/rules.ts';
import { chronology } from '../../core/report/chronology.ts';
import type { DrawDocument, StoredFile } from '../ports.ts';
import type { BundleWriter } from './bundle-writer.ts';
import type { ExportDeps } from './export-bundle.ts';
import { ExportCancelled, type Steps } from './export-steps.ts';
import { readStored } from './survey-dossier.ts';

/** Draws the exhibit to a temporary file, since a ZIP entry announces its size, then copies it. */
export async function addChronology(
  { source, hashing, scratch, software }: ExportDeps,
  job: {
    draw: DrawDocument;
    writer: BundleWriter;
    survey: DossierSurvey;
    parts: DocumentParts;
    exportedAt: number;
    /** Of the key that seals the bundle. */
    spkiSha256: string;
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
    parts: job.parts,
    spkiSha256: job.spkiSha256,
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
