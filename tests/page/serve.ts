import http, { type RequestListener } from 'node:http';
import https from 'node:https';
import type { AddressInfo } from 'node:net';
import { createCertificate } from '../portal/certificate.mjs';
import { PORTAL_HOST } from '../portal/hosts.mjs';
import { startConnectProxy } from '../portal/proxy.mjs';

export interface Reply {
  readonly body: string | Buffer;
  readonly status?: number;
  readonly headers?: Record<string, string>;
}

/** Pages on the portal's real address, answered from this machine, and the list of what was asked for. */
export const serve = async () => {
  const replies = new Map<string, Reply>();
  const asked: string[] = [];
  const answer: RequestListener = (request, response) => {
    const url = request.url ?? '/';
    asked.push(url);
    const reply = replies.get(url.replace(/\?.*$/, '')) ?? { status: 404, body: '' };
    response.writeHead(reply.status ?? 200, { 'content-type': 'text/html; charset=utf-8', ...reply.headers });
    response.end(reply.body);
  };
  const server = https.createServer(createCertificate(), answer);
  // A browser caches nothing that comes under a certificate it has to be told to accept.
  const plain = http.createServer(answer);
  await new Promise<void>((resolve) => plain.listen(0, '127.0.0.1', resolve));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const proxy = await startConnectProxy({ targetPort: port });
  return {
    port,
    proxyPort: proxy.port,
    origin: `https://${PORTAL_HOST}`,
    plainOrigin: `http://localhost:${(plain.address() as AddressInfo).port}`,
    asked,
    page: (path: string, reply: Reply | string) =>
      void replies.set(path, typeof reply === 'string' ? { body: reply } : reply),
    close: async () => {
      await proxy.close();
      for (const one of [server, plain]) {
        one.closeAllConnections();
        one.close();
      }
    },
  };
};
export type Served = Awaited<ReturnType<typeof serve>>;
