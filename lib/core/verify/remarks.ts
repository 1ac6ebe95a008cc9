import { CAPTURE_PATH, captureOf } from './capture-of.ts';
import type { OpenedBundle, Remark } from './check.ts';
import { isLocalAddress } from './local-address.ts';
import { withheldOf } from './withheld-of.ts';

/** Each of so many is named; the number of all is said. */
const MOST_NAMED = 20;
const named = (names: readonly (string | number)[]): string =>
  names.slice(0, MOST_NAMED).join(', ') + (names.length > MOST_NAMED ? '…' : '');

/** What a reader should know beyond the verdict. Never rejects: what cannot be read, a check has said. */
export async function remarksOf(bundle: OpenedBundle): Promise<readonly Remark[]> {
  const withheld = [...new Set(await withheldOf(bundle).catch(() => []))];
  const { ignored } = bundle;
  return [
    ...(await localServers(bundle)),
    ...(withheld.length > 0
      ? [{ id: 'withheld', values: { count: withheld.length, lines: named(withheld) } } as const]
      : []),
    ...(ignored.length > 0
      ? [{ id: 'ignored', values: { count: ignored.length, names: named(ignored) } } as const]
      : []),
  ];
}

/** Each local address that a page came from, with the first record that tells it. */
async function localServers(bundle: OpenedBundle): Promise<readonly Remark[]> {
  const firstPath = new Map<string, string>();
  for (const path of bundle.paths) {
    if (!CAPTURE_PATH.test(path) || firstPath.size >= MOST_NAMED) continue;
    const address = (await captureOf(bundle, path).catch(() => undefined))?.serverIp;
    if (address && isLocalAddress(address) && !firstPath.has(address)) firstPath.set(address, path);
  }
  return [...firstPath].map(([address, path]) => ({ id: 'local-server', values: { address, path } }));
}
