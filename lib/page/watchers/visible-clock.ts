/** A gap longer than this is a sleeping computer or a stopped tab, not a wait in front of the screen (ms). */
const LONGEST_GAP = 10_000;
/** What such a gap counts for (ms). */
const AFTER_GAP = 1000;

export interface VisibleClock {
  /** Milliseconds during which the page could be seen, up to `now` (any steady clock, ms). `visible`: from now on. */
  advance(now: number, visible: boolean): number;
}

/** Time as the person in front of the page has spent it: hidden tabs and sleep do not count. */
export const createVisibleClock = (now: number, visible: boolean): VisibleClock => {
  let total = 0;
  let last = now;
  let seen = visible;
  return {
    advance: (at, visibleNow) => {
      const gap = Math.max(0, at - last);
      if (seen) total += gap > LONGEST_GAP ? AFTER_GAP : gap;
      last = at;
      seen = visibleNow;
      return total;
    },
  };
};
