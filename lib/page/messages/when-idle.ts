/** A page that is never idle is interrupted after this long, in milliseconds. */
const TIMEOUT_MS = 50;

/**
 * Runs a piece of work in the page's idle time, after the frame that shows what has changed: its layout is then done,
 * and what is read forces none. The function returned asks for it in `ms` at the soonest; the soonest of several counts.
 */
export const whenIdle = (run: () => void): ((ms: number) => void) => {
  let due = Infinity;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const work = () => {
    due = Infinity;
    run();
  };
  return (ms) => {
    const at = performance.now() + ms;
    if (at >= due) return;
    due = at;
    clearTimeout(timer);
    timer = setTimeout(() => requestIdleCallback(work, { timeout: TIMEOUT_MS }), ms);
  };
};
