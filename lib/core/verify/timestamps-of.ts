import { PATHS, stampPaths } from '../bundle/layout.ts';
import { lineHash } from '../journal/chain.ts';
import type { JournalLine } from '../journal/line.ts';
import { isoTime } from '../time.ts';
import { checkReply, type Timestamp } from '../timestamp/check-reply.ts';
import { readRequest } from '../timestamp/request.ts';
import type { OpenedBundle, Problem, TimestampTrust, Values } from './check.ts';
import { journalOf } from './journal-of.ts';
import type { ProblemId } from './words/words.ts';

export interface StampSummary {
  /** Lines stamped, and the times of the first and the last token (ms since 1970). */
  readonly journal: { readonly count: number; readonly firstAt: number; readonly lastAt: number } | null;
  /** Of the token over the manifest (ms since 1970). */
  readonly manifestAt: number | null;
  /** Who signed, as their certificates say. */
  readonly authorities: readonly string[];
  /** Every token says of itself that it is a qualified one. */
  readonly statesQualified: boolean;
  /** A root that the reader brought vouches for every signer. */
  readonly known: boolean;
  /** Lines that tell another time than their token does, by more than a day: who stamps today what is told of last year. */
  readonly apart: readonly { readonly seq: number; readonly toldAt: number; readonly stampedAt: number }[];
}

export interface StampReport {
  readonly problems: readonly Problem[];
  /** Null when there is no token, or one that does not hold. */
  readonly summary: StampSummary | null;
}

type StampLine = JournalLine & { readonly type: 'timestamp' };
type Pair = ReturnType<typeof stampPaths>;

const altered = (id: ProblemId, values: Values = {}): Problem => ({ kind: 'altered', id, values });
const MANIFEST_PAIR: Pair = { query: PATHS.manifestQuery, reply: PATHS.manifestReply };
const STAMP_FILE = /^scelles\/.*\.(?:tsq|tsr)$/;
/** Between the time that a line tells and that of its token (ms): whoever was without network for longer is told of. */
const APART = 24 * 3_600_000;
/** An authority that does not say how far its time may be off is given a second, and one for the fraction it cuts (ms). */
const UNSAID = 1_000;
const CUT = 1_000;

/** A check and the level need it: it is looked at once. */
const looked = new WeakMap<OpenedBundle, Promise<StampReport>>();

/** Every token against what it is over, and all of them against one another. May reject. */
export function timestampsOf(bundle: OpenedBundle): Promise<StampReport> {
  const found = looked.get(bundle) ?? lookAtStamps(bundle);
  looked.set(bundle, found);
  return found;
}

async function lookAtStamps(bundle: OpenedBundle): Promise<StampReport> {
  const journal = await journalOf(bundle);
  const lines = (journal?.chain.lines ?? []).filter((line): line is StampLine => line.type === 'timestamp');
  const files = [...bundle.paths].filter((path) => STAMP_FILE.test(path));
  if (lines.length === 0 && files.length === 0) return { problems: [], summary: null };
  const trust = bundle.timestamps;
  if (!trust) {
    return { problems: [{ kind: 'unknown', id: 'stamp-unchecked' }], summary: null };
  }
  const problems: Problem[] = [];
  const stamps: Timestamp[] = [];
  const apart: StampSummary['apart'][number][] = [];
  const announced = new Set<string>(Object.values(MANIFEST_PAIR));
  const judge = async (pair: Pair, imprint: string): Promise<Timestamp | undefined> => {
    const { timestamp, found } = await judgePair(bundle, trust, pair, imprint);
    problems.push(...found);
    if (timestamp) stamps.push(timestamp);
    return timestamp;
  };

  for (const line of lines) {
    const pair = stampPaths(line.of);
    announced.add(pair.query).add(pair.reply);
    const raw = line.of < line.seq ? journal?.raws[line.of - 1] : undefined;
    if (raw === undefined) {
      problems.push(altered('stamp-not-before', { seq: line.seq }));
      continue;
    }
    const timestamp = await judge(pair, lineHash(raw, bundle.sha256));
    if (!timestamp) continue;
    const toldAt = Date.parse(journal?.chain.lines.find(({ seq }) => seq === line.of)?.at ?? '');
    const stampedAt = timestamp.info.genTime;
    if (Math.abs(stampedAt - toldAt) > APART) apart.push({ seq: line.of, toldAt, stampedAt });
    const asTold =
      (await bundle.hash(pair.reply)) === line.tokenSha256 &&
      isoTime(timestamp.info.genTime) === line.genTime;
    if (!asTold) {
      problems.push(altered('stamp-other', { path: pair.reply, seq: line.seq }));
    }
  }
  for (const path of files) {
    if (!announced.has(path)) problems.push(altered('stamp-unannounced', { path }));
  }
  const stampedLines = stamps.length;
  if (Object.values(MANIFEST_PAIR).some((path) => bundle.paths.has(path))) {
    await judge(MANIFEST_PAIR, await bundle.hash(PATHS.manifest));
  }
  problems.push(...orderProblems(stamps));
  const holds = problems.length === 0 && stamps.length > 0;
  return { problems, summary: holds ? { ...(await summarise(stamps, stampedLines, trust)), apart } : null };
}

