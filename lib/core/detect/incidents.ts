import { countsAsFailure } from './failures.ts';
import { orderFindings, precedenceOf } from './precedence.ts';
import type { Finding } from './signals.ts';

/** Where findings belong together: one tab, one route. */
export interface IncidentPlace {
  readonly tab: string;
  readonly host: string;
  /** `routeTemplate` of the page. */
  readonly route: string;
}

export interface FoundThere {
  readonly place: IncidentPlace;
  readonly findings: readonly Finding[];
}

/** One incident seen once: what one journal line commits to. */
export interface Sighting {
  readonly fingerprint: string;
  readonly place: IncidentPlace;
  /** When its first finding was seen, in milliseconds. */
  readonly at: number;
  /** 1 the first time in this attempt. */
  readonly occurrence: number;
  /** The whole cascade; the first names the incident. */
  readonly findings: readonly [Finding, ...Finding[]];
  /** False for a legal rule or a success: kept, not counted as a failure. */
  readonly failure: boolean;
}

interface Cascade {
  readonly place: IncidentPlace;
  /** What is kept and not counted (a recapitulation, a success) lends no failure its time, nor its words. */
  readonly failure: boolean;
  readonly at: number;
  /** When the device took it, which is what the windows are counted from. */
  readonly openedAt: number;
  readonly findings: readonly Finding[];
}

interface Closed {
  readonly place: IncidentPlace;
  readonly failure: boolean;
  readonly openedAt: number;
  readonly precedence: number;
  readonly fingerprint: string;
}

interface Tally {
  readonly occurrences: number;
  readonly lastAt: number;
}

/** Everything remembered within one attempt. Plain JSON: it survives in session storage. */
export interface IncidentState {
  readonly cascades: readonly Cascade[];
  readonly closed: readonly Closed[];
  readonly tallies: Readonly<Record<string, Tally>>;
  readonly sightings: number;
  /** Sightings beyond the caps, counted and not kept. */
  readonly uncounted: number;
}

export interface Collected {
  readonly state: IncidentState;
  /** First sightings in this attempt. */
  readonly opened: readonly Sighting[];
  /** Further sightings, after the cool-down. */
  readonly recurred: readonly Sighting[];
  /** Late findings of an incident already told: for display, nothing new to store. */
  readonly joined: readonly { readonly fingerprint: string; readonly finding: Finding }[];
  /** Call again then, with nothing found if need be; null when nothing is pending. */
  readonly wakeAt: number | null;
}

/** A cascade is waited for this long before its primary finding is named, in milliseconds. */
export const SETTLE_MS = 400;
/** One that has said nothing yet is waited for longer: a slow page tells the person late what the record must quote. */
export const SILENT_SETTLE_MS = 800;
/** What follows within this time on the same route, and explains no more, belongs to the same incident. */
export const JOIN_MS = 3000;
/** What has lasted since then is told this much later at most: an incident is remembered for so long. */
export const LASTING_MS = 120_000;
/** The same fingerprint again sooner than this is the same sighting. */
export const COOL_DOWN_MS = 5000;
export const SIGHTINGS_PER_ATTEMPT = 200;
export const SIGHTINGS_PER_FINGERPRINT = 40;
const FINDINGS_PER_CASCADE = 20;
const INCIDENTS_REMEMBERED = 60;

export const noIncidents = (): IncidentState => ({
  cascades: [],
  closed: [],
  tallies: {},
  sightings: 0,
  uncounted: 0,
});

const settleMs = ({ findings }: Cascade): number =>
  findings.some(({ quote }) => quote !== undefined) ? SETTLE_MS : SILENT_SETTLE_MS;

const samePlace = (a: IncidentPlace, b: IncidentPlace): boolean =>
  a.tab === b.tab && a.route === b.route && a.host === b.host;

/** A clock that went back must not keep a window open for ever. */
const isOver = (openedAt: number, length: number, now: number): boolean =>
  now >= openedAt + length || now < openedAt;

