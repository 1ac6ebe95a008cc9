import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Answering, Authority } from './authority.ts';

/** What the next requests get. `after`: the reply waits for it. */
export type Behaviour =
  | (Answering & { readonly kind?: undefined; readonly after?: Promise<unknown> })
  | { readonly kind: 'garbage' | 'error' | 'elsewhere' | 'endless' | 'silent' | 'replayed' };

export interface ServedAuthority {
  readonly url: string;
  /** Bodies received, in order. */
  readonly queries: readonly Uint8Array[];
  behave(behaviour: Behaviour): void;
  close(): Promise<void>;
}

async function bodyOf(request: IncomingMessage): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return new Uint8Array(Buffer.concat(chunks));
}

/** Answers one request as an authority would, or as `behaviour` says. */
export function createAnswering(authority: Authority) {
  let behaviour: Behaviour = {};
  const queries: Uint8Array[] = [];
  let last: Uint8Array | undefined;

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const query = await bodyOf(request);
    queries.push(query);
    const send = (status: number, body: Uint8Array | string, headers: Record<string, string> = {}): void => {
      response.writeHead(status, { 'content-type': 'application/timestamp-reply', ...headers }).end(body);
    };
    switch (behaviour.kind) {
      case 'garbage':
        return send(200, '<!doctype html><title>Portail captif fictif</title>');
      case 'error':
        return send(503, 'indisponible');
      case 'elsewhere':
        return send(302, '', { location: '/ailleurs' });
      case 'endless':
        return send(200, new Uint8Array(200_000));
      case 'silent':
        return;
      case 'replayed':
        return send(200, last ?? '');
      default: {
        const { after, ...how } = behaviour;
        await after;
        last = authority.answer(query, how);
        return send(200, last);
      }
    }
  }

  return {
    queries: queries as readonly Uint8Array[],
    behave(next: Behaviour): void {
      behaviour = next;
    },
    listener(request: IncomingMessage, response: ServerResponse): void {
      answer(request, response).catch(() => response.destroy());
    },
  };
}

/** On the loopback, without encryption: for the tests of what runs in Node. */
export async function serveAuthority(authority: Authority): Promise<ServedAuthority> {
  const { listener, ...answering } = createAnswering(authority);
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    ...answering,
    url: `http://127.0.0.1:${port}/tsa`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
