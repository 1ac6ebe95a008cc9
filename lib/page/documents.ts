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
): DocumentWatch => {
  let lastHref = '';
  let lastTold = '';
  let lastRoute = '';
  let first = true;

  const loadedAt = loadTime();

  const read = () => addressOf(location.href, isTyped);

  const check = () => {
    const { href } = location;
    const visible = document.visibilityState === 'visible';
    const state = `${href}\n${document.title}\n${visible}`;
    if (state === lastTold) return;
    lastTold = state;
    const { address, loginReturn } = read();
    const arrived = href !== lastHref;
    watch.emit({
      kind: 'document',
      at: watch.now(),
      address,
      title: watch.mask(document.title, 300),
      lang: document.documentElement?.lang.slice(0, 20) ?? '',
      visible,
      loginReturn: loginReturn && arrived,
      first,
      loadedAt,
    });
    first = false;
    const route = routeTemplate(address);
    if (route !== lastRoute) {
      lastRoute = route;
      watch.emit({ kind: 'step', at: watch.now(), step: 'navigation', label: route.slice(0, 200) });
    }
    if (href === lastHref) return;
    lastHref = href;
    for (const { rule, marker } of matchers.readAddress(href)) {
      watch.emit({
        kind: 'message',
        at: watch.now(),
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
    if (event.type === 'pageshow' && 'persisted' in event && event.persisted === true) lastTold = '';
    check();
  };
  listen(window, ROUTE_EVENTS, recheck, watch.stop);
  listen(document, ['visibilitychange', 'DOMContentLoaded'], check, watch.stop);
  const { navigation: entries } = globalThis as { navigation?: EventTarget };
  if (entries !== undefined) listen(entries, ['currententrychange'], check, watch.stop);
  check();
  return { check, route: () => routeTemplate(read().address), loadedAt };
};
