import { REHEARSAL_WARNING } from '../dossier/rehearsal.ts';
import { type DossierSurvey, type Gap, gapSentence } from '../dossier/survey.ts';
import { synthesise } from '../dossier/synthesis.ts';
import { CHRONOLOGY_TITLE } from '../report/chronology-title.ts';
import { LIMITS } from '../report/limits.ts';
import { SEAL_ALGORITHM } from '../seal/device-key.ts';
import { isoTime } from '../time.ts';
import type { DocumentsRecord } from './documents-record.ts';
import type { BundleFile, DossierRecord } from './dossier-record.ts';
import { type FilingRecord, latestFiling } from './filing-record.ts';
import { sideFilePath } from './layout.ts';

const describeFiling = ({ seq, filedOn, filedTime, read, numberShown, captureSeq }: FilingRecord) => ({
  seq,
  filedOn,
  filedTime,
  read,
  numberShown,
  captureSeq,
  file: sideFilePath('filing', seq),
});

const describeList = ({ seq, at, items, captureSeq }: DocumentsRecord) => ({
  seq,
  at,
  items: items.length,
  captureSeq,
  file: sideFilePath('documents', seq),
});

/** `data/dossier.json` of a complete bundle. `gaps` end among its limits. */
export function describeDossier(dossier: {
  readonly id: string;
  readonly createdAt: string;
  readonly exportedAt: number;
  readonly software: { readonly version: string; readonly commit: string };
  readonly survey: DossierSurvey;
  readonly gaps: readonly Gap[];
  readonly exhibit: BundleFile | undefined;
  /** Of the key that seals the bundle. */
  readonly spkiSha256: string;
}): DossierRecord {
  const { incidents, captures, attempts, rehearsal, filings, documents } = dossier.survey;
  const pictures = captures
    .filter(({ picture }) => picture !== null)
    .map(({ seq }) => sideFilePath('picture', seq));
  return {
    format: 'anef-dossier/1',
    id: dossier.id,
    ...(rehearsal ? { rehearsal } : {}),
    profile: 'complete',
    createdAt: dossier.createdAt,
    exportedAt: isoTime(dossier.exportedAt),
    software: { name: 'anef-temoin', ...dossier.software },
    procedure: {
      kind: null,
      ground: null,
      prefecture: null,
      titleExpiresOn: null,
      filedOn: latestFiling(filings)?.filedOn ?? null,
    },
    ...(filings.length > 0 ? { filings: filings.map(describeFiling) } : {}),
    ...(documents.length > 0 ? { documents: documents.map(describeList) } : {}),
    synthesis: synthesise(
      attempts,
      incidents.flatMap(({ sightings }) => sightings),
    ),
    contacts: [],
    exhibits: dossier.exhibit
      ? [
          {
            number: '01',
            title: CHRONOLOGY_TITLE,
            file: dossier.exhibit.path,
            sha256: dossier.exhibit.sha256,
            derivedFrom: pictures,
          },
        ]
      : [],
    withheld: [],
    limits: [...(rehearsal ? [REHEARSAL_WARNING] : []), ...LIMITS, ...dossier.gaps.map(gapSentence)],
    key: { algorithm: SEAL_ALGORITHM, spkiSha256: dossier.spkiSha256 },
  };
}
