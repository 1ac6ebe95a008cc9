import type { AbsenceRecord } from '../bundle/absence-record.ts';
import type { CaptureRecord } from '../bundle/capture-record.ts';
import type { DocumentsRecord } from '../bundle/documents-record.ts';
import type { FilingRecord } from '../bundle/filing-record.ts';
import type { RecordKind, SideFileKind } from '../bundle/layout.ts';
import { parisDate } from '../time.ts';
import type { Incident } from './incidents.ts';

/** What is needed of a capture before it is printed: the record itself is read again, one at a time. */
export interface CaptureSummary {
  readonly seq: number;
  readonly attempt: number;
  readonly startedAt: string;
  readonly kind: CaptureRecord['trigger']['kind'];
  /** The page kept before sending that it is. */
  readonly step?: CaptureRecord['trigger']['step'];
  /** Journal line of the sighting that it shows. */
  readonly incidentSeq: number | null;
  readonly quote: string | null;
  /** Of the incident that it shows. */
  readonly fingerprint?: string | null;
  /** Label of the field or button that a blocked form is about. */
  readonly label?: string | null;
  /** SHA-256 (hex) that its record tells; null: it has none. */
  readonly picture: string | null;
  readonly snapshot: string | null;
}

export type GapReason = 'missing' | 'unreadable' | 'invalid' | 'changed';

/** A line, or a file that one announces, that cannot be shown as it was: said, never passed over in silence. */
export type Gap =
  | {
      readonly seq: number;
      readonly kind: SideFileKind;
      readonly reason: GapReason;
    }
  | { readonly seq: number; readonly kind: 'line' | 'stamp'; readonly reason: Exclude<GapReason, 'invalid'> };

/** A record that the person erased, as the chain tells. */
export interface ErasedRecord {
  readonly seq: number;
  readonly kind: RecordKind;
  /** When, ISO 8601 UTC. */
  readonly at: string;
}

/** A dossier read through once, without its pictures. */
export interface DossierSurvey {
  /** Made on the page to practise on, as its first line says. */
  readonly rehearsal: boolean;
  readonly attempts: number;
  readonly incidents: readonly Incident[];
  readonly captures: readonly CaptureSummary[];
  /** In the order of the journal. */
  readonly absences: readonly AbsenceRecord[];
  /** Journal lines by which the person hid an incident from her screen, or had it shown again. */
  readonly displays: readonly number[];
  /** Lists of documents that pages showed, in the order of the journal. */
  readonly documents: readonly DocumentsRecord[];
  /** Confirmations that a request was filed, in the order of the journal. */
  readonly filings: readonly FilingRecord[];
  readonly gaps: readonly Gap[];
  readonly erased: readonly ErasedRecord[];
}

const KIND_WORDS: Record<Gap['kind'], string> = {
  line: 'la ligne elle-même',
  incident: 'la fiche d’incident',
  absence: 'la fiche d’absence',
  capture: 'la fiche de capture',
  picture: 'l’image',
  snapshot: 'la copie de la page',
  display: 'la fiche d’affichage',
  documents: 'la liste de documents',
  filing: 'la fiche de dépôt',
  stamp: 'la pièce d’horodatage',
};
const REASON_WORDS: Record<GapReason, string> = {
  missing: 'est absente du stockage',
  unreadable: 'n’a pas pu être relue',
  invalid: 'n’a pas le format attendu',
  changed: 'ne correspond plus à l’empreinte prise au moment de l’enregistrement',
};

/** e.g. « Ligne 12 du journal : l’image n’a pas pu être relue. » */
export const gapSentence = ({ seq, kind, reason }: Gap): string =>
  `Ligne ${seq} du journal : ${KIND_WORDS[kind]} ${REASON_WORDS[reason]}.`;

const ERASED_WORDS: Partial<Record<RecordKind, string>> = {
  capture: 'la capture a été effacée',
  documents: 'la liste de documents a été effacée',
};

/** e.g. « Ligne 12 du journal : la capture a été effacée par la personne le 21 novembre 2026. » */
export const erasureSentence = ({ seq, kind, at }: ErasedRecord): string =>
  `Ligne ${seq} du journal : ${ERASED_WORDS[kind] ?? 'la fiche a été effacée'} par la personne le ${parisDate(Date.parse(at))}.`;
