import { describe, expect, it } from 'vitest';
import {
  noteRequest,
  type ObservedRequest,
  SSO_HOST,
  serverOffset,
  tellSessionOfEnd,
  tellSessionOfStart,
} from '../../../lib/app/witness/request-log.ts';
import { PORTAL } from '../page-tells.ts';
import { TAB, wake } from '../waking.ts';

const START = Date.parse('2026-11-21T09:04:07.000Z');

const observed = (changes: Partial<ObservedRequest> = {}): ObservedRequest => ({
  tabId: TAB,
  store: 'default',
  url: `${PORTAL}/api/demande`,
  method: 'GET',
  mainFrame: false,
  startedAt: START,
  endedAt: START + 120.4,
  status: 200,
  error: null,
  fromCache: false,
  serverIp: '192.0.2.1',
  headers: [],
  ...changes,
});

async function noting(...requests: Partial<ObservedRequest>[]) {
  const { book } = await wake();
  const tab = book.open(TAB, 'default', 5);
  for (const request of requests) noteRequest(tab, observed(request), START);
  return tab;
}

describe('what is kept of a request', () => {
  it('is what it was, how long it took and what came back', async () => {
    const headers = [['content-type', 'application/json; charset=utf-8']] as const;
    expect((await noting({ headers })).requests).toEqual([
      {
        method: 'GET',
        path: '/api/demande',
        status: 200,
        startedAt: '2026-11-21T09:04:07.000Z',
        durationMs: 120,
        contentType: 'application/json',
      },
    ]);
  });

  it('that failed: the browser’s own name for it', async () => {
    const tab = await noting({ status: null, error: 'net::ERR_CONNECTION_RESET' });
    expect(tab.requests).toMatchObject([{ status: 0, error: 'net::ERR_CONNECTION_RESET' }]);
  });

  it.each([
    [401, START],
    [403, START],
    [404, undefined],
    [500, undefined],
  ])('%i: refused for want of a login or not', async (status, refusedAt) => {
    expect((await noting({ status, method: 'PUT' })).refusedAt).toBe(refusedAt);
  });

  it('never lasts less than nothing, whatever the clock did', async () => {
    expect((await noting({ endedAt: START - 5_000 })).requests[0]?.durationMs).toBe(0);
  });

  const paths: [string, string][] = [
    ['/api/demande/7512345678', '/api/demande/{id}'],
    ['/api/usager/ak@exemple.fr/pieces', '/api/usager/{id}/pieces'],
    ['/api/demande/0b8e7a9c-1111-4222-8333-444455556666?nom=K', '/api/demande/{id}'],
    ['/api/etape/2', '/api/etape/2'],
  ];
  it.each(paths)('%s is kept as %s', async (path, kept) => {
    expect((await noting({ url: `${PORTAL}${path}` })).requests[0]?.path).toBe(kept);
  });

  const files = ['/main.3f2a.js', '/style.css', '/logo.SVG', '/police.woff2', '/favicon.ico', '/main.js.map'];
  it.each(files)('%s is left out', async (path) => {
    expect((await noting({ url: `${PORTAL}${path}` })).requests).toEqual([]);
  });

  const ignored: [string, Partial<ObservedRequest>][] = [
    ['begun under the session before', { startedAt: START - 1 }],
    ['that only looked into the cache', { status: null, error: 'net::ERR_CACHE_MISS' }],
  ];
  it.each(ignored)('%s: nothing', async (_name, request) => {
    const tab = await noting({ ...request, mainFrame: true });
    expect(tab).toMatchObject({ requests: [], main: null });
  });

  it('is the last fifty', async () => {
    const url = (step: number) => ({ url: `${PORTAL}/api/etape/${step}` });
    const { requests } = await noting(...Array.from({ length: 60 }, (_, step) => url(step)));
    const kept = [requests.length, requests[0]?.path, requests.at(-1)?.path];
    expect(kept).toEqual([50, '/api/etape/10', '/api/etape/59']);
  });
});

