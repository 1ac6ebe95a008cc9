import * as z from 'zod/mini';
import { latestFiling } from '../../bundle/filing-record.ts';
import { PATHS, sideFilePath } from '../../bundle/layout.ts';
import { readFiling } from '../../bundle/read-record.ts';
import type { Check, OpenedBundle, Problem } from '../check.ts';
import { compareFile, missing } from '../compare-manifest.ts';
import { readForeignJson, readRecord, readShort } from '../guarded.ts';
import { journalOf } from '../journal-of.ts';
import { claimedRules } from '../profile-of.ts';

const description = z.object({
  format: z.literal('anef-dossier/1'),
  id: z.string(),
  procedure: z.optional(z.object({ filedOn: z.optional(z.nullable(z.string())) })),
  filings: z.optional(
    z.array(z.object({ seq: z.number(), filedOn: z.string(), filedTime: z.nullable(z.string()) })),
  ),
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
    const { shown, sideFiles } = await claimedRules(bundle);
    const hasFilings = sideFiles.includes('filing') || !shown.includes('filing');
    const filedOn = parsed.data.procedure?.filedOn ?? null;
    const { filings = [] } = parsed.data;
    if (
      (hasFilings && filedOn !== (await filedOnRecord(bundle, filedOn))) ||
      !(await areRecorded(bundle, filings))
    ) {
      problems.push({ kind: 'altered', id: 'other-filing-date' });
    }
    problems.push(...(await bagProblems(bundle, parsed.data.id)));
    const listed = new Set(parsed.data.exhibits.map(({ file }) => file));
    for (const path of bundle.paths) {
      if (path.startsWith('data/pieces/') && !listed.has(path))
        problems.push({ kind: 'altered', id: 'exhibit-unannounced', values: { path } });
    }
    for (const { file, sha256 } of parsed.data.exhibits) {
      const problem = await compareFile(bundle, file, sha256);
      if (problem) problems.push(problem);
    }
    return problems;
  },
};

/** The bag says of which dossier it is, too. */
async function bagProblems(bundle: OpenedBundle, id: string): Promise<readonly Problem[]> {
  if (!bundle.paths.has(PATHS.bagInfo)) return [];
  const info = await readShort(bundle, PATHS.bagInfo);
  const told = [...info.matchAll(/^external-identifier *: *(.*?)\s*$/gim)];
  return told.every(([, named]) => named === id)
    ? []
    : [{ kind: 'altered', id: 'bag-of-other-dossier', values: { path: PATHS.bagInfo } }];
}

/** Each filing that the description tells, as its own record has it; one that was left out says nothing. */
async function areRecorded(
  bundle: OpenedBundle,
  filings: readonly { readonly seq: number; readonly filedOn: string; readonly filedTime: string | null }[],
): Promise<boolean> {
  for (const { seq, filedOn, filedTime } of filings) {
    const path = sideFilePath('filing', seq);
    if (!bundle.paths.has(path)) continue;
    const record = readFiling(await readRecord(bundle, path));
    if (record && (record.filedOn !== filedOn || record.filedTime !== filedTime)) return false;
  }
  return true;
}

/** The day that the records of filings give; `told` where the journal announces records that are not there. */
async function filedOnRecord(bundle: OpenedBundle, told: string | null): Promise<string | null> {
  const paths = [...bundle.paths].filter((path) => path.startsWith('data/depots/'));
  const records = await Promise.all(
    paths.map(async (path) => readFiling(await readRecord(bundle, path)) ?? []),
  );
  const latest = latestFiling(records.flat());
  if (latest) return latest.filedOn;
  const lines = (await journalOf(bundle))?.chain.lines ?? [];
  return lines.some(({ type }) => type === 'filing') ? told : null;
}
