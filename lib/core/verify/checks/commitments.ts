import * as z from 'zod/mini';
import { PATHS, recordKindOf, sideFilePath } from '../../bundle/layout.ts';
import { readJson } from '../../bundle/read-record.ts';
import { commitTo } from '../../journal/commitment.ts';
import type { Check, OpenedBundle, Problem } from '../check.ts';
import { journalOf } from '../journal-of.ts';

const salted = z.object({ seq: z.number(), salt: z.string().check(z.regex(/^[0-9a-f]{32}$/)) });
const withholding = z.object({ withheld: z.array(z.object({ seq: z.number() })) });

/** Side files against the journal, both ways: none changed, none missing unless said, none that no line announces. */
export const commitments: Check = {
  id: 'commitments',
  title: 'Chaque fiche est bien celle que le journal annonce',
  async run(bundle) {
    const found = await journalOf(bundle);
    if (!found) return [{ kind: 'unknown', text: 'Sans journal, les fiches ne peuvent pas être comparées.' }];
    const withheld = await withheldOf(bundle);
    const problems: Problem[] = [];
    const announced = new Set<string>();
    for (const line of found.chain.lines) {
      const kind = recordKindOf(line.type);
      if (kind === null || !('commit' in line)) continue;
      const path = sideFilePath(kind, line.seq);
      announced.add(path);
      if (bundle.paths.has(path)) problems.push(...(await compare(bundle, path, line.seq, line.commit)));
      else if (!withheld.has(line.seq)) {
        problems.push({
          kind: 'missing',
          text: `La ligne ${line.seq} du journal annonce ${path}, qui est absent.`,
        });
      }
    }
    for (const path of bundle.paths) {
      if (
        /^data\/(?:incidents|captures|affichage|documents|depots)\/[^/]*\.json$/.test(path) &&
        !announced.has(path)
      ) {
        problems.push({ kind: 'altered', text: `Aucune ligne du journal n’annonce ${path}.` });
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
  const bytes = await bundle.read(path);
  const record = salted.safeParse(readJson(bytes));
  if (!record.success) return [{ kind: 'altered', text: `${path} n’a pas le format attendu.` }];
  if (record.data.seq === seq && commitTo(record.data.salt, bytes, bundle.sha256) === commit) return [];
  return [{ kind: 'altered', text: `${path} n’est pas la fiche que la ligne ${seq} du journal annonce.` }];
}

async function withheldOf(bundle: OpenedBundle): Promise<ReadonlySet<number>> {
  if (!bundle.paths.has(PATHS.dossier)) return new Set();
  const parsed = withholding.safeParse(readJson(await bundle.read(PATHS.dossier)));
  return new Set(parsed.success ? parsed.data.withheld.map(({ seq }) => seq) : []);
}
