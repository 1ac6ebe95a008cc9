import * as z from 'zod/mini';
import { recordKindOf, sideFilePath } from '../../bundle/layout.ts';
import { commitTo } from '../../journal/commitment.ts';
import type { Check, OpenedBundle, Problem } from '../check.ts';
import { readRecord, readUnambiguous } from '../guarded.ts';
import { journalOf } from '../journal-of.ts';
import { isWithoutJournal } from '../profile-of.ts';
import { erasedLines, withheldOf } from '../withheld-of.ts';

const salted = z.object({ seq: z.number(), salt: z.string().check(z.regex(/^[0-9a-f]{32}$/)) });

/** Side files against the journal, both ways: none changed, none missing unless said, none that no line announces. */
export const commitments: Check = {
  id: 'commitments',
  async run(bundle) {
    const found = await journalOf(bundle);
    if (!found && (await isWithoutJournal(bundle))) return [{ kind: 'left-out', id: 'records-left-out' }];
    if (!found) return [{ kind: 'unknown', id: 'nothing-to-compare' }];
    const erased = erasedLines(found.chain.lines);
    const excused = new Set([...erased.keys(), ...(await withheldOf(bundle))]);
    /** Another version wrote them: what they announce is not known here. */
    const unknownLines = new Set(
      found.chain.problems.flatMap(({ place, kind }) => (kind === 'unknown-type' ? [place] : [])),
    );
    const problems: Problem[] = [];
    const announced = new Set<string>();
    for (const line of found.chain.lines) {
      const kind = recordKindOf(line.type);
      if (kind === null || !('commit' in line)) continue;
      const path = sideFilePath(kind, line.seq);
      announced.add(path);
      if (bundle.paths.has(path) && erased.has(line.seq))
        problems.push({ kind: 'altered', id: 'erased-there', values: { seq: line.seq, path } });
      else if (bundle.paths.has(path)) problems.push(...(await compare(bundle, path, line.seq, line.commit)));
      else if (!excused.has(line.seq))
        problems.push({ kind: 'missing', id: 'record-missing', values: { seq: line.seq, path } });
    }
    for (const path of bundle.paths) {
      const name = /^data\/(?:incidents|captures|affichage|documents|depots)\/([^/]*)\.json$/.exec(path)?.[1];
      if (name === undefined || announced.has(path)) continue;
      if (unknownLines.has(Number(name)))
        problems.push({ kind: 'unknown', id: 'record-unknown-line', values: { path, seq: Number(name) } });
      else problems.push({ kind: 'altered', id: 'record-unannounced', values: { path } });
    }
    return problems;
  },
};

async function compare(
  bundle: OpenedBundle,
  path: string,
  seq: number,
  commit: string,
): Promise<readonly Problem[]> {
  const bytes = await readRecord(bundle, path);
  const record = salted.safeParse(readUnambiguous(bytes));
  if (!record.success) return [{ kind: 'altered', id: 'record-format', values: { path } }];
  if (record.data.seq === seq && commitTo(record.data.salt, bytes, bundle.sha256) === commit) return [];
  return [{ kind: 'altered', id: 'record-other', values: { path, seq } }];
}
