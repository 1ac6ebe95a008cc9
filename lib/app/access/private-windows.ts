import { cookieStoreOf } from '../../core/dossier/neighbour-store.ts';
import type { StateKeeper } from '../witness/witness-state.ts';
import type { Sessions } from './sessions.ts';

/** Cookie stores of private windows: Chromium's as we name it, Firefox's as it names it itself. */
const PRIVATE_STORES: readonly string[] = ['private', 'firefox-private'];

/** What is seen there leaves no trace on the disk before the person has been told and has agreed. */
export const isPrivateStore = (store: string | null): boolean =>
  store !== null && PRIVATE_STORES.includes(cookieStoreOf(store));

/** What the person said of her private windows; forgotten when the last of them closes. */
export type Consent = 'unasked' | 'agreed' | 'refused';

/** Answer to a page that is to keep what it tells: its person has not been asked yet. */
export class NotAgreed extends Error {
  constructor() {
    super('not agreed');
    this.name = 'NotAgreed';
  }
}

/** The last private window has closed: the next one is another session, whoever opens it. */
export function endPrivateSessions({
  state,
  sessions,
}: {
  readonly state: StateKeeper;
  readonly sessions: Sessions;
}): void {
  for (const store of state.stores()) if (isPrivateStore(store)) sessions.tell(store, { kind: 'logged-out' });
}
