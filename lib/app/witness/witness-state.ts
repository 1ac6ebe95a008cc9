import {
  type IncidentPlace,
  type IncidentState,
  noIncidents,
  type Sighting,
} from '../../core/detect/incidents.ts';
import type { RequestSignal } from '../../core/detect/signals.ts';
import { ATTEMPT_GAP } from '../../core/dossier/attempts.ts';
import type { Owner } from '../../core/dossier/owner.ts';
import { openSession, type PortalSession } from '../../core/dossier/portal-session.ts';
import type { Confirming } from '../capture/filings.ts';
import type { Clock, Randomness } from '../ports.ts';
import { createStateWriter, slim } from './state-writer.ts';
import type { TabState } from './tab-state.ts';
import type { UnplacedCapture } from './witnessed.ts';

/** What was seen under one ownership: one cookie store, one session epoch, documents of one epoch. */
export interface Scope {
  incidents: IncidentState;
  /** Id of the first sighting, by fingerprint. */
  firsts: Record<string, string>;
  /** Fingerprints of failures: what the badge counts. */
  failures: string[];
  /** Collected, not yet on disk: kept here until they are, whatever refuses the write. */
  unstored: readonly Sighting[];
  /** Names of the findings taken into account, newest last: what a page tells again is not counted again. */
  taken: readonly string[];
  lastAt: number;
}

/** An incident is stored, its capture not yet. Outlives the worker, so that the capture is not forgotten with it. */
export interface OwedCapture extends Confirming {
  readonly incidentId: string;
  /** The tab as it was when the incident was seen. */
  readonly tab: TabState;
  readonly owner: Owner;
  readonly startedAt: number;
  readonly trigger: UnplacedCapture['trigger'];
}

/** A failed answer that the network has told. Its page, if it can, tells it too, and knows better where it stood. */
export interface NetworkFailure {
  /** As in `Hearing`. */
  readonly key: string;
  readonly place: IncidentPlace;
  /** Somebody was known to be logged in. */
  readonly loggedIn: boolean;
  readonly request: RequestSignal;
  /**
   * `waiting` for the page to tell it, which takes it away; `spoken` for by the network, because the page did not;
   * `joined` to an incident that was told already.
   */
  standing: 'waiting' | 'spoken' | 'joined';
}

export interface WitnessState {
  sessions: Record<string, PortalSession>;
  tabs: Record<number, TabState>;
  scopes: Record<string, Scope>;
  owed: Record<string, OwedCapture>;
  /** Oldest first. */
  network: readonly NetworkFailure[];
  /** Journal line that each incident got, by its id. */
  places: Record<string, number>;
  /** Session epoch under which each document was loaded, by its id. */
  documents: Record<string, string>;
}

export interface StateStorage {
  load(): Promise<unknown>;
  save(state: WitnessState): Promise<void>;
}

/** Things remembered of past ownerships and incidents: enough for a long day. */
const MOST_SCOPES = 40;
const MOST_PLACES = 1_000;
const MOST_DOCUMENTS = 300;

/** Owed captures with all that was known of their tab, about 15 kB each; older ones are remembered without. */
const MOST_OWED_WHOLE = 40;
/** Owed captures at all, about 1 kB each. Their incidents are in the journal whatever happens to them. */
const MOST_OWED = 400;
/** Failures of the network remembered, about 0.4 kB each: those that wait do so for a quarter of a second. */
const MOST_NETWORK = 150;

const PARTS = ['sessions', 'tabs', 'scopes', 'owed', 'network', 'places', 'documents'] as const;
const isState = (value: unknown): value is WitnessState =>
  typeof value === 'object' && value !== null && PARTS.every((part) => part in value);

const newest = <Value>(record: Record<string, Value>, most: number): Record<string, Value> =>
  Object.fromEntries(Object.entries(record).slice(-most));

