import type { AbsenceEntry, AbsenceKind, AskedThing } from '../bundle/absence-record.ts';
import type { Measure } from '../detect/categories.ts';

const BY_THING: Record<AskedThing, Measure> = {
  attestation: 'attestation',
  'attestation-renewal': 'attestation',
  correction: 'report-correct-complete',
  'second-request': 'several-requests',
  decision: 'rights-maintained',
  'substitute-solution': 'substitute-solution',
  rights: 'rights-maintained',
};

const BY_KIND: Record<Exclude<AbsenceKind, 'no-answer'>, Measure> = {
  'attestation-not-issued': 'attestation',
  'attestation-not-renewed': 'attestation',
  'no-correction': 'report-correct-complete',
  'second-request-not-offered': 'several-requests',
  'substitute-refused': 'substitute-solution',
  'desk-closed': 'substitute-solution',
  'rights-lost': 'rights-maintained',
};

/** The measure that an absence concerns. A silence concerns that of the thing asked for. */
export const measureOfAbsence = ({ kind, asked }: Pick<AbsenceEntry, 'kind' | 'asked'>): Measure =>
  kind === 'no-answer' ? BY_THING[asked.what] : BY_KIND[kind];

const DAY = 86_400_000;
const noon = (day: string): number => Date.parse(`${day}T12:00:00Z`);

/** Days from the first asking to the answer, or to `today`; null where that cannot be told. Days as `2026-11-21`. */
export function daysElapsed({ asked, answer }: AbsenceEntry, today: string): number | null {
  if (asked.on === null) return null;
  const days = Math.round((noon(answer.on ?? today) - noon(asked.on)) / DAY);
  return days >= 0 ? days : null;
}

/** Whether these days can be: they exist, and none is still to come. `today`: in Paris, a day ahead is let through. */
export function hasPossibleDays({ asked, answer }: AbsenceEntry, today: string): boolean {
  const days = [asked.on, answer.on].filter((day) => day !== null);
  const real = days.every((day) => isDay(day) && noon(day) <= noon(today) + DAY);
  return real && (asked.on === null || answer.on === null || asked.on <= answer.on);
}

/** 30 February is turned into March by some programs, and refused by others. */
const isDay = (day: string): boolean => {
  const at = noon(day);
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(day);
};
