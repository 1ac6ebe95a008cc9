import { type SideFileKind, sideFilePath } from '../core/bundle/layout.ts';
import type { DossierSurvey, Gap } from '../core/dossier/survey.ts';
import type { BundleWriter } from './bundle-writer.ts';
import type { Steps } from './export-steps.ts';
import type { DossierSource } from './ports.ts';
import { readStored } from './survey-dossier.ts';

/** Every side file that the journal announces, byte for byte as stored, even where its content is odd. */
export async function addSideFiles(
  source: DossierSource,
  writer: BundleWriter,
  { incidents, captures, gaps: known }: DossierSurvey,
  steps: Steps,
): Promise<readonly Gap[]> {
  const gaps: Gap[] = [];
  const add = async (kind: SideFileKind, seq: number): Promise<void> => {
    const reading = await readStored(source, seq, kind);
    if (reading.file) {
      const { file } = reading;
      const written = await writer.addBytes(sideFilePath(kind, seq), file.bytes, file);
      if (written.sha256 !== file.sha256) gaps.push({ seq, kind, reason: 'changed' });
    } else gaps.push({ seq, kind, reason: reading.reason });
    steps.step('writing');
  };
  for (const { sightings } of incidents) for (const { seq } of sightings) await add('incident', seq);
  for (const { seq, picture, snapshot } of captures) {
    await add('capture', seq);
    if (picture) await add('picture', seq);
    if (snapshot) await add('snapshot', seq);
  }
  for (const { seq, kind, reason } of known) {
    if (reason !== 'invalid') continue;
    await add(kind, seq);
    // What an unreadable record said of its picture is lost; the picture itself may well be there.
    if (kind === 'capture') {
      for (const orphan of ['picture', 'snapshot'] as const) {
        const { file } = await readStored(source, seq, orphan);
        if (file) await writer.addBytes(sideFilePath(orphan, seq), file.bytes);
      }
    }
  }
  return gaps;
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
