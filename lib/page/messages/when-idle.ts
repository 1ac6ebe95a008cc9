/** A page that is never idle is interrupted after this long, in milliseconds. */
const TIMEOUT_MS = 50;

/**
 * Runs a piece of work in the page's idle time, after the frame that shows what has changed: its layout is then done,
 * and what is read forces none. The function returned asks for it in `ms` at the soonest; the soonest of several counts.
 */
export const whenIdle = (run: () => void): ((ms: number) => void) => {
  let asked = false;
  let due = Infinity;
  const ask = () => {
    due = Infinity;
    if (asked) return;
    asked = true;
    requestIdleCallback(
      () => {
        asked = false;
        run();
      },
      { timeout: TIMEOUT_MS },
    );
  };
  return (ms) => {
    const at = performance.now() + ms;
    if (ms <= 0) ask();
    else if (at < due) {
      due = at;
      setTimeout(ask, ms);
    }
  };
};
