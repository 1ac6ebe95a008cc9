import * as z from 'zod/mini';
import { PATHS } from '../../bundle/layout.ts';
import { readJson } from '../../bundle/read-record.ts';
import type { Check, Problem } from '../check.ts';
import { compareFile } from '../compare-manifest.ts';
import { journalOf } from '../journal-of.ts';

const description = z.object({
  format: z.literal('anef-dossier/1'),
  id: z.string(),
  exhibits: z.array(z.object({ file: z.string(), sha256: z.string() })),
});

export const dossierDescription: Check = {
  id: 'description',
  title: 'La description, le journal et les pièces parlent du même dossier',
  async run(bundle) {
    if (!bundle.paths.has(PATHS.dossier))
      return [{ kind: 'missing', text: `Le fichier ${PATHS.dossier} est absent.` }];
    const parsed = description.safeParse(readJson(await bundle.read(PATHS.dossier)));
    if (!parsed.success)
      return [{ kind: 'unknown', text: `${PATHS.dossier} n’est pas d’un format connu (anef-dossier/1).` }];
    const problems: Problem[] = [];
    const opened = (await journalOf(bundle))?.chain.lines.find(({ type }) => type === 'dossier.opened');
    if (opened?.type === 'dossier.opened' && opened.dossier !== parsed.data.id) {
      problems.push({ kind: 'altered', text: 'Le journal est celui d’un autre dossier.' });
    }
    for (const { file, sha256 } of parsed.data.exhibits) {
      const problem = await compareFile(bundle, file, sha256);
      if (problem) problems.push(problem);
    }
    return problems;
  },
};
