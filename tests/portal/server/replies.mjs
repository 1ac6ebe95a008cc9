const CSP = [
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'",
  "base-uri 'self'; frame-ancestors 'none'",
].join('; ');

const COMMON = {
  'cache-control': 'no-store',
  'content-security-policy': CSP,
  'referrer-policy': 'same-origin',
  'strict-transport-security': 'max-age=0',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'x-robots-tag': 'noindex',
};

/** Sends `body` as it is. */
export function send({ response }, status, contentType, body, headers = {}) {
  const bytes = Buffer.from(body);
  response.writeHead(status, {
    ...COMMON,
    'content-type': contentType,
    'content-length': bytes.length,
    ...headers,
  });
  response.end(bytes);
}

export const sendHtml = (exchange, status, body, headers) =>
  send(exchange, status, 'text/html; charset=utf-8', body, headers);

export const sendJson = (exchange, status, value, headers) =>
  send(exchange, status, 'application/json', JSON.stringify(value), headers);

export function sendNothing({ response }, headers = {}) {
  response.writeHead(204, { ...COMMON, ...headers });
  response.end();
}

/** `location` may carry a fragment. `cookies` is an array of Set-Cookie values. */
export function redirect({ response }, location, cookies = []) {
  for (const value of cookies) response.appendHeader('set-cookie', value);
  response.writeHead(302, { ...COMMON, location, 'content-length': 0 });
  response.end();
}

/** Cuts the connection without an answer, as a machine that falls over does. */
export function drop({ request }) {
  request.socket.destroy();
}

/** Headers and the first bytes, then silence: the body never ends and the browser hears of no failure. */
export function sendEndless({ response }, contentType, firstBytes) {
  response.writeHead(200, { ...COMMON, 'content-type': contentType });
  response.write(firstBytes);
}

/** A Set-Cookie value. A `domain` shares it between the portal and the SSO. */
export function cookie(name, value, { httpOnly = true, domain, maxAge, path = '/' } = {}) {
  return [
    `${name}=${encodeURIComponent(value)}`,
    `Path=${path}`,
    'Secure',
    'SameSite=Lax',
    httpOnly && 'HttpOnly',
    domain && `Domain=${domain}`,
    maxAge !== undefined && `Max-Age=${maxAge}`,
  ]
    .filter(Boolean)
    .join('; ');
}

export const forget = (name, options) => cookie(name, '', { ...options, maxAge: 0 });
