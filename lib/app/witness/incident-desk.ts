import { fingerprintOf } from '../../core/detect/fingerprint.ts';
import { collect, type IncidentPlace, type Sighting } from '../../core/detect/incidents.ts';
import { hostIn, routeTemplate } from '../../core/detect/routes.ts';
import type { Finding } from '../../core/detect/signals.ts';
import { type Owner, parseRoom, roomId } from '../../core/dossier/owner.ts';
import type { Sessions } from '../access/sessions.ts';
import type { Captures } from '../capture/captures.ts';
import { confirmationIn } from '../capture/filings.ts';
import { placeName } from '../dossier/chain-draft.ts';
import type { Keeping } from '../dossier/keeping.ts';
import { type Fingerprints, NONE_HIDDEN } from '../popup/hidden-incidents.ts';
import type { Clock, Hashing, Randomness } from '../ports.ts';
import { describeIncident, triggerOf } from './describe-incident.ts';
import { goneTab } from './gone-tab.ts';
import type { StoredAlready } from './stored-already.ts';
import { NOWHERE, type TabState } from './tab-state.ts';
import type { Scope, StateKeeper } from './witness-state.ts';

/** Hearings remembered: a cascade settles within a second. */
const MOST_HEARINGS = 100;
/** Findings remembered in each scope, against those told again: more than fit in what a page keeps to send. */
const MOST_TAKEN = 500;
/** Before what could not be stored is tried again (ms), as long as the worker lives. */
const RETRY_AFTER = 20_000;

interface Deps {
  readonly state: StateKeeper;
  readonly sessions: Sessions;
  readonly keeping: Keeping;
  readonly captures: Captures;
  readonly stored: StoredAlready;
  readonly clock: Clock;
  readonly random: Randomness;
  readonly hashing: Hashing;
  readonly version: string;
  readonly showBadge: (tabId: number) => void;
  readonly report: (error: unknown) => void;
}

/** Whose is what is being judged, and where the page stood: settled when the signals arrive. */
export interface Hearing {
  /** The tab as it was then. */
  readonly tab: TabState;
  readonly owner: Owner;
  readonly key: string;
  readonly place: IncidentPlace;
}

/** What became of findings. */
export interface Settled {
  /** Sightings that were stored on the way. */
  readonly stored: number;
  /** Findings that belong to an incident told before: there is nothing of theirs to store. */
  readonly joined: number;
}

