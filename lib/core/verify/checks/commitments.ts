import * as z from 'zod/mini';
import { recordKindOf, sideFilePath } from '../../bundle/layout.ts';
import { commitTo } from '../../journal/commitment.ts';
import type { Check, OpenedBundle, Problem } from '../check.ts';
import { readRecord, readUnambiguous } from '../guarded.ts';
import { journalOf } from '../journal-of.ts';
import { withheldOf } from '../withheld-of.ts';

const salted = z.object({ seq: z.number(), salt: z.string().check(z.regex(/^[0-9a-f]{32}$/)) });

/** Side files against the journal, both ways: none changed, none missing unless said, none that no line announces. */
export const commitments: Check = {
  id: 'commitments',
  async run(bundle) {
    const found = await journalOf(bundle);
    if (!found) return [{ kind: 'unknown', id: 'nothing-to-compare' }];
    const withheld = new Set(await withheldOf(bundle));
    const problems: Problem[] = [];
    const announced = new Set<string>();
    for (const line of found.chain.lines) {
      const kind = recordKindOf(line.type);
      if (kind === null || !('commit' in line)) continue;
      const path = sideFilePath(kind, line.seq);
      announced.add(path);
      if (bundle.paths.has(path)) problems.push(...(await compare(bundle, path, line.seq, line.commit)));
      else if (!withheld.has(line.seq))
        problems.push({ kind: 'missing', id: 'record-missing', values: { seq: line.seq, path } });
    }
    for (const path of bundle.paths) {
      if (
        /^data\/(?:incidents|captures|affichage|documents|depots)\/[^/]*\.json$/.test(path) &&
        !announced.has(path)
      ) {
        problems.push({ kind: 'altered', id: 'record-unannounced', values: { path } });
      }
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
