import { once } from 'node:events';
import type { IncomingMessage, ServerResponse } from 'node:http';
import https from 'node:https';
import type { AddressInfo } from 'node:net';
import { createCertificate } from '../../tests/portal/certificate.mjs';
import { type Answer, type DetectionCase, NEVER } from './case.ts';

let certificate: ReturnType<typeof createCertificate> | undefined;

export interface ServedCase {
  readonly port: number;
  /** Answers that are late and will come. */
  underWay(): number;
  close(): void;
}

const NOT_FOUND = { status: 404, contentType: 'text/plain', body: '', delayMs: 0 };

/** The answer that a request gets: the page itself for a navigation to its address, else the first that matches. */
export function answerTo(
  { url, html, status, responses }: Pick<DetectionCase, 'url' | 'html' | 'status' | 'responses'>,
  request: { readonly method: string; readonly target: string; readonly navigation: boolean },
): Omit<Answer, 'path' | 'method'> {
  const path = request.target.replace(/[?#].*$/, '');
  if (request.navigation && request.method === 'GET' && path === new URL(url).pathname) {
    return { status, contentType: 'text/html', body: html, delayMs: 0 };
  }
  const answers = responses.find(
    (each) => each.path.replace(/\?.*$/, '') === path && (each.method ?? request.method) === request.method,
  );
  return answers ?? NOT_FOUND;
}

/** A page may read what another host answers, as it may in life where it is meant to. */
const sharedWith = ({ headers }: IncomingMessage): Record<string, string> => {
  const { origin } = headers;
  if (origin === undefined) return {};
  return {
    'access-control-allow-origin': origin,
    'access-control-allow-credentials': 'true',
    'access-control-allow-methods': headers['access-control-request-method'] ?? '',
    'access-control-allow-headers': headers['access-control-request-headers'] ?? '',
  };
};

/** Whatever host is asked for, on a free port of 127.0.0.1. */
export async function serveCase(detectionCase: DetectionCase): Promise<ServedCase> {
  certificate ??= createCertificate();
  let late = 0;
  const reply = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const shared = sharedWith(request);
    // Not the page's own question, but the browser's, whether it may ask another host.
    if (request.method === 'OPTIONS' && request.headers['access-control-request-method'] !== undefined) {
      response.writeHead(204, shared).end();
      return;
    }
    const { status, contentType, body, delayMs } = answerTo(detectionCase, {
      method: request.method ?? 'GET',
      target: request.url ?? '/',
      navigation: request.headers['sec-fetch-dest'] === 'document',
    });
    if (delayMs >= NEVER) return;
    if (delayMs > 0) {
      late += 1;
      await new Promise((resolve) => setTimeout(resolve, delayMs));
      late -= 1;
    }
    if (response.destroyed) return;
    const type = /charset=/i.test(contentType) ? contentType : `${contentType}; charset=utf-8`;
    // Nothing is kept: a page that asks again is answered again.
    response.writeHead(status, { ...shared, 'content-type': type, 'cache-control': 'no-store' });
    response.end(body);
  };
  const server = https.createServer(certificate, (request, response) => void reply(request, response));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    underWay: () => late,
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}
