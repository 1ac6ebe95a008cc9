import type { MainRequest, RequestFact, TrailStep } from '../core/bundle/capture-record.ts';
import type { IncidentState } from '../core/detect/incidents.ts';
import type { PageAddress } from '../core/detect/signals.ts';
import { openSession, type PortalSession } from '../core/dossier/portal-session.ts';
import type { PictureState } from './popup-view.ts';
import type { Clock, Randomness } from './ports.ts';

/**
 * What the background knows of the open tabs and sessions. Plain JSON in the browser's session storage: it survives
 * the death of the worker and is forgotten when the browser closes. Never holds a form value.
 */
export interface TabState {
  readonly id: number;
  store: string;
  windowId: number;
  /** Random id that the page's script gave its document; null before it has spoken. */
  document: string | null;
  /** Session epoch under which that document was loaded. */
  documentEpoch: string;
  address: PageAddress | null;
  title: string;
  pictures: PictureState;
  /** Origin of the page when the picture grant was last seen to hold. */
  grantedOn: string | null;
  trail: TrailStep[];
  requests: RequestFact[];
  main: MainRequest | null;
  serverOffsetMs: number | null;
  incidents: IncidentState;
}

export interface WitnessState {
  sessions: Record<string, PortalSession>;
  tabs: Record<number, TabState>;
}

export interface StateStorage {
  load(): Promise<unknown>;
  save(state: WitnessState): Promise<void>;
}

/** Longest delay before a change is written (ms): well under the life of an idle worker. */
const SAVE_AFTER = 100;

const isState = (value: unknown): value is WitnessState =>
  typeof value === 'object' && value !== null && 'sessions' in value && 'tabs' in value;

/** Keeps the state in memory and in session storage. `ready` must be awaited before anything else is used. */
export function createStateKeeper(storage: StateStorage, clock: Clock, random: Randomness) {
  let state: WitnessState = { sessions: {}, tabs: {} };
  let saving: Promise<void> | null = null;

  const ready = storage.load().then((stored) => {
    // Only this version of the extension has written it: session storage is emptied by an update.
    if (isState(stored)) state = stored;
  });

  const save = (): Promise<void> => {
    saving ??= clock.wait(SAVE_AFTER).then(() => {
      saving = null;
      return storage.save(state);
    });
    return saving;
  };

  return {
    ready,
    save,
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
      const opened = openSession(store, random.uuid(), clock.now());
      state.sessions[store] = opened;
      return opened;
    },
    putSession(session: PortalSession): void {
      state.sessions[session.store] = session;
    },
  };
}
export type StateKeeper = ReturnType<typeof createStateKeeper>;
