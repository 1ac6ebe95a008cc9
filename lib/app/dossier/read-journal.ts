import { RECORD_KINDS, type RecordKind, recordKindOf } from '../../core/bundle/layout.ts';
import type { ErasedRecord, Gap } from '../../core/dossier/survey.ts';
import { CHAIN_START, lineHash, readLine } from '../../core/journal/chain.ts';
import type { DossierSource, Hashing } from '../ports.ts';

/** A file beside the journal. `commit` is null where the line that announced it is damaged. */
export interface SideFile {
  readonly seq: number;
  readonly kind: RecordKind;
  readonly attempt: number;
  readonly commit: string | null;
}

/** A line that an authority stamped, and the SHA-256 (hex) of its reply. */
export interface StampedLine {
  readonly of: number;
  readonly sha256: string;
}

interface Journal {
  /** As they stand; an empty one in the place of each that is gone, so that the others keep theirs. */
  readonly rawLines: readonly string[];
  readonly rehearsal: boolean;
  readonly attempts: number;
  readonly sideFiles: readonly SideFile[];
  readonly stamped: readonly StampedLine[];
  /** What the person erased: nobody looks for it. */
  readonly erased: readonly ErasedRecord[];
  readonly gaps: readonly Gap[];
}

/** Reads every line, damaged or not: one that says nothing any more may still have its files beside it. */
export async function readJournal(
  source: DossierSource,
  { sha256 }: Pick<Hashing, 'sha256'>,
): Promise<Journal> {
  const rawLines: string[] = [];
  const attempts = new Set<number>();
  const sideFiles: SideFile[] = [];
  const stamped: StampedLine[] = [];
  const erasedAt = new Map<number, string>();
  const gaps: Gap[] = [];
  let rehearsal = source.rehearsal === true;
  let attempt = 0;
  let previous = CHAIN_START;

  const lose = (raw: string, reason: 'unreadable' | 'missing'): void => {
    const seq = previous.seq + 1;
    gaps.push({ seq, kind: 'line', reason });
    for (const kind of RECORD_KINDS) sideFiles.push({ seq, kind, attempt, commit: null });
    rawLines.push(raw);
    previous = { seq, hash: '' };
  };

  for await (const raw of source.lines()) {
    const line = readLine(raw);
    if (!line) {
      lose(raw, 'unreadable');
      continue;
    }
    while (previous.seq + 1 < Math.min(line.seq, source.headSeq + 1)) lose('', 'missing');
    // What a line was is kept by the next one. One that is lost already has been told.
    if (previous.hash !== '' && line.prev !== previous.hash)
      gaps.push({ seq: previous.seq, kind: 'line', reason: 'changed' });
    rawLines.push(raw);
    previous = { seq: previous.seq + 1, hash: lineHash(raw, sha256) };
    if (line.type === 'dossier.opened') rehearsal ||= line.rehearsal === true;
    if (line.type === 'attempt.started') attempts.add(line.attempt);
    if (line.type === 'timestamp') stamped.push({ of: line.of, sha256: line.tokenSha256 });
    if (line.type === 'deletion') for (const seq of line.erased) erasedAt.set(seq, line.at);
    if ('attempt' in line) attempt = line.attempt;
    const kind = recordKindOf(line.type);
    if (kind !== null && 'commit' in line)
      sideFiles.push({ seq: line.seq, kind, attempt, commit: line.commit });
  }
  while (previous.seq < source.headSeq) lose('', 'missing');
  const erased = sideFiles.flatMap(({ seq, kind, commit }): ErasedRecord[] => {
    const at = erasedAt.get(seq);
    return at === undefined || commit === null ? [] : [{ seq, kind, at }];
  });
  const kept = sideFiles.filter(({ seq }) => !erasedAt.has(seq));
  return { rawLines, rehearsal, attempts: attempts.size, sideFiles: kept, stamped, erased, gaps };
}
