import type { MainRequest, RequestFact } from '../../core/bundle/capture-record.ts';
import { isCacheMiss } from '../../core/detect/network-errors.ts';
import { pathTemplate } from '../../core/detect/routes.ts';
import { portalEventOf } from '../../core/dossier/portal-session.ts';
import { keptHeaders } from '../../core/privacy/headers.ts';
import { isoTime } from '../../core/time.ts';
import type { Sessions } from '../access/sessions.ts';
import type { TabState } from './tab-state.ts';

/** One observed request, as the browser's network layer tells it. Bodies are never seen. */
export interface ObservedRequest {
  readonly tabId: number;
  readonly store: string;
  readonly url: string;
  readonly method: string;
  readonly mainFrame: boolean;
  /** Address of the top page that asked, where the browser says it (Firefox). */
  readonly askedBy?: string;
  readonly startedAt: number;
  readonly endedAt: number;
  /** Null when the request failed before an answer. */
  readonly status: number | null;
  readonly error: string | null;
  readonly fromCache: boolean;
  readonly serverIp: string | null;
  /** Lowercase names. */
  readonly headers: readonly (readonly [name: string, value: string])[];
}

/** A request that has just left. */
export type StartedRequest = Pick<ObservedRequest, 'tabId' | 'store' | 'url' | 'mainFrame' | 'startedAt'>;

/** Requests kept with each tab: the last ones are what a capture shows. */
const KEPT = 50;
const STATIC = /\.(?:js|css|png|jpe?g|gif|svg|ico|woff2?|ttf|map)$/i;
export const SSO_HOST = 'sso.anef.dgef.interieur.gouv.fr';

/** Milliseconds that the server's clock is ahead; the header has whole seconds, so this is right within one. */
export function serverOffset(date: string | undefined, receivedAt: number): number | null {
  const told = date === undefined ? Number.NaN : Date.parse(date);
  return Number.isNaN(told) ? null : Math.round(told + 500 - receivedAt);
}

/** The session change that a request means must be told when it starts, before any answer reaches a page. */
export function tellSessionOfStart(sessions: Sessions, request: StartedRequest): void {
  tell(sessions, { ...request, status: null }, request.startedAt);
}

export function tellSessionOfEnd(sessions: Sessions, request: ObservedRequest): void {
  if (request.status === null) return;
  if (!request.mainFrame) tell(sessions, request, request.endedAt);
}

function tell(
  sessions: Sessions,
  {
    url,
    mainFrame,
    tabId,
    store,
    startedAt,
    status,
  }: Pick<ObservedRequest, 'url' | 'mainFrame' | 'tabId' | 'store' | 'startedAt' | 'status'>,
  at: number,
): void {
  const { hostname, pathname } = new URL(url);
  const event = portalEventOf({
    host: hostname === SSO_HOST ? 'sso' : 'portal',
    path: pathname,
    mainFrame,
    tab: tabId,
    phase: sessions.of(store).phase,
    startedAt,
    status,
  });
  if (event) sessions.tell(store, event, at);
}

/** Adds a finished request to what its tab remembers. */
export function noteRequest(tab: TabState, request: ObservedRequest, sessionStartedAt: number): void {
  // Begun under the session before, or no request at all.
  if (request.startedAt < sessionStartedAt || isCacheMiss(request.error ?? '')) return;
  const { pathname, hostname } = new URL(request.url);
  const header = (name: string) => request.headers.find(([key]) => key === name)?.[1];
  if (!request.fromCache) {
    tab.serverOffsetMs = serverOffset(header('date'), request.endedAt) ?? tab.serverOffsetMs;
  }
  if (request.mainFrame && request.status !== null) {
    tab.main = mainRequestOf(request, header('date'));
    tab.mainAt = request.endedAt;
  }
  const isTaken = request.status !== null && request.status < 400;
  if (isTaken && request.method !== 'GET' && hostname !== SSO_HOST) {
    tab.savedAt = Math.max(tab.savedAt ?? 0, request.startedAt);
  }
  // A session that has ended is answered by either.
  const isRefused = request.status === 401 || request.status === 403;
  if (isRefused && hostname !== SSO_HOST) tab.refusedAt = request.startedAt;
  if (STATIC.test(pathname)) return;
  const fact: RequestFact = {
    method: request.method,
    path: pathTemplate(pathname),
    status: request.status ?? 0,
    startedAt: isoTime(request.startedAt),
    durationMs: Math.max(0, Math.round(request.endedAt - request.startedAt)),
    contentType: header('content-type')?.split(';')[0]?.trim().slice(0, 100) ?? null,
    ...(request.error === null ? {} : { error: request.error.slice(0, 100) }),
  };
  tab.requests = [...tab.requests, fact].slice(-KEPT);
}

const mainRequestOf = (request: ObservedRequest, date: string | undefined): MainRequest => ({
  status: request.status ?? 0,
  fromCache: request.fromCache,
  serverIp: request.serverIp,
  date: date?.slice(0, 60) ?? null,
  headers: keptHeaders(request.headers),
});
