import { PATHS, stampPaths } from '../bundle/layout.ts';
import { lineHash } from '../journal/chain.ts';
import type { JournalLine } from '../journal/line.ts';
import { isoTime } from '../time.ts';
import { checkReply, type Timestamp } from '../timestamp/check-reply.ts';
import { readRequest } from '../timestamp/request.ts';
import type { OpenedBundle, Problem, TimestampTrust } from './check.ts';
import { journalOf } from './journal-of.ts';
import { STAMP_PROBLEMS } from './timestamp-words.ts';

export interface StampSummary {
  /** Journal lines stamped. */
  readonly lines: number;
  readonly manifest: boolean;
  /** Of the first and the last token, in milliseconds since 1970. */
  readonly firstAt: number;
  readonly lastAt: number;
  /** Who signed, as their certificates say. */
  readonly authorities: readonly string[];
  /** Every token says of itself that it is a qualified one. */
  readonly statesQualified: boolean;
  /** A root that the reader brought vouches for every signer. */
  readonly known: boolean;
}

export interface StampReport {
  readonly problems: readonly Problem[];
  /** Null when there is no token, or one that does not hold. */
  readonly summary: StampSummary | null;
}

type StampLine = JournalLine & { readonly type: 'timestamp' };
type Pair = ReturnType<typeof stampPaths>;

const altered = (text: string): Problem => ({ kind: 'altered', text });
const MANIFEST_PAIR: Pair = { query: PATHS.manifestQuery, reply: PATHS.manifestReply };
const STAMP_FILE = /^scelles\/.*\.(?:tsq|tsr)$/;
/** An authority that does not say how far its time may be off is given a second, and one for the fraction it cuts (ms). */
const UNSAID = 1_000;
const CUT = 1_000;

/** Every token against what it is over, and all of them against one another. May reject. */
export async function timestampsOf(bundle: OpenedBundle): Promise<StampReport> {
  const journal = await journalOf(bundle);
  const lines = (journal?.chain.lines ?? []).filter((line): line is StampLine => line.type === 'timestamp');
  const files = [...bundle.paths].filter((path) => STAMP_FILE.test(path));
  if (lines.length === 0 && files.length === 0) return { problems: [], summary: null };
  const trust = bundle.timestamps;
  if (!trust) {
    const text = 'Les horodatages ne peuvent pas être contrôlés ici.';
    return { problems: [{ kind: 'unknown', text }], summary: null };
  }
  const problems: Problem[] = [];
  const stamps: Timestamp[] = [];
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
      problems.push(altered(`La ligne ${line.seq} du journal horodate une ligne qui ne la précède pas.`));
      continue;
    }
    const timestamp = await judge(pair, lineHash(raw, bundle.sha256));
    if (!timestamp) continue;
    const asTold =
      (await bundle.hash(pair.reply)) === line.tokenSha256 &&
      isoTime(timestamp.info.genTime) === line.genTime;
    if (!asTold) {
      problems.push(altered(`${pair.reply} n’est pas le jeton que la ligne ${line.seq} du journal annonce.`));
    }
  }
  for (const path of files) {
    if (!announced.has(path)) problems.push(altered(`Aucune ligne du journal n’annonce ${path}.`));
  }
  if (Object.values(MANIFEST_PAIR).some((path) => bundle.paths.has(path))) {
    await judge(MANIFEST_PAIR, await bundle.hash(PATHS.manifest));
  }
  problems.push(...orderProblems(stamps));
  const manifest = bundle.paths.has(MANIFEST_PAIR.reply);
  const summary =
    problems.length > 0 || stamps.length === 0
      ? null
      : await summarise(stamps, lines.length, manifest, trust);
  return { problems, summary };
}

async function judgePair(
  bundle: OpenedBundle,
  trust: TimestampTrust,
  { query, reply }: Pair,
  imprint: string,
): Promise<{ readonly timestamp?: Timestamp; readonly found: readonly Problem[] }> {
  const gone = [query, reply].filter((path) => !bundle.paths.has(path));
  const missing = gone.map((path): Problem => ({ kind: 'missing', text: `Le fichier ${path} est absent.` }));
  if (!bundle.paths.has(reply)) return { found: missing };
  const asked = bundle.paths.has(query) ? readRequest(await bundle.read(query)) : null;
  const found: Problem[] = [...missing];
  if (asked === undefined || (asked && asked.imprint !== imprint)) {
    found.push(altered(`${query} n’est pas la demande d’horodatage de ce qu’il accompagne.`));
  }
  const report = await checkReply(
    await bundle.read(reply),
    { imprint, nonce: asked?.nonce ?? null },
    trust.crypto,
  );
  for (const problem of report.problems) {
    const kind = problem === 'unsupported-algorithm' ? 'unknown' : 'altered';
    found.push({ kind, text: `${reply} : ${STAMP_PROBLEMS[problem]}` });
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
      return [altered('Les heures des horodatages ne suivent pas l’ordre du journal.')];
    if (!latest || stamp.info.genTime > latest.info.genTime) latest = stamp;
  }
  return [];
}

async function summarise(
  stamps: readonly Timestamp[],
  lines: number,
  manifest: boolean,
  trust: TimestampTrust,
): Promise<StampSummary> {
  const times = stamps.map(({ info }) => info.genTime);
  let known = true;
  for (const stamp of stamps) known &&= await trust.isVouchedFor(stamp);
  return {
    lines,
    manifest,
    firstAt: Math.min(...times),
    lastAt: Math.max(...times),
    authorities: [...new Set(stamps.map(({ signer }) => signer?.subject ?? ''))],
    statesQualified: stamps.every(({ info }) => info.statesQualified),
    known,
  };
}
