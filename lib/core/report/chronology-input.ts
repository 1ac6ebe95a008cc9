import type { CaptureRecord } from '../bundle/capture-record.ts';
import type { DossierSurvey } from '../dossier/survey.ts';
import type { DocumentParts } from '../profile/rules.ts';

/** What the chronology is made of. Records and pictures are read one at a time, when their turn comes. */
export interface ChronologyInput {
  readonly dossierId: string;
  /** ISO 8601. */
  readonly createdAt: string;
  readonly exportedAt: number;
  readonly software: { readonly version: string; readonly commit: string };
  readonly survey: DossierSurvey;
  /** What the profile of the export shows. */
  readonly parts: DocumentParts;
  /** SHA-256 of the public key that seals the bundle: what a reader compares with the one she was told. */
  readonly spkiSha256: string;
  /** Undefined when the record can't be read: the survey has said so. */
  readonly readCapture: (seq: number) => Promise<CaptureRecord | undefined>;
  /** `intact`: its SHA-256 is still the one that was noted at capture. Undefined when it can't be read. */
  readonly readPicture: (
    seq: number,
    sha256: string,
  ) => Promise<{ readonly bytes: Uint8Array; readonly intact: boolean } | undefined>;
}
