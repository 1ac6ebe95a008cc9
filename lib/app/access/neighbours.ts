import { cookieStoreOf, isNeighbourStore } from '../../core/dossier/neighbour-store.ts';
import type { StateKeeper } from '../witness/witness-state.ts';
import type { Sessions } from './sessions.ts';

interface Deps {
  readonly state: StateKeeper;
  readonly sessions: Sessions;
}

/**
 * Nobody tells who is logged in at a neighbouring site, if anybody is. So its session ends with whatever may mean that
 * another person is at the keyboard, and the question is put again.
 */

/** Untouched, with no page loaded, for so long, the next page that is loaded may be the next person's (ms). */
const IDLE = 30 * 60_000;

/** Somebody logged in or out at the portal, or the person was changed there. */
export function endNeighbours({ state, sessions }: Deps, cookieStore: string): void {
  if (isNeighbourStore(cookieStore)) return;
  for (const store of state.stores()) {
    if (isNeighbourStore(store) && cookieStoreOf(store) === cookieStore)
      sessions.tell(store, { kind: 'logged-out' });
  }
}

/** A page has been loaded at a neighbour's. */
export function endIdleNeighbour({ state, sessions }: Deps, store: string, now: number): void {
  const { dossier, startedAt } = sessions.of(store);
  if (!isNeighbourStore(store) || dossier === null) return;
  const used = state
    .tabs()
    .flatMap((tab) => (tab.store === store ? [tab.touchedAt ?? 0, tab.loadedAt ?? 0] : []));
  if (now - Math.max(startedAt, ...used) > IDLE) sessions.tell(store, { kind: 'logged-out' });
}

/** A tab has closed: a site that is open nowhere has no session any more. */
export function endLeftNeighbours({ state, sessions }: Deps): void {
  const open = new Set(state.tabs().map(({ store }) => store));
  for (const store of state.stores()) {
    if (isNeighbourStore(store) && !open.has(store) && sessions.of(store).dossier !== null)
      sessions.tell(store, { kind: 'logged-out' });
  }
}
