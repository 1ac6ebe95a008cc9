/**
 * Failures of a request that the server, or the way to it, may have caused: a closed list of the browsers' own names
 * (seen in Chromium 156 and Firefox 153, 2026-11-21). Anything else (the page gave up, the device is offline, the cache
 * was asked and had nothing, another extension blocked it) says nothing about the portal.
 */
const CHROMIUM =
  /^net::ERR_(?:CONNECTION_(?:RESET|CLOSED|REFUSED|TIMED_OUT|FAILED)|EMPTY_RESPONSE|TIMED_OUT|HTTP2_\w+|QUIC_PROTOCOL_ERROR|SSL_\w+|CERT_\w+|NAME_NOT_RESOLVED|ADDRESS_UNREACHABLE|INVALID_RESPONSE|INVALID_HTTP_RESPONSE|INCOMPLETE_CHUNKED_ENCODING|CONTENT_LENGTH_MISMATCH|RESPONSE_HEADERS_\w+|TOO_MANY_REDIRECTS)$/;
const FIREFOX =
  /^(?:NS_ERROR_(?:NET_RESET|NET_INTERRUPT|NET_TIMEOUT|NET_EMPTY_RESPONSE|NET_PARTIAL_TRANSFER|CONNECTION_REFUSED|UNKNOWN_HOST|REDIRECT_LOOP|CORRUPTED_CONTENT|NET_HTTP2_SENT_GOAWAY)|(?:SSL|SEC|MOZILLA_PKIX)_ERROR_\w+)$/;

export const mayBePortalFailure = (error: string): boolean => CHROMIUM.test(error) || FIREFOX.test(error);

/** Our own snapshot asks the cache for pictures, and nothing else: what the cache has not is no request at all. */
export const isCacheMiss = (error: string): boolean =>
  error === 'net::ERR_CACHE_MISS' || error === 'NS_ERROR_DOCUMENT_NOT_CACHED';
