import { StoreError } from '../app/witness-ports.ts';
import type { StateStorage } from '../app/witness-state.ts';
import { browser } from './api.ts';

const KEY = 'witness';

/**
 * Session storage: survives the death of the worker, forgotten when the browser closes, never on disk. It holds 10 MB;
 * beyond, `save` rejects with StoreError and keeps what was saved before.
 */
export const sessionStateStorage: StateStorage = {
  load: async () => (await browser.storage.session.get(KEY))[KEY],
  save: (state) =>
    browser.storage.session.set({ [KEY]: state }).catch((error: unknown) => {
      throw new StoreError('memory-full', 'the session storage refused the state', error);
    }),
};
