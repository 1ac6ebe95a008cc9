/** Nothing within this time of a click is nothing (ms of visible time). */
const NOTHING_MS = 3000;
/** What comes within this time of a click is still taken for its effect. */
const LATE_MS = 8000;
/** Two clicks closer than this are one gesture, unless a third follows. */
const GESTURE_MS = 500;
const MANY = 3;
/** Longer apart, two clicks are no repetition. */
const FORGET_MS = 60_000;

export interface DeadClick<Control> {
  readonly control: Control;
  readonly tries: number;
  readonly durationMs: number;
  /** When the first of these clicks was, on the wall clock. */
  readonly firstAt: number;
  readonly lastAt: number;
}

/** A primary action that was clicked, again and again, without any effect. Times of the visible clock, in ms. */
export const createDeadClicks = <Control>() => {
  let open:
    | {
        control: Control;
        first: number;
        last: number;
        clicks: number;
        gestures: number;
        firstAt: number;
        lastAt: number;
      }
    | undefined;
  let attributable = false;
  let told = false;
  const isRepeated = () => open !== undefined && (open.gestures >= 2 || open.clicks >= MANY);

  return {
    clicked(control: Control, time: number, at: number): void {
      attributable = true;
      if (open?.control !== control || time - open.last > FORGET_MS) {
        open = { control, first: time, last: time, clicks: 1, gestures: 1, firstAt: at, lastAt: at };
        told = false;
        return;
      }
      open.clicks += 1;
      if (time - open.last >= GESTURE_MS) open.gestures += 1;
      open.last = time;
      open.lastAt = at;
    },
    /** Something happened on the page. */
    effect(time: number): void {
      if (attributable && open !== undefined && time - open.last <= LATE_MS) open = undefined;
    },
    /** The person does something else: what happens now is not the click's doing. */
    acted(): void {
      attributable = false;
    },
    /** What clicks had no effect, until `tell`. A single one is enough if something else speaks against the page. */
    look(time: number, corroborated: boolean): DeadClick<Control> | undefined {
      if (open === undefined || told || !(corroborated || isRepeated())) return undefined;
      if (time - open.last < NOTHING_MS) return undefined;
      const { control, clicks, firstAt, lastAt } = open;
      return { control, tries: clicks, durationMs: time - open.first, firstAt, lastAt };
    },
    tell(): void {
      told = true;
    },
    /** There is a reason for it. */
    excuse(): void {
      open = undefined;
    },
    /** When the first of the clicks was that had no effect so far, on the wall clock; undefined when there is none. */
    since: (): number | undefined => open?.firstAt,
    /** Whether effects are worth observing. */
    isOpen: (time: number): boolean => attributable && open !== undefined && time - open.last <= LATE_MS,
    pending: (time: number, corroborated: boolean): number =>
      open === undefined || told || !(corroborated || isRepeated())
        ? 0
        : Math.max(1, open.last + NOTHING_MS - time),
  };
};
