import { pathTemplate } from '../core/detect/routes.ts';
import type { Watch } from './port.ts';
import { perSecond } from './rate.ts';

/** Pictures, fonts and the like: nothing that a person waits for. */
const STATIC = /\.(?:ico|png|jpe?g|gif|svg|webp|avif|woff2?|ttf|otf|map)$/i;
/** Loaded once with the page: only their failure tells something. */
const PARTS: readonly string[] = ['script', 'link', 'css', 'img'];
/** A page that polls must not fill the trail: ordinary answers beyond this many a second are not told. */
const ORDINARY_PER_SECOND = 20;

type Timing = PerformanceResourceTiming & { readonly responseStatus?: number };

/** Tells the answers of the page's own server, as resource timing gives them: status, path, duration. */
export const watchRequests = (watch: Watch): void => {
  let navigationTold = false;
  const isFew = perSecond(ORDINARY_PER_SECOND, watch.now);

  const isTold = (entry: Timing, status: number): boolean => {
    if (!entry.name.startsWith(`${location.origin}/`)) return false;
    const path = new URL(entry.name).pathname;
    if (STATIC.test(path)) return false;
    if (entry.entryType === 'navigation') {
      // Comes once when it starts and once more when the page has loaded.
      if (navigationTold || status === 0) return false;
      navigationTold = true;
      return true;
    }
    if (status >= 400) return true;
    if (PARTS.includes(entry.initiatorType)) return false;
    return isFew();
  };

  const observer = new PerformanceObserver((list) => {
    for (const entry of list.getEntries() as Timing[]) {
      const status = entry.responseStatus ?? 0;
      if (!isTold(entry, status)) continue;
      watch.emit({
        kind: 'request',
        at: Math.min(watch.now(), Math.round(performance.timeOrigin + entry.responseEnd)),
        path: pathTemplate(new URL(entry.name).pathname),
        status,
        durationMs: Math.round(entry.duration),
        navigation: entry.entryType === 'navigation',
      });
    }
  });
  for (const type of ['navigation', 'resource']) observer.observe({ type, buffered: true });
  watch.stop.addEventListener('abort', () => observer.disconnect());
};
