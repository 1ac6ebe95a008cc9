import { PATHS } from '../bundle/layout.ts';
import { type ChainReport, checkChain } from '../journal/chain.ts';
import type { OpenedBundle } from './check.ts';
import { readLines } from './guarded.ts';

/** `ended`: its last line has its newline. `raws`: its lines as they are followed. */
interface OpenedJournal {
  readonly chain: ChainReport;
  readonly ended: boolean;
  readonly raws: readonly string[];
}

/** A line of a stranger: ours have some 300 letters. A longer one is read as none. */
const MOST_LETTERS = 64 * 1024;

/** Several checks need it: it is followed once. */
const read = new WeakMap<OpenedBundle, Promise<OpenedJournal | undefined>>();

/** The chain as the bundle has it; undefined when there is no journal. Rejects with UnreadableFile. */
export function journalOf(bundle: OpenedBundle): Promise<OpenedJournal | undefined> {
  const found = read.get(bundle) ?? readJournal(bundle);
  read.set(bundle, found);
  return found;
}

async function readJournal(bundle: OpenedBundle): Promise<OpenedJournal | undefined> {
  if (!bundle.paths.has(PATHS.journal)) return undefined;
  const text = await readLines(bundle, PATHS.journal);
  const ended = text.endsWith('\n');
  const raws = (ended ? text.slice(0, -1) : text).split('\n');
  const lines = raws.map((raw) => (raw.length > MOST_LETTERS ? '' : raw));
  return { chain: checkChain(text === '' ? [] : lines, bundle.sha256), ended, raws: lines };
}