/** Follows at once, or is told late of what has lasted since: a wait that has no end, a button that stays grey. */
const follows = ({ at, evidence }: Finding, { openedAt }: Closed, now: number): boolean =>
  !isOver(openedAt, JOIN_MS, now) ||
  (evidence?.durationMs !== undefined && at - evidence.durationMs <= openedAt + JOIN_MS);

const addFinding = (findings: readonly Finding[], finding: Finding): readonly Finding[] => {
  const known = findings.some(
    ({ ruleId, status, requestPath }) =>
      ruleId === finding.ruleId && status === finding.status && requestPath === finding.requestPath,
  );
  return known || findings.length >= FINDINGS_PER_CASCADE ? findings : [...findings, finding];
};

/**
 * Takes what was just found and tells which incidents opened or came back. Pure: same state, same findings, same time,
 * same answer. `fingerprint` names a primary finding on a route.
 */
export const collect = (
  state: IncidentState,
  found: readonly FoundThere[],
  now: number,
  fingerprint: (primary: Finding, route: string) => string,
): Collected => {
  const joined: { fingerprint: string; finding: Finding }[] = [];
  const cascades = [...state.cascades];
  const closed = state.closed
    .filter(({ openedAt }) => !isOver(openedAt, LASTING_MS, now))
    .slice(-INCIDENTS_REMEMBERED);

  for (const { place, findings } of found) {
    for (const finding of findings) {
      const failure = countsAsFailure(finding);
      const index = cascades.findIndex(
        (cascade) => cascade.failure === failure && samePlace(cascade.place, place),
      );
      const cascade = cascades[index];
      if (cascade !== undefined) {
        cascades[index] = { ...cascade, findings: addFinding(cascade.findings, finding) };
        continue;
      }
      const told = closed.findLast(
        (past) =>
          past.failure === failure &&
          samePlace(past.place, place) &&
          precedenceOf(finding) >= past.precedence &&
          follows(finding, past, now),
      );
      if (told !== undefined) joined.push({ fingerprint: told.fingerprint, finding });
      else cascades.push({ place, failure, at: finding.at, openedAt: now, findings: [finding] });
    }
  }

  const opened: Sighting[] = [];
  const recurred: Sighting[] = [];
  const tallies: Record<string, Tally> = { ...state.tallies };
  let { sightings, uncounted } = state;
  const pending: Cascade[] = [];
  for (const cascade of cascades) {
    if (!isOver(cascade.openedAt, settleMs(cascade), now)) {
      pending.push(cascade);
      continue;
    }
    const [primary, ...others] = orderFindings(cascade.findings);
    if (primary === undefined) continue;
    const name = fingerprint(primary, cascade.place.route);
    const tally = tallies[name];
    closed.push({
      place: cascade.place,
      failure: cascade.failure,
      openedAt: cascade.openedAt,
      precedence: precedenceOf(primary),
      fingerprint: name,
    });
    if (tally !== undefined && !isOver(tally.lastAt, COOL_DOWN_MS, cascade.openedAt)) continue;
    const occurrence = (tally?.occurrences ?? 0) + 1;
    if (sightings >= SIGHTINGS_PER_ATTEMPT || occurrence > SIGHTINGS_PER_FINGERPRINT) {
      uncounted += 1;
      continue;
    }
    sightings += 1;
    tallies[name] = { occurrences: occurrence, lastAt: cascade.openedAt };
    (occurrence === 1 ? opened : recurred).push({
      fingerprint: name,
      place: cascade.place,
      at: cascade.at,
      occurrence,
      findings: [primary, ...others],
      failure: countsAsFailure(primary),
    });
  }

  const wakeAt = pending.reduce<number | null>(
    (soonest, cascade) => Math.min(soonest ?? Number.POSITIVE_INFINITY, cascade.openedAt + settleMs(cascade)),
    null,
  );
  return {
    state: { cascades: pending, closed, tallies, sightings, uncounted },
    opened,
    recurred,
    joined,
    wakeAt,
  };
};
