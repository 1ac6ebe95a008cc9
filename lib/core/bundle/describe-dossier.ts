import { REHEARSAL_WARNING } from '../dossier/rehearsal.ts';
import { erasureSentence, type Gap, gapSentence } from '../dossier/survey.ts';
import { synthesise } from '../dossier/synthesis.ts';
import { pickFields } from '../profile/fields.ts';
import type { ExportPlan } from '../profile/plan.ts';
import type { Profile } from '../profile/profile.ts';
import { CHRONOLOGY_TITLE } from '../report/chronology-title.ts';
import { LIMITS } from '../report/limits.ts';
import { SEAL_ALGORITHM } from '../seal/device-key.ts';
import { isoTime } from '../time.ts';
import type { AbsenceRecord } from './absence-record.ts';
import type { DocumentsRecord } from './documents-record.ts';
import type { BundleFile, DossierRecord } from './dossier-record.ts';
import { type FilingRecord, latestFiling } from './filing-record.ts';
import { sideFilePath } from './layout.ts';
import { PROFILE_LIMITS } from './profile-limits.ts';

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

const describeAbsence = ({ seq, kind, measure, days, asked }: AbsenceRecord) => ({
  seq,
  kind,
  measure,
  days,
  askedOn: asked.on,
  file: sideFilePath('absence', seq),
});

/** `data/dossier.json`: the fields that the profile carries. `gaps` end among its limits. */
export function describeDossier(dossier: {
  readonly id: string;
  readonly profile: Profile;
  readonly createdAt: string;
  readonly exportedAt: number;
  readonly software: { readonly version: string; readonly commit: string };
  readonly plan: ExportPlan;
  readonly gaps: readonly Gap[];
  readonly exhibit: BundleFile | undefined;
  /** Of the key that seals the bundle. */
  readonly spkiSha256: string;
}): DossierRecord {
  const { plan, profile, exhibit } = dossier;
  const { incidents, captures, attempts, rehearsal, filings, documents, absences, erased } = plan.survey;
  const pictures = captures
    .filter(({ picture }) => picture !== null && plan.rules.sideFiles.includes('picture'))
    .map(({ seq }) => sideFilePath('picture', seq));
  const whole: DossierRecord = {
    format: 'anef-dossier/1',
    id: dossier.id,
    ...(rehearsal ? { rehearsal } : {}),
    profile,
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
    ...(absences.length > 0 ? { absences: absences.map(describeAbsence) } : {}),
    synthesis: synthesise(
      attempts,
      incidents.flatMap(({ sightings }) => sightings),
    ),
    contacts: [],
    exhibits: exhibit
      ? [
          {
            number: '01',
            title: CHRONOLOGY_TITLE,
            file: exhibit.path,
            sha256: exhibit.sha256,
            derivedFrom: pictures,
          },
        ]
      : [],
    withheld: [...plan.withheld],
    limits: [
      ...(rehearsal ? [REHEARSAL_WARNING] : []),
      ...PROFILE_LIMITS[profile],
      ...LIMITS,
      ...erased.map(erasureSentence),
      ...dossier.gaps.map(gapSentence),
    ],
    key: { algorithm: SEAL_ALGORITHM, spkiSha256: dossier.spkiSha256 },
  };
  // What is left are fields of a record, by their names: the compiler cannot follow.
  return pickFields(whole, plan.rules.fields) as DossierRecord;
}
