import type { Sessions } from './sessions.ts';
import type { StateKeeper } from './witness-state.ts';

interface Deps {
  readonly state: StateKeeper;
  readonly sessions: Sessions;
}

/**
 * Access to the portal was withdrawn at `at` (ms): from now on nobody knows who logs in. A page that stands there is
 * heard again when access comes back, and tells then what has not been told.
 */
export function loseHostAccess({ state, sessions }: Deps, at: number): void {
  for (const tab of state.tabs()) {
    tab.document = null;
    tab.heardUntil = at;
  }
  sessions.renewAll();
}

/** Access came back: somebody may have logged in meanwhile, in any cookie store that has a tab. */
export function regainHostAccess({ state, sessions }: Deps, stores: Iterable<string>): void {
  for (const store of new Set([...stores, ...state.stores()])) sessions.tell(store, { kind: 'logged-out' });
}
