import { packHandover, parseHandover, resume } from '../../app/witness/handover.ts';
import type { StateStorage, WitnessState } from '../../app/witness/witness-state.ts';
import { StoreError } from '../../app/witness-ports.ts';
import { browser } from '../api.ts';
import { systemClock, systemRandomness } from '../runtime-deps.ts';
import { hasRoomFor } from '../store/disk-space.ts';

const KEY = 'witness';
/** On the disk: written when it changes, taken away by the next life that reads it. */
const LEFT = 'handover';

let restarted = false;
/** Our own reload is under way: what is saved until then adds nothing. */
let left = false;
let written = '';
let last: WitnessState | undefined;

/** Must run synchronously when the worker starts. No page outlives the browser, so a new run inherits nothing. */
export function followRestarts(): void {
  browser.runtime.onStartup.addListener(() => {
    restarted = true;
  });
}

async function leave(state: WitnessState, leaving: boolean): Promise<void> {
  const handover = packHandover(state, systemClock.now(), leaving);
  const told = JSON.stringify({ ...handover, at: 0 });
  const isTold = (): boolean => left || told === written;
  if (isTold() || !(await hasRoomFor()) || isTold()) return;
  left = leaving;
  await browser.storage.local.set({ [LEFT]: handover });
  written = told;
}

/**
 * Session storage: survives the death of the worker, forgotten when the browser closes, never on disk. It holds 10 MB;
 * beyond, `save` rejects with StoreError and keeps what was saved before.
 */
export const sessionStateStorage: StateStorage = {
  async load() {
    const known = (await browser.storage.session.get(KEY))[KEY];
    if (known !== undefined) return known;
    const handover = parseHandover((await browser.storage.local.get(LEFT))[LEFT]);
    await browser.storage.local.remove(LEFT);
    return handover && !restarted ? resume(handover, systemClock.now(), systemRandomness) : undefined;
  },

  async save(state) {
    last = state;
    try {
      await browser.storage.session.set({ [KEY]: state });
    } catch (error) {
      throw new StoreError('memory-full', 'the session storage refused the state', error);
    }
    await leave(state, false).catch(() => undefined); // a full disk: the next life will ask more
  },
};

/** Our own reload follows at once: nothing can happen unheard. */
export async function leaveForReload(): Promise<void> {
  if (last) await leave(last, true);
}
