import type { Clock } from '../ports.ts';
import type { OwedCapture, StateStorage, WitnessState } from './witness-state.ts';

/** Longest delay before a change is written (ms): well under the life of an idle worker. */
const SAVE_AFTER = 100;
/** Kept of each list in a state that must be made smaller to be saved at all. */
const FEW = 50;

/** Without what a capture can do without: what remains says what is owed, to whom and why. */
export const slim = (owed: OwedCapture): OwedCapture => ({
  ...owed,
  tab: { ...owed.tab, trail: [], requests: [] },
});

/** What must not be forgotten with the worker, when all of it is too much for the session storage. */
const lean = (state: WitnessState): WitnessState => ({
  ...state,
  tabs: mapValues(state.tabs, (tab) => ({ ...tab, trail: [], requests: [] })),
  scopes: mapValues(state.scopes, (scope) => ({ ...scope, taken: scope.taken.slice(-FEW) })),
  owed: mapValues(state.owed, slim),
});

const mapValues = <Value>(
  record: Record<string, Value>,
  change: (value: Value) => Value,
): Record<string, Value> =>
  Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value)]));

/** Storage that takes the essential of a state that is too large for it. The whole stays in memory. */
export const leanWhenFull = (storage: StateStorage): StateStorage => ({
  load: () => storage.load(),
  save: (state) => storage.save(state).catch(() => storage.save(lean(state))),
});

/** Writes the state, one write after the other. */
export function createStateWriter(storage: StateStorage, clock: Clock, state: () => WitnessState) {
  let saving: Promise<void> | null = null;
  let writing: Promise<void> | null = null;
  let next: Promise<void> | null = null;

  /** At once, or right after what is being written: a hundred failures at once are two writes. */
  const saveNow = (): Promise<void> => {
    if (writing === null) {
      writing = storage.save(state()).finally(() => {
        writing = null;
      });
      return writing;
    }
    next ??= writing
      .catch(() => undefined) // whoever asked for that write is told
      .then(() => {
        next = null;
        return saveNow();
      });
    return next;
  };

  /** Soon: what changes in one go is written in one go. */
  const save = (): Promise<void> => {
    saving ??= clock.wait(SAVE_AFTER).then(() => {
      saving = null;
      return saveNow();
    });
    return saving;
  };

  return { save, saveNow };
}
