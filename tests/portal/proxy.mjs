import http from 'node:http';
import net from 'node:net';
import { SERVED_HOSTS } from './hosts.mjs';

const SERVED = new Set(SERVED_HOSTS);

/**
 * An HTTP CONNECT proxy for Firefox, which has no host-resolver flag: tunnels to the hosts that it plays end at the local
 * portal, every other host gets 403, so that a test sees what a build tries to reach.
 * Returns `{ port, refused, close() }`; `refused` lists the `host:port` asked for and refused.
 */
export async function startConnectProxy({ targetPort, port = 0, served = SERVED }) {
  const refused = [];
  const sockets = new Set();
  const proxy = http.createServer((_request, response) => response.writeHead(403).end());
  proxy.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  });
  proxy.on('connect', (request, client, head) => {
    client.on('error', () => client.destroy());
    const host = request.url.replace(/:\d+$/, '');
    if (!served.has(host)) {
      refused.push(request.url);
      client.end('HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n');
      return;
    }
    const target = net.connect(targetPort, '127.0.0.1', () => {
      client.write('HTTP/1.1 200 Connection Established\r\n\r\n');
      target.write(head);
      client.pipe(target).pipe(client);
    });
    // A dropped connection must stay dropped on both sides of the tunnel.
    target.on('error', () => client.destroy());
    target.on('close', () => client.destroy());
    client.on('close', () => target.destroy());
  });
  await new Promise((resolve) => proxy.listen(port, '127.0.0.1', resolve));
  return {
    port: proxy.address().port,
    refused,
    close: () =>
      new Promise((resolve) => {
        proxy.close(resolve);
        for (const socket of sockets) socket.destroy();
      }),
  };
}
