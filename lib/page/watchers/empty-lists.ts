import { emptyLists } from './choices.ts';
import { readField } from './fields.ts';
import { createPatience } from './patience.ts';
import type { Scene, Watcher } from './watcher.ts';

/** A list that is still being fetched fills within this time (ms of visible time). */
const STAYS_EMPTY_MS = 5000;

/** A list that must be chosen from has nothing to choose. */
export const watchEmptyLists = ({ person, roots }: Scene): Watcher => {
  const patience = createPatience<Element>(STAYS_EMPTY_MS);
  const touched = (step: Element) => person.touchedIn(step) !== undefined;
  return {
    look: (time) => {
      const empty = emptyLists(person.hasBegun ? roots() : [], person.opened, touched, person.chosen);
      return patience.look(new Map(empty.map((list) => [list, 0])), time).map(({ key, heldMs }) => ({
        obstacle: 'no-choice' as const,
        evidence: { label: readField(key, person.chosen).label, durationMs: heldMs },
        element: key,
        quietOnly: true,
        tell: () => patience.tell(key),
      }));
    },
    pending: patience.pending,
  };
};
