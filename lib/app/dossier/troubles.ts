import type { Trouble } from '../popup/popup-view.ts';
import type { StateStorage } from '../witness/witness-state.ts';
import { StoreError, type WitnessStore } from '../witness-ports.ts';

/**
 * Remembers what went wrong on the device, until a write succeeds again: shown to the person, never logged. `log` gets
 * the name and place of our own errors.
 */
export function createTroubles(changed: () => void, log: (name: string, stack: string) => void) {
  let ofStore: Trouble | null = null;
  /** Apart: a write to the disk that succeeds says nothing of the session's memory. */
  let memoryFull = false;

  const current = (): Trouble | null => ofStore ?? (memoryFull ? 'memory-full' : null);
  const change = (make: () => void): void => {
    const before = current();
    make();
    if (current() !== before) changed();
  };
  const set = (next: Trouble | null): void =>
    change(() => {
      ofStore = next;
    });
  const setMemory = (full: boolean): void =>
    change(() => {
      memoryFull = full;
    });

  /** The trouble that an error means; null for an error of our own, which is no fault of the disk. */
  const note = (error: unknown): Trouble | null => {
    if (!(error instanceof StoreError)) {
      const known = error instanceof Error;
      log(known ? error.name : 'error', known ? (error.stack ?? '') : '');
      return null;
    }
    if (error.trouble === 'memory-full') setMemory(true);
    else set(error.trouble);
    return error.trouble;
  };

  /** The same store; its failures are noted and go on to the caller, and end with the next success of their kind. */
  const watch = (store: WitnessStore): WitnessStore => {
    const watched =
      <Arguments extends unknown[], Value>(job: (...values: Arguments) => Promise<Value>, writes = true) =>
      async (...values: Arguments): Promise<Value> => {
        try {
          const value = await job(...values);
          if (writes || ofStore !== 'disk-full') set(null);
          return value;
        } catch (error) {
          note(error);
          throw error;
        }
      };
    return {
      dossiers: watched(store.dossiers, false),
      head: watched(store.head, false),
      linesFrom: watched(store.linesFrom, false),
      recentFiles: watched(store.recentFiles, false),
      waiting: watched(store.waiting, false),
      waitingContent: watched(store.waitingContent, false),
      createDossier: watched(store.createDossier),
      commit: watched(store.commit),
      wait: watched(store.wait),
      discardWaiting: watched(store.discardWaiting),
      eraseDossier: watched(store.eraseDossier),
    };
  };

  /** The same session storage. A state that cannot be read is no state: whoever was known is asked for again. */
  const watchState = (storage: StateStorage): StateStorage => ({
    load: () =>
      storage.load().catch((error: unknown) => {
        note(error);
        return undefined;
      }),
    async save(state) {
      try {
        await storage.save(state);
        setMemory(false);
      } catch (error) {
        note(error);
        throw error;
      }
    },
  });

  return {
    current,
    note,
    /** There is space again, whether or not anything is left to be written. */
    spaceAgain(): void {
      if (ofStore === 'disk-full') set(null);
    },
    watch,
    watchState,
  };
}
