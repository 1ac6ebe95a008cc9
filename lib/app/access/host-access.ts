import { REHEARSAL_STORE } from '../../core/dossier/rehearsal.ts';
import type { StateKeeper } from '../witness/witness-state.ts';
import type { Sessions } from './sessions.ts';

interface Deps {
  readonly state: StateKeeper;
  readonly sessions: Sessions;
}

/** A page to practise on is ours: whatever the portal's hosts may be, it is seen. */
const isOfPortal = (store: string): boolean => store !== REHEARSAL_STORE;

/**
 * Access to the portal was withdrawn at `at` (ms): from now on nobody knows who logs in. A page that stands there is
 * heard again when access comes back, and tells then what has not been told.
 */
export function loseHostAccess({ state, sessions }: Deps, at: number): void {
  for (const tab of state.tabs().filter(({ store }) => isOfPortal(store))) {
    tab.document = null;
    tab.heardUntil = at;
  }
  renewAll(sessions, state.stores());
}

/**
 * Access came back at `at` (ms): somebody may have logged in meanwhile, in any cookie store that has a tab. The browser
 * keeps for a new script what pages were answered meanwhile, while the person had said no.
 */
export function regainHostAccess({ state, sessions }: Deps, stores: Iterable<string>, at: number): void {
  for (const tab of state.tabs().filter(({ store }) => isOfPortal(store))) tab.deafUntil = at;
  renewAll(sessions, new Set([...stores, ...state.stores()]));
}

function renewAll(sessions: Sessions, stores: Iterable<string>): void {
  for (const store of stores) if (isOfPortal(store)) sessions.tell(store, { kind: 'logged-out' });
}
