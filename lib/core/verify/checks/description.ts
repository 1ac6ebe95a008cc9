import * as z from 'zod/mini';
import { latestFiling } from '../../bundle/filing-record.ts';
import { PATHS } from '../../bundle/layout.ts';
import { readFiling, readJson } from '../../bundle/read-record.ts';
import type { Check, OpenedBundle, Problem } from '../check.ts';
import { compareFile } from '../compare-manifest.ts';
import { journalOf } from '../journal-of.ts';

const description = z.object({
  format: z.literal('anef-dossier/1'),
  id: z.string(),
  procedure: z.optional(z.object({ filedOn: z.optional(z.nullable(z.string())) })),
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
    const filedOn = parsed.data.procedure?.filedOn ?? null;
    if (filedOn !== (await filedOnRecord(bundle, filedOn))) {
      problems.push({
        kind: 'altered',
        text: 'La date de dépôt décrite n’est celle d’aucune fiche de dépôt.',
      });
    }
    for (const { file, sha256 } of parsed.data.exhibits) {
      const problem = await compareFile(bundle, file, sha256);
      if (problem) problems.push(problem);
    }
    return problems;
  },
};

/** The day that the records of filings give; `told` where the journal announces records that are not there. */
async function filedOnRecord(bundle: OpenedBundle, told: string | null): Promise<string | null> {
  const paths = [...bundle.paths].filter((path) => path.startsWith('data/depots/'));
  const records = await Promise.all(paths.map(async (path) => readFiling(await bundle.read(path)) ?? []));
  const latest = latestFiling(records.flat());
  if (latest) return latest.filedOn;
  const lines = (await journalOf(bundle))?.chain.lines ?? [];
  return lines.some(({ type }) => type === 'filing') ? told : null;
}
