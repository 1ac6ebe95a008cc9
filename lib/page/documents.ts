import type { Matchers } from '../core/detect/matchers.ts';
import { addressOf, routeTemplate } from '../core/detect/routes.ts';
import { listen, type Watch } from './port.ts';

export interface DocumentWatch {
  /** Tells a change of route, title or visibility if there is one. Cheap: called after every batch of mutations. */
  check(): void;
  /** `routeTemplate` of the address now. */
  route(): string;
  /** When the document was loaded, in milliseconds since 1970. */
  readonly loadedAt: number;
}

/** A title of ten megabytes is read no further than this, in characters. */
const TITLE_READ = 600;
/** A title that changes sooner than this waits: the messages are looked at again a little later, and it with them. */
const TITLE_MS = 100;
/** What changes the address without any event in every browser is noticed by `check` at the next mutation. */
const ROUTE_EVENTS = ['hashchange', 'popstate', 'pageshow'];

/**
 * Not the time origin: it comes before the redirects of a login. And its clock stands still while the computer sleeps,
 * in a browser that has run for days: a page that is only being loaded is dated by the clock of now. For one that was
 * open already, the older of both dates is the safe one: it may be somebody else's.
 */
const loadTime = (): number => {
  const [navigation] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  const answered = navigation?.responseStart ?? 0;
  const byNow = Date.now() - (performance.now() - answered);
  const safe = Math.min(byNow, performance.timeOrigin + answered);
  return Math.round(document.readyState === 'loading' ? byNow : safe);
};

export const watchDocument = (
  watch: Watch,
  matchers: Matchers,
  isTyped: (segment: string) => boolean,
  onReturn: () => void,
): DocumentWatch => {
  let lastHref = '';
  let lastTitle = '';
  let lastVisible: boolean | undefined;
  let toldAt = 0;
  let lastRoute = '';
  let first = true;

  const loadedAt = loadTime();

  const read = () => addressOf(location.href, isTyped);

  const check = () => {
    const { href } = location;
    const at = watch.now();
    const title = document.title.slice(0, TITLE_READ);
    const visible = document.visibilityState === 'visible';
    const arrived = href !== lastHref;
    if (!arrived && visible === lastVisible) {
      if (title === lastTitle || (at >= toldAt && at - toldAt < TITLE_MS)) return;
    }
    lastTitle = title;
    lastVisible = visible;
    toldAt = at;
    const { address, loginReturn } = read();
    watch.emit({
      kind: 'document',
      at,
      address,
      title: watch.mask(title, 300),
      lang: watch.mask(document.documentElement?.lang ?? '', 20),
      visible,
      loginReturn: loginReturn && arrived,
      first,
      loadedAt,
    });
    first = false;
    const route = routeTemplate(address);
    if (route !== lastRoute) {
      lastRoute = route;
      watch.emit({ kind: 'step', at, step: 'navigation', label: route.slice(0, 200) });
    }
    if (!arrived) return;
    lastHref = href;
    for (const { rule, marker } of matchers.readAddress(href)) {
      watch.emit({
        kind: 'message',
        at,
        place: 'component',
        component: 'address',
        level: 'error',
        text: marker,
        rules: [rule.id],
        inViewport: false,
      });
    }
  };

  const recheck = (event: Event) => {
    // Back from the back-forward cache: the session may have changed meanwhile, so the background must hear of it.
    if ((event as PageTransitionEvent).persisted) {
      onReturn();
      lastVisible = undefined;
    }
    check();
  };
  listen(window, ROUTE_EVENTS, recheck, watch.stop);
  listen(document, ['visibilitychange', 'DOMContentLoaded'], check, watch.stop);
  const { navigation: entries } = globalThis as { navigation?: EventTarget };
  if (entries !== undefined) listen(entries, ['currententrychange'], check, watch.stop);
  check();
  return { check, route: () => routeTemplate(read().address), loadedAt };
};
