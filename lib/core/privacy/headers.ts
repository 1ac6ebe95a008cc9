import { inert } from './inert.ts';

/** The only response headers ever kept: none can carry a secret or a name. */
const KEPT = new Set(['date', 'server', 'content-type', 'retry-after', 'x-request-id', 'x-correlation-id']);

/** `headers`: lowercase names. Values are cut to 300 characters. */
export const keptHeaders = (headers: readonly (readonly [string, string])[]): Record<string, string> =>
  Object.fromEntries(
    headers.filter(([name]) => KEPT.has(name)).map(([name, value]) => [name, inert(value.slice(0, 300))]),
  );
