import { type SideFileKind, sideFilePath } from '../../core/bundle/layout.ts';
import type { DossierSurvey, Gap } from '../../core/dossier/survey.ts';
import type { ExportPlan } from '../../core/profile/plan.ts';
import type { DossierSource } from '../ports.ts';
import type { BundleWriter } from './bundle-writer.ts';
import type { Steps } from './export-steps.ts';
import { readAhead } from './read-ahead.ts';
import { readStored } from './survey-dossier.ts';

interface Wanted {
  readonly kind: SideFileKind;
  readonly seq: number;
  /** SHA-256 (hex) that its record tells. Null: nothing to compare with. */
  readonly told: string | null;
  /** No record announces it any more: it may be there or not. */
  readonly orphan?: true;
}

/** Every side file of these kinds that the journal announces, byte for byte as stored, even where its content is odd. */
export async function addSideFiles(
  source: DossierSource,
  writer: BundleWriter,
  { survey, rules }: Pick<ExportPlan, 'survey' | 'rules'>,
  steps: Steps,
): Promise<readonly Gap[]> {
  const gaps: Gap[] = [];
  const read = async (wanted: Wanted) => ({
    wanted,
    reading: await readStored(source, wanted.seq, wanted.kind),
  });
  const readings = readAhead(
    wantedFiles(survey, rules.strange).filter(({ kind }) => rules.sideFiles.includes(kind)),
    read,
    ({ reading }) => reading.file?.bytes.length ?? 0,
  );
  for await (const { wanted, reading } of readings) {
    const { kind, seq, told, orphan } = wanted;
    if (reading.file) {
      await writer.addStored(sideFilePath(kind, seq), reading.file);
      if (told !== null && reading.file.sha256 !== told) gaps.push({ seq, kind, reason: 'changed' });
      reading.file.release();
    } else if (!orphan) gaps.push({ seq, kind, reason: reading.reason });
    if (!orphan) steps.step('writing');
  }
  return gaps;
}

/** `strange`: also what is no record of its format any more. */
function wantedFiles(survey: DossierSurvey, strange: boolean): readonly Wanted[] {
  const { incidents, captures, absences, displays, documents, filings } = survey;
  const known = strange ? survey.gaps : [];
  const sightings = incidents.flatMap((incident) => incident.sightings);
  // The survey has compared the records themselves with their lines.
  const record = (kind: SideFileKind, seq: number): Wanted => ({ kind, seq, told: null });
  return [
    ...sightings.map(({ seq }) => record('incident', seq)),
    ...captures.flatMap(({ seq, picture, snapshot }): Wanted[] => [
      record('capture', seq),
      ...(picture === null ? [] : [{ kind: 'picture', seq, told: picture } as const]),
      ...(snapshot === null ? [] : [{ kind: 'snapshot', seq, told: snapshot } as const]),
    ]),
    ...absences.map(({ seq }) => record('absence', seq)),
    ...displays.map((seq) => record('display', seq)),
    ...documents.map(({ seq }) => record('documents', seq)),
    ...filings.map(({ seq }) => record('filing', seq)),
    ...known.flatMap(({ seq, kind, reason }): Wanted[] => {
      if (reason !== 'invalid') return [];
      if (kind !== 'capture') return [record(kind, seq)];
      // What an unreadable record said of its picture is lost; the picture itself may well be there.
      return [
        record(kind, seq),
        { kind: 'picture', seq, told: null, orphan: true },
        { kind: 'snapshot', seq, told: null, orphan: true },
      ];
    }),
  ];
}

/** The first account of each file: a picture is read once to be drawn and once to be copied. */
export function mergeGaps(gaps: readonly Gap[]): readonly Gap[] {
  const seen = new Map<string, Gap>();
  for (const gap of gaps) {
    const key = `${gap.seq} ${gap.kind}`;
    if (!seen.has(key)) seen.set(key, gap);
  }
  return [...seen.values()].sort((a, b) => a.seq - b.seq);
}
