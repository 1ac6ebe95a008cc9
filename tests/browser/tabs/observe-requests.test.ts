import { describe, expect, it } from 'vitest';
import type { EndingRequest } from '../../../lib/browser/tabs/observe-requests.ts';
import { toldEvent } from '../told-event.ts';

const REQUEST = {
  tabId: 7,
  requestId: '1',
  url: 'https://administration-etrangers-en-france.interieur.gouv.fr/api/demande',
  method: 'POST',
  type: 'xmlhttprequest',
  timeStamp: 1_000,
};

const event = () => toldEvent<Record<string, unknown>>(REQUEST);
const webRequest = {
  onBeforeRequest: event(),
  onBeforeRedirect: event(),
  onResponseStarted: event(),
  onErrorOccurred: event(),
};
const browser = { runtime: { id: 'anef-temoin' }, webRequest, tabs: { onRemoved: event() } };
Object.assign(globalThis, { browser, chrome: browser });
const { observeRequests } = await import('../../../lib/browser/tabs/observe-requests.ts');

/** A new life of the background. Returns what it was told. */
function outcomes(): (number | string | null)[] {
  for (const each of Object.values(webRequest)) each.clear();
  const ended: (number | string | null)[] = [];
  observeRequests({
    started: () => undefined,
    ended: ({ status, error }: EndingRequest) => ended.push(status ?? error),
  });
  return ended;
}

describe('a request that breaks off', () => {
  const { onBeforeRequest, onResponseStarted, onErrorOccurred } = webRequest;

  it('is told, when its answer never came', () => {
    const told = outcomes();
    onBeforeRequest.tell({});
    onErrorOccurred.tell({ error: 'net::ERR_TIMED_OUT' });
    expect(told).toEqual(['net::ERR_TIMED_OUT']);
  });

  it('is told, when the background was asleep as it left', () => {
    const told = outcomes();
    onErrorOccurred.tell({ error: 'net::ERR_TIMED_OUT' });
    expect(told).toEqual(['net::ERR_TIMED_OUT']);
  });

  it('is not told again, when its answer had begun', () => {
    const told = outcomes();
    onBeforeRequest.tell({});
    onResponseStarted.tell({ statusCode: 200 });
    onErrorOccurred.tell({ error: 'net::ERR_CONNECTION_RESET' });
    expect(told).toEqual([200]);
  });
});
