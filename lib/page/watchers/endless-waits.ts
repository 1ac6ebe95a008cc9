import { isBlank } from './blankness.ts';
import { createPatience } from './patience.ts';
import { isExplained, isIndicator, waitIndicators, waitText } from './progress.ts';
import type { Scene, Watcher } from './watcher.ts';

/** Nobody waits longer in front of a form without believing that it is broken (ms of visible time). */
const ENDLESS_MS = 20_000;
/** The page is searched for new ones this often (ms), more often where that takes little time. */
const SEARCH_MS = 15_000;
const SEARCH_SHARE = 3000;
/** A page that has loaded and shows nothing for so long shows nothing (ms of visible time). */
const BLANK_MS = 6000;

/** A progress indicator that does not end. */
export const watchEndlessWaits = ({ roots }: Scene): Watcher => {
  const patience = createPatience<Element>(ENDLESS_MS);
  let shown: readonly Element[] = [];
  let searchAt = 0;
  const search = (time: number) => {
    const began = performance.now();
    shown = waitIndicators(roots());
    searchAt = time + Math.min(SEARCH_MS, (performance.now() - began) * SEARCH_SHARE);
  };
  return {
    look: (time) => {
      shown = shown.filter(isIndicator);
      if (time >= searchAt) search(time);
      const indicators = shown.length > 0 && isExplained(document) ? [] : shown;
      const ripe = patience.look(new Map(indicators.map((one) => [one, 0])), time);
      const [first] = ripe;
      if (first === undefined) return [];
      // A veil, its ring and its sentence are one wait.
      const message = ripe.map(({ key }) => waitText(key)).find((text) => text !== '');
      return [
        {
          obstacle: 'endless-wait',
          evidence: { ...(message === undefined ? {} : { message }), durationMs: first.heldMs },
          element: first.key,
          quietOnly: false,
          tell: () => {
            for (const key of indicators) patience.tell(key);
          },
        },
      ];
    },
    pending: (time) => {
      // Whoever asks wants to know of now.
      searchAt = 0;
      return patience.pending(time);
    },
  };
};

/** The page has loaded and there is nothing on it. */
export const watchBlankPages = ({ roots }: Scene): Watcher => {
  const patience = createPatience<string>(BLANK_MS);
  return {
    look: (time) => {
      const holding = new Map(isBlank(document, roots()) ? [[location.href, 0] as const] : []);
      return patience.look(holding, time).map(({ key, heldMs }) => ({
        obstacle: 'blank-page' as const,
        evidence: { durationMs: heldMs },
        quietOnly: true,
        tell: () => patience.tell(key),
      }));
    },
    pending: patience.pending,
  };
};
