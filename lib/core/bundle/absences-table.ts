import { parisIso } from '../time.ts';
import type { AbsenceRecord } from './absence-record.ts';
import { csvText } from './csv.ts';

export const ABSENCE_COLUMNS = [
  'ligne_journal',
  'nature',
  'mesure',
  'demande',
  'moyen',
  'demande_le',
  'nombre_de_demandes',
  'reponse',
  'reponse_le',
  'jours',
  'preuve',
  'ligne_capture',
  'note_le_utc',
  'note_le_paris',
] as const;

/** `data/absences.csv`: one row an absence. */
export const absencesTable = (absences: readonly AbsenceRecord[]): string =>
  csvText([
    ABSENCE_COLUMNS,
    ...absences.map(({ seq, kind, measure, asked, answer, days, proof, at }) => [
      seq,
      kind,
      measure,
      asked.what,
      asked.how,
      asked.on ?? '',
      asked.times ?? '',
      answer.kind,
      answer.on ?? '',
      days ?? '',
      proof.kind,
      proof.captureSeq ?? '',
      at,
      parisIso(Date.parse(at)),
    ]),
  ]);