async function judgePair(
  bundle: OpenedBundle,
  trust: TimestampTrust,
  { query, reply }: Pair,
  imprint: string,
): Promise<{ readonly timestamp?: Timestamp; readonly found: readonly Problem[] }> {
  const gone = [query, reply].filter((path) => !bundle.paths.has(path));
  const missing = gone.map((path): Problem => ({ kind: 'missing', id: 'file-missing', values: { path } }));
  if (!bundle.paths.has(reply)) return { found: missing };
  const asked = bundle.paths.has(query) ? readRequest(await bundle.read(query)) : null;
  const found: Problem[] = [...missing];
  if (asked === undefined || (asked && asked.imprint !== imprint)) {
    found.push(altered('stamp-query', { path: query }));
  }
  const report = await checkReply(
    await bundle.read(reply),
    { imprint, nonce: asked?.nonce ?? null },
    trust.crypto,
  );
  for (const problem of report.problems) {
    const kind = problem === 'unsupported-algorithm' ? 'unknown' : 'altered';
    found.push({ kind, id: `stamp-${problem}`, values: { path: reply } });
  }
  const { timestamp } = report;
  return timestamp && report.problems.length === 0 ? { timestamp, found } : { found };
}

/** Each is over what stands further on than the one before: its time cannot be earlier, as far as times are exact. */
function orderProblems(stamps: readonly Timestamp[]): readonly Problem[] {
  const margin = ({ info }: Timestamp): number => (info.accuracyMs ?? UNSAID) + CUT;
  let latest: Timestamp | undefined;
  for (const stamp of stamps) {
    if (latest && stamp.info.genTime + margin(stamp) + margin(latest) < latest.info.genTime)
      return [altered('stamp-order')];
    if (!latest || stamp.info.genTime > latest.info.genTime) latest = stamp;
  }
  return [];
}

/** `lines`: how many of them are over journal lines; they come first. */
async function summarise(
  stamps: readonly Timestamp[],
  lines: number,
  trust: TimestampTrust,
): Promise<Omit<StampSummary, 'apart'>> {
  const times = stamps.map(({ info }) => info.genTime);
  const ofLines = times.slice(0, lines);
  let known = true;
  for (const stamp of stamps) known &&= await trust.isVouchedFor(stamp);
  return {
    journal:
      lines === 0 ? null : { count: lines, firstAt: Math.min(...ofLines), lastAt: Math.max(...ofLines) },
    manifestAt: times[lines] ?? null,
    authorities: [...new Set(stamps.map(({ signer }) => signer?.subject ?? ''))],
    statesQualified: stamps.every(({ info }) => info.statesQualified),
    known,
  };
}
