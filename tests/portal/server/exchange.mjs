import { randomUUID } from 'node:crypto';

// The largest file the portal takes is 10 MB; the rest is room for the envelope.
const MAX_BODY = 12 * 1024 * 1024;

/** One request and its answer, with what every handler needs: host, URL, cookies, the world, the scenario. */
export function createExchange(world, request, response) {
  const host = (request.headers.host ?? '').replace(/:\d+$/, '');
  const url = new URL(request.url, `https://${host || 'localhost'}`);
  const cookies = parseCookies(request.headers.cookie);
  response.sendDate = false;
  response.setHeader('date', new Date(world.now()).toUTCString());
  response.setHeader('server', 'replique');
  response.setHeader('x-request-id', randomUUID());
  const exchange = { world, request, response, host, url, cookies };
  exchange.scenario = world.scenarioOf(exchange);
  exchange.session = world.sessions.find(cookies.SESSION);
  return exchange;
}

/** The whole body as a Buffer; a body over the cap is cut there. */
export async function readBody({ request }) {
  const chunks = [];
  let size = 0;
  for await (const chunk of request) {
    size += chunk.length;
    if (size <= MAX_BODY) chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** A JSON object, or an empty one when the body is not JSON. */
export async function readJson(exchange) {
  try {
    return JSON.parse((await readBody(exchange)).toString()) ?? {};
  } catch {
    return {};
  }
}

export const readForm = async (exchange) =>
  Object.fromEntries(new URLSearchParams((await readBody(exchange)).toString()));

function parseCookies(header = '') {
  return Object.fromEntries(
    header
      .split(/;\s*/)
      .filter(Boolean)
      .map((pair) => {
        const at = pair.indexOf('=');
        return [pair.slice(0, at), decode(pair.slice(at + 1))];
      }),
  );
}

function decode(value) {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}
