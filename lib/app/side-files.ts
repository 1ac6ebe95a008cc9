import { type SideFileKind, sideFilePath } from '../core/bundle/layout.ts';
import type { DossierSurvey, Gap } from '../core/dossier/survey.ts';
import type { BundleWriter, FileHashes } from './bundle-writer.ts';
import type { Steps } from './export-steps.ts';
import type { DossierSource, StoredFile } from './ports.ts';
import { readAhead } from './read-ahead.ts';
import { readStored } from './survey-dossier.ts';

interface Wanted {
  readonly kind: SideFileKind;
  readonly seq: number;
  /** No record announces it any more: it may be there or not. */
  readonly orphan?: true;
}

type ReadAhead = Wanted &
  (
    | { readonly file: StoredFile; readonly hashes: FileHashes }
    | { readonly file?: undefined; readonly reason: 'missing' | 'unreadable' }
  );

/** Every side file that the journal announces, byte for byte as stored, even where its content is odd. */
export async function addSideFiles(
  source: DossierSource,
  writer: BundleWriter,
  survey: DossierSurvey,
  steps: Steps,
): Promise<readonly Gap[]> {
  const gaps: Gap[] = [];
  const read = async (wanted: Wanted): Promise<ReadAhead> => {
    const reading = await readStored(source, wanted.seq, wanted.kind);
    if (!reading.file) return { ...wanted, reason: reading.reason };
    const { file } = reading;
    return { ...wanted, file, hashes: await writer.hash(file.bytes, file) };
  };
  for await (const reading of readAhead(wantedFiles(survey), read, ({ file }) => file?.bytes.length ?? 0)) {
    const { kind, seq, orphan } = reading;
    if (reading.file) {
      const { file, hashes } = reading;
      await writer.addBytes(sideFilePath(kind, seq), file.bytes, hashes);
      if (!orphan && hashes.sha256 !== file.sha256) gaps.push({ seq, kind, reason: 'changed' });
      file.release();
    } else if (!orphan) gaps.push({ seq, kind, reason: reading.reason });
    if (!orphan) steps.step('writing');
  }
  return gaps;
}

function wantedFiles({ incidents, captures, gaps: known }: DossierSurvey): readonly Wanted[] {
  const sightings = incidents.flatMap((incident) => incident.sightings);
  return [
    ...sightings.map(({ seq }): Wanted => ({ kind: 'incident', seq })),
    ...captures.flatMap(({ seq, picture, snapshot }): Wanted[] => [
      { kind: 'capture', seq },
      ...(picture ? [{ kind: 'picture', seq } as const] : []),
      ...(snapshot ? [{ kind: 'snapshot', seq } as const] : []),
    ]),
    ...known.flatMap(({ seq, kind, reason }): Wanted[] => {
      if (reason !== 'invalid') return [];
      if (kind !== 'capture') return [{ kind, seq }];
      // What an unreadable record said of its picture is lost; the picture itself may well be there.
      return [
        { kind, seq },
        { kind: 'picture', seq, orphan: true },
        { kind: 'snapshot', seq, orphan: true },
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
