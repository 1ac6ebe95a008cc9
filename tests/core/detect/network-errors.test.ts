import { describe, expect, it } from 'vitest';
import { isCacheMiss, mayBePortalFailure } from '../../../lib/core/detect/network-errors.ts';

describe('what a failed request says about the portal', () => {
  it.each([
    'net::ERR_CONNECTION_RESET',
    'net::ERR_EMPTY_RESPONSE',
    'net::ERR_TIMED_OUT',
    'net::ERR_CERT_DATE_INVALID',
    'net::ERR_NAME_NOT_RESOLVED',
    'NS_ERROR_NET_RESET',
    'NS_ERROR_NET_TIMEOUT',
    'NS_ERROR_UNKNOWN_HOST',
    'SEC_ERROR_EXPIRED_CERTIFICATE',
  ])('%s may be its failure', (error) => expect(mayBePortalFailure(error)).toBe(true));

  it.each([
    'net::ERR_ABORTED',
    'net::ERR_CACHE_MISS',
    'net::ERR_INTERNET_DISCONNECTED',
    'net::ERR_NETWORK_CHANGED',
    'net::ERR_BLOCKED_BY_CLIENT',
    'NS_BINDING_ABORTED',
    'NS_ERROR_ABORT',
    'NS_ERROR_OFFLINE',
    'NS_ERROR_DOCUMENT_NOT_CACHED',
    'unknown',
  ])('%s says nothing', (error) => expect(mayBePortalFailure(error)).toBe(false));

  it('knows the misses of our own look into the cache', () => {
    expect(
      ['net::ERR_CACHE_MISS', 'NS_ERROR_DOCUMENT_NOT_CACHED', 'net::ERR_ABORTED'].map(isCacheMiss),
    ).toEqual([true, true, false]);
  });
});
