import * as z from 'zod/mini';
import { type IncidentState, noIncidents } from '../../core/detect/incidents.ts';
import { hostIn, routeTemplate } from '../../core/detect/routes.ts';
import type { Signal } from '../../core/detect/signals.ts';
import { parseRoom, roomId } from '../../core/dossier/owner.ts';
import { afterPortalEvent } from '../../core/dossier/portal-session.ts';
import { isPrivateStore } from '../access/private-windows.ts';
import { idOfPlace } from '../dossier/chain-draft.ts';
import type { Randomness } from '../ports.ts';
import { blankTab, type TabState } from './tab-state.ts';
import type { WitnessState } from './witness-state.ts';

/**
 * What one life of the extension leaves to the next: an update, a reload or a time switched off empties the session
 * storage, and the pages of the portal stay open. It lies on the disk in clear, so it holds ids, times and
 * fingerprints only: no title, no address, no quotation, and nothing of a private window.
 */
const time = z.number().check(z.gte(0));
const handover = z.object({
  /** When it was written (ms): all was heard up to then. */
  at: time,
  /** Our own reload follows at once. */
  leaving: z.boolean(),
  sessions: z.array(
    z.object({
      store: z.string(),
      epoch: z.string(),
      startedAt: time,
      dossier: z.nullable(z.string()),
      previous: z.nullable(z.string()),
      phase: z.enum(['portal', 'sso']),
      returnedIn: z.nullable(z.number()),
      unauthorised: z.boolean(),
      recognisedAt: z.nullable(z.number()),
    }),
  ),
  tabs: z.array(
    z.object({
      id: z.number(),
      store: z.string(),
      windowId: z.number(),
      loadedAt: time,
      documentEpoch: z.string(),
      /** Pictures had been allowed; the browser has taken that back. */
      started: z.boolean(),
      host: z.string(),
      route: z.string(),
    }),
  ),
  scopes: z.array(
    z.object({
      key: z.string(),
      occurrences: z.record(z.string(), z.number()),
      firsts: z.record(z.string(), z.string()),
      failures: z.array(z.string()),
      taken: z.array(z.string()),
    }),
  ),
  places: z.record(z.string(), z.number()),
});
export type Handover = z.infer<typeof handover>;

/** Longest time between our own reload and the next life in which nobody can have changed the session (ms). */
const SHORTEST_LOGIN = 10_000;
/** The same document, dated twice, by clocks with a grain (ms). */
const SAME_LOAD = 1_000;
/** Explains more than any finding. */
const BEFORE_ALL = -1;

export const parseHandover = (value: unknown): Handover | undefined => {
  const parsed = handover.safeParse(value);
  return parsed.success ? parsed.data : undefined;
};

export function packHandover(state: WitnessState, at: number, leaving: boolean): Handover {
  const sessions = Object.values(state.sessions).filter(({ store }) => !isPrivateStore(store));
  const epochs = new Set(sessions.map(({ epoch }) => epoch));
  const scopes = Object.entries(state.scopes)
    .filter(([key]) => [...epochs].some((epoch) => key.includes(epoch)))
    .map(([key, { incidents, firsts, failures, taken }]) => ({
      key,
      occurrences: Object.fromEntries(
        Object.entries(incidents.tallies).map(([name, { occurrences }]) => [name, occurrences]),
      ),
      firsts,
      failures,
      taken: [...taken],
    }));
  const ids = new Set(scopes.flatMap(({ firsts }) => Object.values(firsts)));
  const places = Object.fromEntries(
    Object.entries(state.places).filter(([name]) => ids.has(idOfPlace(name))),
  );
  const tabs = Object.values(state.tabs).flatMap((tab) => {
    if (tab.loadedAt === null || tab.address === null || isPrivateStore(tab.store)) return [];
    const { id, store, windowId, loadedAt, documentEpoch, pictures, address } = tab;
    const started = pictures !== 'not-started';
    return [
      {
        id,
        store,
        windowId,
        loadedAt,
        documentEpoch,
        started,
        host: hostIn(address),
        route: routeTemplate(address),
      },
    ];
  });
  return { at, leaving, sessions, tabs, scopes, places };
}

