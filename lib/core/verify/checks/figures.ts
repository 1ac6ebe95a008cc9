import * as z from 'zod/mini';
import { absencesTable } from '../../bundle/absences-table.ts';
import { parseCsv } from '../../bundle/csv.ts';
import type { IncidentColumn } from '../../bundle/incident-columns.ts';
import type { IncidentRecord } from '../../bundle/incident-record.ts';
import { incidentsTable } from '../../bundle/incidents-table.ts';
import { PATHS, recordKindOf, sideFilePath } from '../../bundle/layout.ts';
import { readAbsence, readIncident } from '../../bundle/read-record.ts';
import { groupIncidents } from '../../dossier/incidents.ts';
import { synthesise } from '../../dossier/synthesis.ts';
import { CAPTURE_PATH, captureOf } from '../capture-of.ts';
import type { Check, OpenedBundle, Problem } from '../check.ts';
import { readForeignJson, readLines, readRecord } from '../guarded.ts';
import { journalOf } from '../journal-of.ts';
import { claimedRules } from '../profile-of.ts';
import { erasedLines } from '../withheld-of.ts';

/** What people read first, the tables and the synthesis, against the records: what these make is part of format 1. */
export const figures: Check = {
  id: 'figures',
  async run(bundle) {
    const { sideFiles, incidentColumns } = await claimedRules(bundle);
    // Of what was left out, nobody here knows how it was counted.
    if (!sideFiles.includes('incident')) return [];
    const lines = (await journalOf(bundle))?.chain.lines;
    const erased = erasedLines(lines ?? []);
    const isComplete = (kind: 'incident' | 'capture' | 'absence') =>
      (lines ?? []).every(
        ({ type, seq }) =>
          recordKindOf(type) !== kind || erased.has(seq) || bundle.paths.has(sideFilePath(kind, seq)),
      );
    const records = await recordsIn(bundle, readIncident);
    const problems: Problem[] = [];
    if (isComplete('incident')) {
      const withCaptures = sideFiles.includes('capture') && isComplete('capture');
      problems.push(...(await incidentProblems(bundle, records, incidentColumns, withCaptures)));
      const attempts = lines?.flatMap((line) => (line.type === 'attempt.started' ? [line.attempt] : []));
      problems.push(...(await synthesisProblems(bundle, records, attempts && new Set(attempts).size)));
    }
    if (isComplete('absence')) {
      const absences = await recordsIn(bundle, readAbsence);
      problems.push(...(await tableProblems(bundle, PATHS.absencesTable, absencesTable(absences))));
    }
    return problems;
  },
};

/** Those of this kind, in the order of the journal. */
async function recordsIn<Kind extends { readonly seq: number }>(
  bundle: OpenedBundle,
  read: (bytes: Uint8Array) => Kind | undefined,
): Promise<readonly Kind[]> {
  const records: Kind[] = [];
  for (const path of bundle.paths) {
    if (!/^data\/incidents\/\d{6,}\.json$/.test(path)) continue;
    const record = read(await readRecord(bundle, path));
    if (record) records.push(record);
  }
  return records.sort((one, other) => one.seq - other.seq);
}

/** Of the captures that the table names: where one was left out, nothing is said of them. */
const OF_CAPTURES = ['texte_releve', 'lignes_captures'];

async function incidentProblems(
  bundle: OpenedBundle,
  records: readonly IncidentRecord[],
  columns: readonly IncidentColumn[],
  withCaptures: boolean,
): Promise<readonly Problem[]> {
  const captures = [];
  for (const found of withCaptures ? bundle.paths : []) {
    const seq = Number(CAPTURE_PATH.exec(found)?.[1]);
    const facts = Number.isNaN(seq) ? undefined : await captureOf(bundle, found);
    if (facts) captures.push({ seq, ...facts });
  }
  captures.sort((one, other) => one.seq - other.seq);
  const expected = incidentsTable(groupIncidents(records), captures, columns);
  return tableProblems(bundle, PATHS.incidentsTable, expected, withCaptures ? [] : OF_CAPTURES);
}

/** A table against the one that the records make. `unsaid`: columns that are not compared. */
async function tableProblems(
  bundle: OpenedBundle,
  path: string,
  made: string,
  unsaid: readonly string[] = [],
): Promise<readonly Problem[]> {
  if (!bundle.paths.has(path)) return [];
  const [columns = [], ...expected] = parseCsv(made) ?? [];
  const [header, ...rows] = parseCsv(await readLines(bundle, path)) ?? [];
  if (!header || columns.some((column, at) => header[at] !== column))
    return [{ kind: 'unknown', id: 'table-format', values: { path } }];
  if (rows.length !== expected.length)
    return [
      { kind: 'altered', id: 'table-rows', values: { path, told: rows.length, found: expected.length } },
    ];
  return rows.flatMap((row, place): readonly Problem[] => {
    const column = columns.find((each, at) => !unsaid.includes(each) && row[at] !== expected[place]?.[at]);
    if (column === undefined) return [];
    return [{ kind: 'altered', id: 'table-other', values: { path, row: place + 1, column } }];
  });
}

const count = z.number();
const counted = z.record(z.string(), z.number());
const described = z.object({
  synthesis: z.object({
    attempts: count,
    distinctDays: count,
    distinctHours: count,
    firstAt: z.nullable(z.string()),
    lastAt: z.nullable(z.string()),
    spanDays: count,
    byCategory: counted,
    byMeasure: z.record(z.string(), z.object({ total: count, afterTerm: count })),
  }),
});

/** `attempts`: undefined where no journal tells. */
async function synthesisProblems(
  bundle: OpenedBundle,
  records: readonly IncidentRecord[],
  attempts: number | undefined,
): Promise<readonly Problem[]> {
  const path = PATHS.dossier;
  if (!bundle.paths.has(path)) return [];
  const parsed = described.safeParse(await readForeignJson(bundle, path));
  if (!parsed.success) return [{ kind: 'unknown', id: 'description-format', values: { path } }];
  const told = flat(parsed.data.synthesis);
  const made = flat(synthesise(attempts ?? parsed.data.synthesis.attempts, records));
  return [...new Set([...told.keys(), ...made.keys()])]
    .filter((figure) => told.get(figure) !== made.get(figure))
    .map((figure) => ({ kind: 'altered', id: 'figure-other', values: { path, figure } }));
}

/** `byMeasure.attestation.total` → 3. A term is a date of ours, not a figure of the records. */
function flat(value: object, before = ''): ReadonlyMap<string, unknown> {
  const found = Object.entries(value)
    .filter(([key]) => key !== 'term')
    .flatMap(([key, each]): (readonly [string, unknown])[] =>
      typeof each === 'object' && each !== null
        ? [...flat(each, `${before}${key}.`)]
        : [[`${before}${key}`, each]],
    );
  return new Map(found);
}
