import type { AnsweredRequest, RequestsUnderWay } from '../../app/protocol.ts';
import type { ObservedRequest, StartedRequest } from '../../app/witness/request-log.ts';
import { NEIGHBOUR_MATCHES, PORTAL_MATCHES } from '../access/hosts.ts';
import { browser } from '../api.ts';

/** A request before its cookie store is known: in Chromium the open tabs must have been read first. */
type WithoutStore<Request> = Omit<Request, 'store'> & { readonly cookieStoreId: string | undefined };
export type StartingRequest = WithoutStore<StartedRequest>;
export type EndingRequest = WithoutStore<ObservedRequest>;

interface Listeners {
  readonly started: (request: StartingRequest) => void;
  /** `shown`: false for a page that is only prepared, and may never come on any screen. */
  readonly ended: (request: EndingRequest, shown: boolean) => void;
}

interface Details {
  readonly tabId: number;
  readonly url: string;
  readonly method: string;
  readonly type: string;
  readonly timeStamp: number;
  readonly requestId: string;
  readonly cookieStoreId?: string;
  readonly frameId: number;
  /** Chromium only. */
  readonly documentLifecycle?: string;
  /** Firefox only. */
  readonly documentUrl?: string;
}

const isPrepared = ({ documentLifecycle }: Details): boolean => documentLifecycle === 'prerender';
/** What nobody waits for: a page is complete without them. */
const ASIDE: readonly string[] = [
  'image',
  'imageset',
  'font',
  'media',
  'ping',
  'beacon',
  'csp_report',
  'websocket',
];

/** Requests under way, by id: the start time is told only at the start. Forgotten at the end or past this many. */
const MOST_UNDER_WAY = 500;
/** Answers remembered for each tab. */
const MOST_ANSWERS = 12;

/**
 * Observes, and never touches, the requests of the sites that are witnessed. Must run synchronously at start. Returns who
 * tells what a tab is waiting for, as far as this worker has seen it begin.
 */
export function observeRequests({
  started,
  ended,
}: Listeners): (tabId: number, now: number) => RequestsUnderWay {
  const filter = { urls: [...PORTAL_MATCHES, ...NEIGHBOUR_MATCHES] };
  const startedAt = new Map<string, number>();
  /** Not those that have begun: a worker that was asleep meanwhile has seen none of them begin. */
  const answered = new Set<string>();
  const awaited = new Map<string, { readonly tabId: number; readonly at: number; readonly before: number }>();
  /** What was refused counts for none: a page whose script never reads the refusal hears nothing of it itself. */
  const lastAt = new Map<number, number>();
  const answers = new Map<number, readonly AnsweredRequest[]>();

  const base = (details: Details) => ({
    tabId: details.tabId,
    cookieStoreId: details.cookieStoreId,
    url: details.url,
    method: details.method,
    // What is prepared behind a page leaves the tab to it. Its answers still say who is logged in.
    mainFrame: details.type === 'main_frame' && !isPrepared(details),
    ...(details.frameId === 0 && details.documentUrl ? { askedBy: details.documentUrl } : {}),
  });

  browser.webRequest.onBeforeRequest.addListener((details) => {
    if (startedAt.size >= MOST_UNDER_WAY) startedAt.clear();
    startedAt.set(details.requestId, details.timeStamp);
    if (details.tabId >= 0 && !ASIDE.includes(details.type)) {
      if (awaited.size >= MOST_UNDER_WAY) awaited.clear();
      const before = lastAt.get(details.tabId) ?? 0;
      awaited.set(details.requestId, { tabId: details.tabId, at: details.timeStamp, before });
      lastAt.set(details.tabId, details.timeStamp);
    }
    if (details.tabId >= 0) started({ ...base(details), startedAt: details.timeStamp });
  }, filter);

  const finish = (
    details: Details,
    outcome: Pick<ObservedRequest, 'status' | 'error' | 'fromCache' | 'serverIp' | 'headers'>,
  ) => {
    const start = startedAt.get(details.requestId) ?? details.timeStamp;
    startedAt.delete(details.requestId);
    const left = awaited.get(details.requestId);
    awaited.delete(details.requestId);
    const { status } = outcome;
    const refused = status !== null && status >= 400 && status < 500;
    if (left && refused && lastAt.get(left.tabId) === left.at) lastAt.set(left.tabId, left.before);
    if (details.tabId < 0) return; // the extension's own pages, other extensions
    if (left && status !== null && details.method !== 'OPTIONS') {
      const answer = { url: details.url, status, askedAt: start, cameAt: details.timeStamp };
      answers.set(details.tabId, [...(answers.get(details.tabId) ?? []), answer].slice(-MOST_ANSWERS));
    }
    const told = { ...base(details), startedAt: start, endedAt: details.timeStamp, ...outcome };
    ended(told, !isPrepared(details));
  };

  // Headers come with `onResponseStarted`: a body that never ends has its answer noted all the same.
  browser.webRequest.onResponseStarted.addListener(
    (details) => {
      if (answered.size >= MOST_UNDER_WAY) answered.clear();
      answered.add(details.requestId);
      finish(details, {
        status: details.statusCode,
        error: null,
        fromCache: details.fromCache ?? false,
        serverIp: details.ip ?? null,
        headers: (details.responseHeaders ?? []).map(({ name, value }) => [name.toLowerCase(), value ?? '']),
      });
    },
    filter,
    ['responseHeaders'],
  );
  browser.webRequest.onErrorOccurred.addListener((details) => {
    if (answered.delete(details.requestId)) return; // its body was cut
    finish(details, {
      status: null,
      error: details.error ?? 'unknown',
      fromCache: false,
      serverIp: null,
      headers: [],
    });
  }, filter);
  // A redirect to another site begins there and ends unseen.
  browser.webRequest.onBeforeRedirect.addListener(({ requestId }) => void awaited.delete(requestId), filter);
  browser.tabs.onRemoved.addListener((tabId) => {
    lastAt.delete(tabId);
    answers.delete(tabId);
  });

  return (tabId, now) => {
    const times = [...awaited.values()].filter((one) => one.tabId === tabId).map(({ at }) => at);
    return {
      open: times.length,
      oldestMs: Math.max(0, ...times.map((at) => now - at)),
      lastAt: lastAt.get(tabId) ?? 0,
      answers: answers.get(tabId) ?? [],
    };
  };
}
