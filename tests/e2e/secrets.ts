import { SECRET_TOKEN } from '../portal/fictitious.mjs';

/** Shorter cookie values are flags, found in any text. */
const SHORTEST_SECRET = 8;

/** Everything secret that went by in these requests: cookie values, the planted token, the names of login secrets. */
export function secretsSeen(
  requests: readonly { readonly headers: { readonly cookie?: string | undefined } }[],
): string[] {
  const values = requests
    .flatMap(({ headers }) => headers.cookie?.split(/;\s*/) ?? [])
    .map((cookie) => cookie.slice(cookie.indexOf('=') + 1))
    .filter((value) => value.length >= SHORTEST_SECRET);
  return [...new Set(values), SECRET_TOKEN, 'code=', 'session_state='];
}
