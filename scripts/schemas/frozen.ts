import * as z from 'zod/mini';
import { absenceRecord } from '../../lib/core/bundle/absence-record.ts';
import { captureRecord } from '../../lib/core/bundle/capture-record.ts';
import { displayRecord } from '../../lib/core/bundle/display-record.ts';
import { documentsRecord } from '../../lib/core/bundle/documents-record.ts';
import { dossierRecord } from '../../lib/core/bundle/dossier-record.ts';
import { filingRecord } from '../../lib/core/bundle/filing-record.ts';
import { incidentRecord } from '../../lib/core/bundle/incident-record.ts';
import { journalLine } from '../../lib/core/journal/line.ts';

/** Where the frozen schemas are, from the root. */
export const FOLDER = 'docs/schemas';

/** Each with its format and what it is, for who reads the file alone. */
const FORMATS: Readonly<Record<string, { schema: z.ZodMiniType; title: string }>> = {
  'anef-incident-1': {
    schema: incidentRecord,
    title: 'data/incidents/<seq>.json : un incident, sans identité',
  },
  'anef-absence-1': {
    schema: absenceRecord,
    title: 'data/incidents/<seq>.json : une absence, sans identité',
  },
  'anef-capture-1': { schema: captureRecord, title: 'data/captures/<seq>.json : une capture' },
  'anef-documents-1': {
    schema: documentsRecord,
    title: 'data/documents/<seq>.json : une liste de documents',
  },
  'anef-filing-1': { schema: filingRecord, title: 'data/depots/<seq>.json : une confirmation de dépôt' },
  'anef-display-1': { schema: displayRecord, title: 'data/affichage/<seq>.json : ne plus afficher' },
  'anef-dossier-1': { schema: dossierRecord, title: 'data/dossier.json : la description du dossier' },
  'anef-journal-1': { schema: journalLine, title: 'data/journal.jsonl : une ligne du journal' },
};

/** The text of each file, by its name: JSON Schema 2020-12, closed (no field that is not named). */
export const frozenSchemas = (): ReadonlyMap<string, string> =>
  new Map(
    Object.entries(FORMATS).map(([name, { schema, title }]) => [
      `${name}.schema.json`,
      `${JSON.stringify({ title, ...z.toJSONSchema(schema) }, null, 2)}\n`,
    ]),
  );
