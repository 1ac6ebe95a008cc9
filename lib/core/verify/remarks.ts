import { isoTime, parisDay } from '../time.ts';
import { CAPTURE_PATH, captureOf } from './capture-of.ts';
import type { OpenedBundle, Remark } from './check.ts';
import { journalOf } from './journal-of.ts';
import { isLocalAddress } from './local-address.ts';
import { claimedProfile } from './profile-of.ts';
import { timestampsOf } from './timestamps-of.ts';
import { erasedLines, withheldOf } from './withheld-of.ts';

/** Each of so many is named; the number of all is said. */
const MOST_NAMED = 20;
const named = (names: readonly (string | number)[]): string =>
  names.slice(0, MOST_NAMED).join(', ') + (names.length > MOST_NAMED ? '…' : '');

/** « 5 (2026-11-21) »: the day in Paris. */
const dated = ([seq, at]: readonly [number, string]): string => `${seq} (${parisDay(Date.parse(at))})`;

/** What a reader should know beyond the verdict. Never rejects: what cannot be read, a check has said. */
export async function remarksOf(bundle: OpenedBundle): Promise<readonly Remark[]> {
  const withheld = [...new Set(await withheldOf(bundle).catch(() => []))];
  const erased = [...erasedLines((await journalOf(bundle).catch(() => undefined))?.chain.lines ?? [])];
  const profile = await claimedProfile(bundle);
  const { ignored } = bundle;
  return [
    ...(profile === null || profile === 'unknown' || profile === 'complete'
      ? []
      : [{ id: `profile-${profile}`, values: {} } as const]),
    ...(await localServers(bundle)),
    ...(withheld.length > 0
      ? [{ id: 'withheld', values: { count: withheld.length, lines: named(withheld) } } as const]
      : []),
    ...(erased.length > 0
      ? [{ id: 'erased', values: { count: erased.length, lines: named(erased.map(dated)) } } as const]
      : []),
    ...(await stampsApart(bundle)),
    ...(ignored.length > 0
      ? [{ id: 'ignored', values: { count: ignored.length, names: named(ignored) } } as const]
      : []),
  ];
}

/** The first line whose token was given on another day than it tells, and how many there are. */
async function stampsApart(bundle: OpenedBundle): Promise<readonly Remark[]> {
  const { summary } = await timestampsOf(bundle).catch(() => ({ summary: null }));
  const [first] = summary?.apart ?? [];
  if (!first) return [];
  const { seq, toldAt, stampedAt } = first;
  const values = {
    line: seq,
    told: isoTime(toldAt),
    stamped: isoTime(stampedAt),
    count: summary?.apart.length ?? 0,
  };
  return [{ id: 'stamped-apart', values }];
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
