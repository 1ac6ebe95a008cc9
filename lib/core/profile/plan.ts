import type { RecordKind } from '../bundle/layout.ts';
import { groupIncidents } from '../dossier/incidents.ts';
import type { CaptureSummary, DossierSurvey, Gap } from '../dossier/survey.ts';
import type { ProfileChoice } from './profile.ts';
import { PROFILE_RULES, type ProfileRules } from './rules.ts';

/** A record that a line of the chain commits to, whether it is there or not. */
export interface AnnouncedRecord {
  readonly seq: number;
  readonly kind: RecordKind;
}

/** A line of the journal carried, whose record is not. Damage is no reason: it stays a gap, and is never excused. */
export interface Withheld {
  readonly seq: number;
  readonly reason: 'profile' | 'erased';
  /** When it was erased, ISO 8601 UTC. */
  readonly at?: string;
}

/** A dossier, as far as a profile needs to know it. */
export interface PlannedDossier {
  readonly survey: DossierSurvey;
  readonly announced: readonly AnnouncedRecord[];
  /** Lines whose record has fields that this version does not know. */
  readonly unknownFields: ReadonlySet<number>;
  /** Fingerprints of what the person no longer wants on her screen. */
  readonly hidden: readonly string[];
}

export interface ExportPlan {
  readonly rules: ProfileRules;
  readonly journal: boolean;
  /** What is left of the dossier: whatever is written from it says nothing of the rest. */
  readonly survey: DossierSurvey;
  /** Empty without the journal: naming a line would already tell of it. */
  readonly withheld: readonly Withheld[];
}

/** What an export for that profile is made of. */
export function planExport(
  { profile, journal: wanted = true }: ProfileChoice,
  dossier: PlannedDossier,
): ExportPlan {
  const rules = PROFILE_RULES[profile];
  const journal = rules.journal === 'carried' || (rules.journal === 'chosen' && wanted);
  const { survey } = dossier;
  if (profile === 'complete') return { rules, journal, survey, withheld: survey.erased.map(erasedOf) };
  const shown = leaveOut(rules, journal, dossier);
  return { rules, journal, survey: shown, withheld: journal ? withheldBy(rules, dossier) : [] };
}

const erasedOf = ({ seq, at }: { seq: number; at: string }): Withheld => ({ seq, reason: 'erased', at });

/** Records of another version are left out where free text must be: nobody here knows what their other fields say. */
const isCarried = ({ sideFiles }: ProfileRules, { unknownFields }: PlannedDossier, record: AnnouncedRecord) =>
  sideFiles.includes(record.kind) && !unknownFields.has(record.seq);

const withheldBy = (rules: ProfileRules, dossier: PlannedDossier): readonly Withheld[] =>
  [
    ...dossier.survey.erased.map(erasedOf),
    ...dossier.announced
      .filter((record) => !isCarried(rules, dossier, record))
      .map(({ seq }): Withheld => ({ seq, reason: 'profile' })),
  ].sort((a, b) => a.seq - b.seq);

function leaveOut(rules: ProfileRules, journal: boolean, dossier: PlannedDossier): DossierSurvey {
  const { survey, unknownFields } = dossier;
  const hidden = rules.hidden === 'left-out' ? hiddenLines(dossier) : new Set<number>();
  const notHidden = ({ seq }: { readonly seq: number }): boolean => !hidden.has(seq);
  const shows = (kind: ProfileRules['shown'][number]): boolean => rules.shown.includes(kind);
  const own = <Item extends { readonly seq: number }>(kind: RecordKind, items: readonly Item[]) =>
    shows(kind)
      ? items.filter(notHidden).filter(({ seq }) => rules.sideFiles.length === 0 || !unknownFields.has(seq))
      : [];
  const kept = own(
    'incident',
    survey.incidents.flatMap((incident) => incident.sightings),
  );
  const captures = capturesFor(rules, survey.captures).filter(notHidden);
  const shownCaptures = shows('capture') ? captures : [];
  const attempts = new Set([...kept, ...shownCaptures].map(({ attempt }) => attempt));
  return {
    rehearsal: survey.rehearsal,
    attempts: attempts.size,
    incidents: groupIncidents(kept),
    captures,
    absences: own('absence', survey.absences),
    displays: [],
    documents: own('documents', survey.documents),
    filings: own('filing', survey.filings),
    gaps: survey.gaps.filter(notHidden).filter((gap) => concerns(rules, journal, gap)),
    erased: journal ? survey.erased : [],
  };
}

/**
 * Journal lines of what the person no longer wants on her screen: sightings, their captures, the lists of documents taken
 * with these. Not the date of a filing, whatever else its page showed: it is a fact of the dossier.
 */
function hiddenLines({ survey, hidden }: PlannedDossier): ReadonlySet<number> {
  const fingerprints = new Set(hidden);
  const lines = new Set<number>();
  for (const { sightings } of survey.incidents)
    for (const { seq, fingerprint } of sightings) if (fingerprints.has(fingerprint)) lines.add(seq);
  for (const { seq, fingerprint, incidentSeq } of survey.captures)
    if (fingerprints.has(fingerprint ?? '') || lines.has(incidentSeq ?? 0)) lines.add(seq);
  for (const { seq, captureSeq } of survey.documents) if (lines.has(captureSeq)) lines.add(seq);
  return lines;
}

/** Captures without what the profile does not show of them. */
function capturesFor(
  { shown, quotes }: ProfileRules,
  captures: readonly CaptureSummary[],
): readonly CaptureSummary[] {
  if (shown.includes('capture')) return captures.map((capture) => ({ ...capture, snapshot: null }));
  const quoting = quotes ? captures.filter(({ incidentSeq }) => incidentSeq !== null) : [];
  return quoting.map((capture) => ({ ...capture, picture: null, snapshot: null }));
}

/** Whether a damage is one of what this profile carries or shows: of anything else, it would tell. */
const concerns = ({ shown }: ProfileRules, journal: boolean, { kind }: Gap): boolean =>
  kind === 'line' || kind === 'stamp' ? journal : shown.includes(kind);