/**
 * What is found again at once, on a page where something had been found, is what had been told: the page's new script
 * looks at it afresh. `counted`: the counts go on.
 */
function toldAgain(left: Handover, key: string, now: number, counted: boolean): IncidentState {
  const known = Object.entries(left.scopes.find((scope) => scope.key === key)?.occurrences ?? {});
  if (known.length === 0) return noIncidents();
  const epoch = parseRoom(key).epoch;
  const tallies = Object.fromEntries(
    known.map(([name, count]) => [name, { occurrences: counted ? count : 0, lastAt: now }]),
  );
  const closed = left.tabs
    .filter(({ store, documentEpoch }) => roomId(store, epoch, documentEpoch) === key)
    .flatMap(({ id, host, route }) =>
      [true, false].map((failure) => ({
        place: { tab: String(id), host, route },
        failure,
        openedAt: now,
        precedence: BEFORE_ALL,
        fingerprint: known[0]?.[0] ?? '',
      })),
    );
  const sightings = counted ? known.reduce((sum, [, count]) => sum + count, 0) : 0;
  return { ...noIncidents(), tallies, closed, sightings };
}

const tabOf = (left: Handover['tabs'][number], heardUntil: number): TabState => {
  const { id, store, windowId, documentEpoch, loadedAt, started } = left;
  const pictures = started ? 'click-needed' : 'not-started';
  return blankTab({ id, store, windowId, documentEpoch, loadedAt, pictures, heardUntil });
};

/**
 * The state that the next life begins with. After our own reload, within seconds, everybody is who they were. After
 * any other gap somebody may have logged in unheard: every session is renewed, the dossier only suggested again.
 */
export function resume(left: Handover, now: number, random: Randomness): WitnessState {
  const gap = now - left.at;
  const continues = left.leaving && gap >= 0 && gap <= SHORTEST_LOGIN;
  const tabs = left.tabs.map((tab) => tabOf(tab, left.at));
  const state: WitnessState = {
    sessions: {},
    tabs: Object.fromEntries(tabs.map((tab) => [tab.id, tab])),
    scopes: {},
    owed: {},
    network: [],
    places: continues ? left.places : {},
    documents: {},
  };
  for (const session of left.sessions) {
    const at = Math.max(now, session.startedAt);
    const next = continues ? session : afterPortalEvent(session, { kind: 'logged-out' }, random.uuid(), at);
    state.sessions[session.store] = next;
    for (const scope of left.scopes) {
      const { store, epoch } = parseRoom(scope.key);
      if (store !== session.store || epoch !== session.epoch) continue;
      const incidents = toldAgain(left, scope.key, now, continues);
      const { firsts, failures, taken } = continues ? scope : { firsts: {}, failures: [], taken: [] };
      const documentEpoch = scope.key.split('|')[2] ?? epoch;
      const key = roomId(store, next.epoch, documentEpoch);
      state.scopes[key] = { incidents, firsts, failures, taken, unstored: [], lastAt: now };
    }
  }
  return state;
}

/** The page that stood in the tab before our script was put into it again. */
export const isResumed = (tab: TabState, loadedAt: number | null): boolean =>
  tab.document === null &&
  tab.heardUntil !== undefined &&
  tab.loadedAt !== null &&
  loadedAt !== null &&
  Math.abs(tab.loadedAt - loadedAt) <= SAME_LOAD;

/** Without the answers that the script before has told of: the browser keeps them for the new one. */
export const heardSince = (tab: TabState, signals: readonly Signal[]): readonly Signal[] => {
  const until = Math.max(tab.heardUntil ?? 0, tab.deafUntil ?? 0);
  return until === 0 ? signals : signals.filter(({ kind, at }) => kind !== 'request' || at > until);
};
