import * as z from 'zod/mini';
import { parseCsv } from '../../bundle/csv.ts';
import type { Synthesis } from '../../bundle/dossier-record.ts';
import type { IncidentRecord } from '../../bundle/incident-record.ts';
import { incidentsTable } from '../../bundle/incidents-table.ts';
import { PATHS, recordKindOf, sideFilePath } from '../../bundle/layout.ts';
import { readIncident } from '../../bundle/read-record.ts';
import { groupIncidents } from '../../dossier/incidents.ts';
import { synthesise } from '../../dossier/synthesis.ts';
import { CAPTURE_PATH, captureOf } from '../capture-of.ts';
import type { Check, OpenedBundle, Problem } from '../check.ts';
import { readForeignJson, readLines, readRecord } from '../guarded.ts';
import { journalOf } from '../journal-of.ts';

/** What people read first, the table and the synthesis, against the records: what these make is part of format 1. */
export const figures: Check = {
  id: 'figures',
  async run(bundle) {
    const lines = (await journalOf(bundle))?.chain.lines ?? [];
    const isComplete = (kind: 'incident' | 'capture') =>
      lines.every(
        ({ type, seq }) => recordKindOf(type) !== kind || bundle.paths.has(sideFilePath(kind, seq)),
      );
    // Of what was left out, nobody here knows how it was counted.
    if (!isComplete('incident')) return [];
    const records = await incidentsIn(bundle);
    const attempts = new Set(
      lines.flatMap((line) => (line.type === 'attempt.started' ? [line.attempt] : [])),
    );
    return [
      ...(await tableProblems(bundle, records, isComplete('capture'))),
      ...(await synthesisProblems(bundle, synthesise(attempts.size, records))),
    ];
  },
};

async function incidentsIn(bundle: OpenedBundle): Promise<readonly IncidentRecord[]> {
  const records: IncidentRecord[] = [];
  for (const path of bundle.paths) {
    if (!/^data\/incidents\/\d{6,}\.json$/.test(path)) continue;
    const record = readIncident(await readRecord(bundle, path));
    if (record) records.push(record);
  }
  return records;
}

/** Of the captures that the table names: where one was left out, nothing is said of them. */
const OF_CAPTURES = ['texte_releve', 'lignes_captures'];

async function tableProblems(
  bundle: OpenedBundle,
  records: readonly IncidentRecord[],
  withCaptures: boolean,
): Promise<readonly Problem[]> {
  const path = PATHS.incidentsTable;
  if (!bundle.paths.has(path)) return [];
  const captures = [];
  for (const found of bundle.paths) {
    const seq = Number(CAPTURE_PATH.exec(found)?.[1]);
    const facts = Number.isNaN(seq) ? undefined : await captureOf(bundle, found);
    if (facts) captures.push({ seq, ...facts });
  }
  captures.sort((one, other) => one.seq - other.seq);
  const [expectedHeader = [], ...expected] =
    parseCsv(incidentsTable(groupIncidents(records), captures)) ?? [];
  const [header, ...rows] = parseCsv(await readLines(bundle, path)) ?? [];
  if (!header || expectedHeader.some((column, at) => header[at] !== column))
    return [{ kind: 'unknown', id: 'table-format', values: { path } }];
  if (rows.length !== expected.length)
    return [
      { kind: 'altered', id: 'table-rows', values: { path, told: rows.length, found: expected.length } },
    ];
  const compared = expectedHeader.filter((column) => withCaptures || !OF_CAPTURES.includes(column));
  return rows.flatMap((row, place): readonly Problem[] => {
    const column = compared.find((each) => {
      const at = expectedHeader.indexOf(each);
      return row[at] !== expected[place]?.[at];
    });
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

async function synthesisProblems(bundle: OpenedBundle, expected: Synthesis): Promise<readonly Problem[]> {
  const path = PATHS.dossier;
  if (!bundle.paths.has(path)) return [];
  const parsed = described.safeParse(await readForeignJson(bundle, path));
  if (!parsed.success) return [{ kind: 'unknown', id: 'description-format', values: { path } }];
  const told = flat(parsed.data.synthesis);
  const made = flat(expected);
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