/** Keeps the state in memory and in session storage. `ready` must be awaited before anything else is used. */
export function createStateKeeper(storage: StateStorage, clock: Clock, random: Randomness) {
  let state: WitnessState = {
    sessions: {},
    tabs: {},
    scopes: {},
    owed: {},
    network: [],
    places: {},
    documents: {},
  };
  const ready = storage.load().then((stored) => {
    // Only this version of the extension has written it: an update empties the session storage.
    if (isState(stored)) state = stored;
  });

  const { save, saveNow } = createStateWriter(storage, clock, () => state);

  return {
    ready,
    save,
    /** For what nobody will tell again. */
    saveNow,
    tabs: (): readonly TabState[] => Object.values(state.tabs),
    tab: (id: number): TabState | undefined => state.tabs[id],
    putTab(tab: TabState): void {
      state.tabs[tab.id] = tab;
    },
    dropTab(id: number): void {
      delete state.tabs[id];
    },
    session(store: string): PortalSession {
      const known = state.sessions[store];
      if (known) return known;
      // Nothing is known to have changed: it has been so since before any page.
      const opened = openSession(store, random.uuid(), 0);
      state.sessions[store] = opened;
      return opened;
    },
    putSession(session: PortalSession): void {
      state.sessions[session.store] = session;
    },
    /** The scope of that key, made if need be; one that slept for longer than an attempt starts afresh. */
    scope(key: string): Scope {
      const known = state.scopes[key];
      if (known && clock.now() - known.lastAt <= ATTEMPT_GAP) return known;
      const made: Scope = {
        // What is not on disk yet was seen all the same.
        incidents: { ...noIncidents(), cascades: known?.incidents.cascades ?? [] },
        firsts: {},
        failures: [],
        unstored: known?.unstored ?? [],
        taken: known?.taken ?? [],
        lastAt: clock.now(),
      };
      delete state.scopes[key];
      state.scopes = { ...newest(state.scopes, MOST_SCOPES - 1), [key]: made };
      return made;
    },
    scopes: (): readonly Scope[] => Object.values(state.scopes),
    /** Where something was seen that is not on disk yet, with the key of its scope. */
    unsettled: (): readonly { readonly key: string; readonly place: IncidentPlace }[] =>
      Object.entries(state.scopes).flatMap(([key, { incidents, unstored }]) =>
        [...incidents.cascades, ...unstored].slice(0, 1).map(({ place }) => ({ key, place })),
      ),
    owed: (): readonly OwedCapture[] => Object.values(state.owed),
    /** Returns how many of the oldest were given up for it. */
    owe(capture: OwedCapture): number {
      const all = [...Object.values(state.owed), capture];
      const kept = all.slice(-MOST_OWED);
      const whole = kept.length - MOST_OWED_WHOLE;
      state.owed = Object.fromEntries(
        kept.map((owed, index) => [owed.incidentId, index < whole ? slim(owed) : owed]),
      );
      return all.length - kept.length;
    },
    isOwed: (incidentId: string): boolean => incidentId in state.owed,
    paid(incidentId: string): void {
      delete state.owed[incidentId];
    },
    network: {
      all: (): readonly NetworkFailure[] => state.network,
      add(failure: NetworkFailure): void {
        state.network = [...state.network, failure].slice(-MOST_NETWORK);
      },
      remove(failure: NetworkFailure): void {
        state.network = state.network.filter((other) => other !== failure);
      },
    },
    documents: {
      // A page gives its own id: `constructor` must be as unknown as any other.
      get: (id: string): string | undefined =>
        Object.hasOwn(state.documents, id) ? state.documents[id] : undefined,
      set(id: string, epoch: string): void {
        if (state.documents[id] === epoch) return;
        state.documents = { ...newest(state.documents, MOST_DOCUMENTS - 1), [id]: epoch };
      },
    },
    /** Another dossier begins under the same epoch: its counts begin anew. */
    restartScopes(epoch: string): void {
      for (const [key, scope] of Object.entries(state.scopes)) {
        if (!key.includes(epoch)) continue;
        // What is settling or waits for the disk was seen all the same.
        scope.incidents = { ...noIncidents(), cascades: scope.incidents.cascades };
        scope.firsts = {};
        scope.failures = [];
      }
    },
    stores: (): readonly string[] => Object.keys(state.sessions),
    places: {
      get: (id: string): number | undefined => state.places[id],
      set(id: string, seq: number): void {
        state.places = { ...newest(state.places, MOST_PLACES - 1), [id]: seq };
      },
    },
  };
}
export type StateKeeper = ReturnType<typeof createStateKeeper>;
