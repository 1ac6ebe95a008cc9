import * as z from 'zod/mini';
import type { Sha256 } from './commitment.ts';
import { GENESIS, type JournalEntry, type JournalLine, journalLine } from './line.ts';

const encoder = new TextEncoder();

/** End of a chain: number and hash of its last line. A chain that has none stands at `CHAIN_START`. */
export interface ChainHead {
  readonly seq: number;
  readonly hash: string;
}
export const CHAIN_START: ChainHead = { seq: 0, hash: GENESIS };

/** Hash of one raw line (UTF-8, without its newline): what the next line calls `prev`. */
export const lineHash = (raw: string, sha256: Sha256): string => sha256(encoder.encode(raw));

/**
 * The line that follows `previous`, as the text to be stored for ever: it is never serialised again.
 * `at`: ISO 8601 UTC with milliseconds.
 */
export function nextLine(
  previous: ChainHead,
  entry: JournalEntry,
  at: string,
  sha256: Sha256,
): ChainHead & { readonly raw: string } {
  const { type, ...fields } = entry;
  const seq = previous.seq + 1;
  const raw = JSON.stringify({ seq, type, at, prev: previous.hash, ...fields });
  return { seq, hash: lineHash(raw, sha256), raw };
}

/** The line, or undefined when it is not one that this version knows. */
export function readLine(raw: string): JournalLine | undefined {
  const parsed = journalLine.safeParse(parseJson(raw));
  return parsed.success ? parsed.data : undefined;
}

export type ChainProblem = {
  /** Place in the file, from 1. */
  readonly place: number;
  /** `unknown-type`: a sound link whose content another version wrote. */
  readonly kind: 'broken-link' | 'wrong-number' | 'unreadable' | 'unknown-type' | 'first-line';
};

export interface ChainReport {
  readonly head: ChainHead;
  /** Lines that this version knows, in order. */
  readonly lines: readonly JournalLine[];
  /** Empty when every line follows from the one before. */
  readonly problems: readonly ChainProblem[];
}

/** Follows a chain from its first line and returns every problem found; never throws on bad lines. */
export function checkChain(raws: Iterable<string>, sha256: Sha256): ChainReport {
  const lines: JournalLine[] = [];
  const problems: ChainProblem[] = [];
  let head = CHAIN_START;
  let place = 0;
  for (const raw of raws) {
    place++;
    const report = (kind: ChainProblem['kind']): void => void problems.push({ place, kind });
    const line = readLine(raw);
    const link = line ?? readLink(raw);
    if (line) lines.push(line);
    else report(link ? 'unknown-type' : 'unreadable');
    if (link) {
      if (link.prev !== head.hash) report('broken-link');
      if (link.seq !== place) report('wrong-number');
      if (place === 1 && line?.type !== 'dossier.opened') report('first-line');
    }
    head = { seq: place, hash: lineHash(raw, sha256) };
  }
  return { head, lines, problems };
}

const linkOnly = z.object({ seq: z.number(), prev: z.string() });

function readLink(raw: string): z.infer<typeof linkOnly> | undefined {
  const parsed = linkOnly.safeParse(parseJson(raw));
  return parsed.success ? parsed.data : undefined;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
