import * as z from 'zod/mini';
import { PATHS } from '../../bundle/layout.ts';
import type { Check, Problem } from '../check.ts';
import { compareFile, missing } from '../compare-manifest.ts';
import { readForeignJson } from '../guarded.ts';
import { journalOf } from '../journal-of.ts';

const description = z.object({
  format: z.literal('anef-dossier/1'),
  id: z.string(),
  exhibits: z.array(z.object({ file: z.string(), sha256: z.string() })),
});

export const dossierDescription: Check = {
  id: 'description',
  async run(bundle) {
    if (!bundle.paths.has(PATHS.dossier)) return [missing(PATHS.dossier)];
    const parsed = description.safeParse(await readForeignJson(bundle, PATHS.dossier));
    if (!parsed.success)
      return [{ kind: 'unknown', id: 'description-format', values: { path: PATHS.dossier } }];
    const problems: Problem[] = [];
    const opened = (await journalOf(bundle))?.chain.lines.find(({ type }) => type === 'dossier.opened');
    if (opened?.type === 'dossier.opened' && opened.dossier !== parsed.data.id) {
      problems.push({ kind: 'altered', id: 'other-dossier' });
    }
    for (const { file, sha256 } of parsed.data.exhibits) {
      const problem = await compareFile(bundle, file, sha256);
      if (problem) problems.push(problem);
    }
    return problems;
  },
};
