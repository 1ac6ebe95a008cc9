import type { StateStorage } from '../app/witness-state.ts';
import { browser } from './api.ts';

const KEY = 'witness';

/** Session storage: survives the death of the worker, forgotten when the browser closes, never on disk. */
export const sessionStateStorage: StateStorage = {
  load: async () => (await browser.storage.session.get(KEY))[KEY],
  save: (state) => browser.storage.session.set({ [KEY]: state }),
};
