/** Two frames at 60 Hz take 34 ms; a throttled or hidden tab gets none and must not keep the background waiting. */
const FRAMES_TIMEOUT_MS = 250;

/** Resolves to true once two animation frames have gone by, to false if they do not come. */
export const twoFrames = (): Promise<boolean> =>
  new Promise((resolve) => {
    const timer = setTimeout(() => resolve(false), FRAMES_TIMEOUT_MS);
    requestAnimationFrame(() =>
      requestAnimationFrame(() => {
        clearTimeout(timer);
        resolve(true);
      }),
    );
  });