/** Turns findings into stored incidents, each followed by its capture. */
export function createIncidentDesk(deps: Deps) {
  const { state, sessions, keeping, captures, clock, random, hashing } = deps;
  const bornAt = clock.now();
  /** Last hearing of each place under each ownership: a cascade may be settled on behalf of another tab or route. */
  const hearings = new Map<string, Hearing>();
  /** Storing under way, by scope: a batch is acknowledged when the incident that it joined is on disk. */
  const storing = new Map<string, Promise<unknown>>();
  /** Sightings that the store was given before. */
  const given = new WeakSet<Sighting>();

  const bytesHash = (bytes: Uint8Array): Uint8Array =>
    Uint8Array.from(hashing.sha256(bytes).match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
  const fingerprint = (primary: Finding, route: string): string => fingerprintOf(primary, route, bytesHash);
  const keyOf = (tab: TabState): string => roomId(tab.store, sessions.of(tab.store).epoch, tab.documentEpoch);

  function hearingOf(tab: TabState): Hearing {
    const address = tab.address ?? NOWHERE;
    const place = { tab: String(tab.id), host: hostIn(address), route: routeTemplate(address) };
    return { tab: { ...tab }, owner: sessions.owner(tab), key: keyOf(tab), place };
  }

  /** The tab with all it has learnt since, as long as it is the same person's page; else as it was. */
  function tabOf({ tab, key }: Hearing): TabState {
    const live = state.tab(tab.id);
    const same = live?.document === tab.document && keyOf(live) === key;
    return same && live.address === tab.address ? { ...live } : tab;
  }

  /**
   * Without what was told before: a page sends again, word for word, what was not acknowledged, and may have changed
   * route or user since. What another scope has taken and not stored is told for the first time all the same.
   */
  function untold({ key, place }: Hearing, findings: readonly Finding[]): readonly Finding[] {
    const own = state.scope(key);
    const known = new Set(
      state.scopes().flatMap((scope) => (scope === own || isStored(scope) ? scope.taken : [])),
    );
    const fresh = findings.filter((finding) => !known.has(nameOf(place, finding)));
    const names = fresh.map((finding) => nameOf(place, finding));
    own.taken = [...own.taken, ...names].slice(-MOST_TAKEN);
    return fresh;
  }

  async function record(scope: Scope, hearing: Hearing, sighting: Sighting): Promise<void> {
    const { owner } = hearing;
    const id = random.uuid();
    const firstId = scope.firsts[sighting.fingerprint] ?? id;
    const about = { id, firstId, epoch: owner.epoch, version: deps.version, clock };
    const facts = describeIncident(sighting, about);
    // Seen by a worker that has died since, or given to a disk that refused it: it may be stored all the same.
    const inDoubt = sighting.at < bornAt || given.has(sighting);
    const stored = inDoubt ? await deps.stored.incident(owner, sighting) : undefined;
    given.add(sighting);
    if (stored === undefined) await keeping.keep(hearing.tab.store, owner, { facts, picture: null });
    else if (stored !== 'waiting') state.places.set(placeName(owner.id, id), stored);
    scope.unstored = scope.unstored.filter((other) => other !== sighting);
    scope.firsts[sighting.fingerprint] = firstId;
    scope.lastAt = clock.now();
    if (sighting.failure && !scope.failures.includes(sighting.fingerprint)) {
      scope.failures.push(sighting.fingerprint);
    }
    const trigger = triggerOf(sighting);
    const confirmation = confirmationIn(sighting.findings);
    captures.owe({
      incidentId: id,
      tab: tabOf(hearing),
      owner,
      startedAt: clock.now(),
      trigger,
      ...(confirmation ? { confirmation } : {}),
    });
    await state.save();
    deps.showBadge(hearing.tab.id);
  }

  /** What was heard by a worker that has died: the page itself if it still stands there, else what is left of it. */
  function recall(key: string, place: IncidentPlace): Hearing {
    const live = state.tab(Number(place.tab));
    const now = live && hearingOf(live);
    if (now?.key === key && now.place.host === place.host && now.place.route === place.route) return now;
    const { store, epoch, documentEpoch } = parseRoom(key);
    const tab = goneTab(place, store, documentEpoch);
    const owner: Owner = sessions.isStill(store, epoch)
      ? sessions.owner(tab)
      : { kind: 'room', id: key, epoch };
    return { tab, owner, key, place };
  }

  async function settle(hearing: Hearing, told: readonly Finding[]): Promise<Settled> {
    const { key, place } = hearing;
    const findings = untold(hearing, told);
    const heardAs = ({ tab, route }: IncidentPlace): string => `${key} ${tab} ${route}`;
    if (findings.length > 0) {
      hearings.set(heardAs(place), hearing);
      for (const oldest of [...hearings.keys()].slice(0, -MOST_HEARINGS)) hearings.delete(oldest);
    }
    let next = findings.length > 0 ? [{ place, findings }] : [];
    let stored = 0;
    let joined = 0;
    for (;;) {
      const scope = state.scope(key);
      const collected = collect(scope.incidents, next, clock.now(), fingerprint);
      scope.incidents = collected.state;
      joined += collected.joined.length;
      state.save().catch(deps.report);
      scope.unstored = [...scope.unstored, ...collected.opened, ...collected.recurred];
      const job = (storing.get(key) ?? Promise.resolve())
        .catch(() => undefined) // its own batch has been told
        .then(async () => {
          // What an earlier batch could not store too: told again, it opens nothing.
          const sightings = scope.unstored;
          for (const sighting of sightings) {
            await record(
              scope,
              hearings.get(heardAs(sighting.place)) ?? recall(key, sighting.place),
              sighting,
            );
          }
          return sightings.length;
        });
      storing.set(key, job);
      stored += await job;
      if (collected.wakeAt === null) return { stored, joined };
      await clock.wait(Math.max(0, collected.wakeAt - clock.now()));
      next = [];
    }
  }

  let resuming: Promise<void> | null = null;
  async function settleAll(): Promise<void> {
    for (;;) {
      const left = state.unsettled().map(({ key, place }) => settle(recall(key, place), []));
      const failed = (await Promise.allSettled(left)).filter((result) => result.status === 'rejected');
      if (failed.length === 0) return;
      for (const { reason } of failed) deps.report(reason);
      await clock.wait(RETRY_AFTER);
    }
  }
  const resume = (): Promise<void> => {
    resuming ??= settleAll().finally(() => {
      resuming = null;
    });
    return resuming;
  };
  /** The page may be gone before the disk has space again, and the network tells nothing twice. */
  const resumeLater = async (): Promise<void> => {
    await clock.wait(RETRY_AFTER);
    await resume();
  };

  return {
    hearingOf,
    recall,

    /** Waits for cascades to settle, and stores. */
    async settle(hearing: Hearing, told: readonly Finding[]): Promise<Settled> {
      try {
        return await settle(hearing, told);
      } catch (error) {
        resumeLater().catch(deps.report);
        throw error;
      }
    },

    /** Settles and stores what a worker that died has left, until the disk takes it. */
    resume,

    /** Something else was witnessed in the tab's present scope. */
    goesOn(tab: TabState): void {
      state.scope(keyOf(tab)).lastAt = clock.now();
    },

    /** Distinct failures seen in the tab's present scope, but for those that are hidden. */
    failures: (tab: TabState, hidden: Fingerprints = NONE_HIDDEN): number =>
      state.scope(keyOf(tab)).failures.filter((fingerprint) => !hidden.has(fingerprint)).length,

    forget(tabId: number): void {
      for (const [name, { tab }] of hearings) if (tab.id === tabId) hearings.delete(name);
    },
  };
}
export type IncidentDesk = ReturnType<typeof createIncidentDesk>;

const isStored = ({ incidents, unstored }: Scope): boolean =>
  incidents.cascades.length === 0 && unstored.length === 0;

const nameOf = ({ tab }: IncidentPlace, { ruleId, status, requestPath, at }: Finding): string =>
  [tab, ruleId, status ?? '', requestPath ?? '', at].join(' ');
