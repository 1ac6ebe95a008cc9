import type { Evidence, Obstacle } from '../../core/detect/signals.ts';
import type { Answers } from './answers.ts';
import type { PageErrors } from './page-errors.ts';
import type { Person } from './person.ts';

/** What every watcher looks at. */
export interface Scene {
  readonly person: Person;
  readonly answers: Answers;
  readonly errors: PageErrors;
  roots(): readonly (Document | ShadowRoot)[];
}

/** Something that has lasted long enough to be told, if nothing is being waited for. */
export interface Verdict {
  readonly obstacle: Obstacle;
  /** Texts as the page shows them, not masked yet. */
  readonly evidence: Evidence;
  readonly element?: Element | undefined;
  /** Only if no request is under way: the page may be about to go on. */
  readonly quietOnly: boolean;
  /** Only if no request left in this span, on the wall clock (ms). */
  readonly noRequestIn?: readonly [from: number, to: number];
  /** Called when it was told, so that it is not told again as long as it lasts. */
  tell(): void;
}

/** One sort of obstacle. Times are those of the visible clock, in ms. */
export interface Watcher {
  look(time: number): readonly Verdict[];
  /** How long until it could tell something; 0 when it waits for nothing. */
  pending(time: number): number;
}
