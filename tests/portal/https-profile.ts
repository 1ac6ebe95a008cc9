import https from 'node:https';
import type { Portal } from './server.mjs';

export interface Answer {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  body: string;
}

export type Visit = (url: string, options?: { method?: string; body?: string }) => Promise<Answer>;

/** A browser profile: keeps its cookies by name, as both hosts would see them. */
export function createProfile(portal: Portal): Visit {
  const jar = new Map<string, string>();
  return async (url: string, { method = 'GET', body = '' } = {}): Promise<Answer> => {
    const { host, pathname, search } = new URL(url, portal.urls.portal);
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
    const headers = { host, ...(cookie && { cookie }), 'content-length': Buffer.byteLength(body) };
    const path = pathname + search;
    const answer = await new Promise<Answer>((resolve, reject) => {
      const request = https.request(
        {
          port: portal.port,
          host: '127.0.0.1',
          path,
          method,
          headers,
          rejectUnauthorized: false,
          agent: false,
        },
        (response) => {
          const chunks: Buffer[] = [];
          response.on('data', (chunk: Buffer) => chunks.push(chunk));
          response.on('end', () =>
            resolve({
              status: response.statusCode ?? 0,
              headers: response.headers,
              body: Buffer.concat(chunks).toString(),
            }),
          );
          response.on('error', reject);
        },
      );
      request.on('error', reject);
      request.end(body);
    });
    for (const line of [answer.headers['set-cookie'] ?? []].flat()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (value === '') jar.delete(name);
      else jar.set(name, value);
    }
    return answer;
  };
}

export const AUTHENTICATE = '/auth/realms/anef-usagers/login-actions/authenticate';

/** Through the SSO, then the code to the portal. Returns the address, fragment included, that the SSO sent back. */
export async function logIn(visit: Visit, portal: Portal, user: string, redirectUri: string) {
  const query = new URLSearchParams({ redirect_uri: redirectUri, state: 'ETAT', response_mode: 'fragment' });
  const answer = await visit(`${portal.urls.sso}${AUTHENTICATE}?${query}`, {
    method: 'POST',
    body: `username=${user}&password=x`,
  });
  const { hash } = new URL(String(answer.headers.location));
  const code = new URLSearchParams(hash.slice(hash.indexOf('state='))).get('code');
  await visit('/api/authentification/code', { method: 'POST', body: JSON.stringify({ code }) });
  return String(answer.headers.location);
}
