import type { AbsenceRecord } from '../../core/bundle/absence-record.ts';
import type { CaptureRecord } from '../../core/bundle/capture-record.ts';
import type { DocumentsRecord } from '../../core/bundle/documents-record.ts';
import type { FilingRecord } from '../../core/bundle/filing-record.ts';
import type { IncidentRecord } from '../../core/bundle/incident-record.ts';
import {
  holdsOnly,
  readAbsence,
  readCapture,
  readDisplay,
  readDocumentList,
  readFiling,
  readIncident,
} from '../../core/bundle/read-record.ts';
import { groupIncidents } from '../../core/dossier/incidents.ts';
import type { CaptureSummary, DossierSurvey, Gap } from '../../core/dossier/survey.ts';
import { commitTo } from '../../core/journal/commitment.ts';
import type { AnnouncedRecord } from '../../core/profile/plan.ts';
import { readJournal, type SideFile, type StampedLine } from '../dossier/read-journal.ts';
import type { DossierSource, FileKind, Hashing, StoredFile } from '../ports.ts';
import { unlessErased } from './erased-meanwhile.ts';
import { readAhead } from './read-ahead.ts';

/** A stored file, or why there is none. */
export type FileReading =
  | { readonly file: StoredFile }
  | { readonly file?: undefined; readonly reason: 'missing' | 'unreadable' };

/** One damaged row must not cost the whole dossier: the refusal to read it becomes a declared gap. */
export async function readStored(source: DossierSource, seq: number, kind: FileKind): Promise<FileReading> {
  try {
    const file = await source.file(seq, kind);
    return file ? { file } : { reason: 'missing' };
  } catch {
    return { reason: 'unreadable' };
  }
}

/** Nothing at all could be read: the store is broken, and an empty bundle would be a lie. */
export class DossierUnreadable extends Error {
  override readonly name = 'DossierUnreadable';
}

interface Reader {
  readonly source: DossierSource;
  readonly hashing: Hashing;
  /** After each record: how many were read, of how many. May throw to stop. */
  readonly onRecord: (done: number, total: number) => void;
}

/** A dossier as an export starts from it. */
export interface ReadDossier {
  /** As they stand: they are written so. */
  readonly rawLines: readonly string[];
  readonly survey: DossierSurvey;
  readonly stamped: readonly StampedLine[];
  /** Every record that the chain announces, there or not. */
  readonly announced: readonly AnnouncedRecord[];
  /** Lines whose record has more in it than this version knows of. */
  readonly unknownFields: ReadonlySet<number>;
}

/** Reads the journal and every record once. Rejects with DossierUnreadable or ErasedMeanwhile. */
export async function surveyDossier({ source, hashing, onRecord }: Reader): Promise<ReadDossier> {
  const {
    rawLines,
    rehearsal,
    attempts,
    sideFiles,
    stamped,
    erased,
    gaps: lineGaps,
  } = await readJournal(source, hashing);
  const records: IncidentRecord[] = [];
  const absences: AbsenceRecord[] = [];
  const unknownFields = new Set<number>();
  const captures: CaptureSummary[] = [];
  const displays: number[] = [];
  const documents: DocumentsRecord[] = [];
  const filings: FilingRecord[] = [];
  const gaps: Gap[] = [...lineGaps];
  let readable = 0;

  const read = async (side: SideFile) => ({ side, reading: await readStored(source, side.seq, side.kind) });
  const readings = readAhead(sideFiles, read, ({ reading }) => reading.file?.bytes.length ?? 0);
  let done = 0;
  for await (const { side, reading } of readings) {
    onRecord(done++, sideFiles.length);
    const { seq, kind, attempt, commit } = side;
    if (!reading.file) {
      // Nobody knows whether a damaged line announced one.
      if (commit !== null || reading.reason !== 'missing') gaps.push({ seq, kind, reason: reading.reason });
      continue;
    }
    readable++;
    const { bytes } = reading.file;
    const record = READERS[kind](bytes);
    if (!record || record.seq !== seq) gaps.push({ seq, kind, reason: 'invalid' });
    else {
      if (commit !== null && commitTo(record.salt, bytes, hashing.sha256) !== commit)
        gaps.push({ seq, kind, reason: 'changed' });
      if (!holdsOnly(bytes, record)) unknownFields.add(seq);
      if (record.format === 'anef-incident/1') records.push(record);
      else if (record.format === 'anef-absence/1') absences.push(record);
      else if (record.format === 'anef-display/1') displays.push(seq);
      else if (record.format === 'anef-documents/1') documents.push(record);
      else if (record.format === 'anef-filing/1') filings.push(record);
      else captures.push(summarise(record, attempt));
    }
    reading.file.release();
  }
  if (sideFiles.length > 0 && readable === 0) {
    await unlessErased(source);
    throw new DossierUnreadable('no record of the dossier can be read');
  }
  const incidents = groupIncidents(records);
  const announced = sideFiles.filter(({ commit }) => commit !== null);
  return {
    rawLines,
    survey: {
      rehearsal,
      attempts,
      incidents,
      captures,
      absences,
      displays,
      documents,
      filings,
      gaps,
      erased,
    },
    stamped,
    announced,
    unknownFields,
  };
}

const READERS = {
  incident: readIncident,
  absence: readAbsence,
  capture: readCapture,
  display: readDisplay,
  documents: readDocumentList,
  filing: readFiling,
};

const summarise = (record: CaptureRecord, attempt: number): CaptureSummary => ({
  seq: record.seq,
  attempt,
  startedAt: record.startedAt,
  kind: record.trigger.kind,
  ...(record.trigger.step ? { step: record.trigger.step } : {}),
  incidentSeq: record.trigger.incidentSeq ?? null,
  quote: record.trigger.quote ?? null,
  fingerprint: record.trigger.fingerprint ?? null,
  label: record.trigger.evidence?.label ?? null,
  picture: record.image?.sha256 ?? null,
  snapshot: record.snapshot?.sha256 ?? null,
});