describe('the page’s own request', () => {
  it('keeps the headers that can carry neither secret nor name, and no other', async () => {
    const headers = [
      ['date', 'Sat, 21 Nov 2026 09:04:07 GMT'],
      ['server', 'nginx'],
      ['x-request-id', 'abc'],
      ['set-cookie', 'SESSION=secret'],
      ['authorization', 'Bearer secret'],
      ['location', 'https://exemple.fr/?code=secret'],
      ['etag', '"secret"'],
    ] as const;
    expect((await noting({ mainFrame: true, status: 503, headers })).main).toEqual({
      status: 503,
      fromCache: false,
      serverIp: '192.0.2.1',
      date: 'Sat, 21 Nov 2026 09:04:07 GMT',
      headers: { date: 'Sat, 21 Nov 2026 09:04:07 GMT', server: 'nginx', 'x-request-id': 'abc' },
    });
  });

  it('stays what it was while the page calls others, or fails to be replaced', async () => {
    const tab = await noting(
      { mainFrame: true },
      { status: 500 },
      { mainFrame: true, status: null, error: 'x' },
    );
    expect(tab.main?.status).toBe(200);
  });
});

describe('the server’s clock', () => {
  const offsets: [string, string | undefined, number | null][] = [
    ['a minute ahead', 'Sat, 21 Nov 2026 09:05:07 GMT', 60_500],
    ['a minute behind', 'Sat, 21 Nov 2026 09:03:07 GMT', -59_500],
    ['not told', undefined, null],
  ];
  it.each(offsets)('%s', (_name, date, offset) => {
    expect(serverOffset(date, START)).toBe(offset);
  });

  it('is not asked of the cache, and the last answer known stays', async () => {
    const date = (value: string) => ({ headers: [['date', value]] as const, endedAt: START });
    const tab = await noting(
      date('Sat, 21 Nov 2026 09:04:17 GMT'),
      { ...date('Sat, 21 Nov 2026 08:00:00 GMT'), fromCache: true },
      { headers: [], endedAt: START },
    );
    expect(tab.serverOffsetMs).toBe(10_500);
  });
});

describe('what a request says of the session', () => {
  const starts: [string, Partial<ObservedRequest>, boolean][] = [
    ['the page goes to sign on', { url: `https://${SSO_HOST}/auth`, mainFrame: true }, true],
    ['a call to the sign-on service', { url: `https://${SSO_HOST}/auth` }, false],
    ['a logout', { url: `${PORTAL}/api/logout` }, true],
    ['any page', { url: `${PORTAL}/usagers/`, mainFrame: true }, false],
  ];
  it.each(starts)('when it starts: %s', async (_name, request, changes) => {
    const { sessions } = await wake();
    const { epoch } = sessions.of('default');
    tellSessionOfStart(sessions, observed(request));
    expect(sessions.isStill('default', epoch)).toBe(!changes);
  });

  it('the page that comes back from signing on starts a session, seen at its start only', async () => {
    const { sessions } = await wake();
    tellSessionOfStart(sessions, observed({ url: `https://${SSO_HOST}/auth`, mainFrame: true }));
    const { epoch } = sessions.of('default');
    const back = observed({ url: `${PORTAL}/usagers/`, mainFrame: true });
    tellSessionOfEnd(sessions, back);
    expect(sessions.of('default')).toMatchObject({ epoch, phase: 'sso' });
    tellSessionOfStart(sessions, back);
    expect(sessions.of('default')).toMatchObject({ phase: 'portal', returnedIn: TAB });
    expect(sessions.isStill('default', epoch)).toBe(false);
  });

  it('who is logged in is told by an answer, never by its absence', async () => {
    const { sessions } = await wake();
    const who = observed({ url: `${PORTAL}/api/usager/moi` });
    tellSessionOfStart(sessions, who);
    tellSessionOfEnd(sessions, { ...who, status: null, error: 'net::ERR_ABORTED' });
    expect(sessions.of('default').recognisedAt).toBeNull();
    tellSessionOfEnd(sessions, who);
    expect(sessions.of('default').recognisedAt).not.toBeNull();
  });
});
