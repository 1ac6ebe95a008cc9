import type * as z from 'zod/mini';
import { absenceRecord } from './absence-record.ts';
import { captureRecord } from './capture-record.ts';
import { displayRecord } from './display-record.ts';
import { documentsRecord } from './documents-record.ts';
import { filingRecord } from './filing-record.ts';
import { incidentRecord } from './incident-record.ts';

/** Any JSON in UTF-8, or undefined. */
export function readJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return undefined;
  }
}

/** Reads a record; undefined when the bytes are not one of this format. */
const reader =
  <Schema extends z.ZodMiniType>(schema: Schema) =>
  (bytes: Uint8Array): z.infer<Schema> | undefined => {
    const parsed = schema.safeParse(readJson(bytes));
    return parsed.success ? parsed.data : undefined;
  };

export const readCapture = reader(captureRecord);
export const readIncident = reader(incidentRecord);
export const readAbsence = reader(absenceRecord);
export const readDisplay = reader(displayRecord);
export const readDocumentList = reader(documentsRecord);
export const readFiling = reader(filingRecord);

/** Whether there is nothing in these bytes but the record that was read from them: no field that nobody knows of. */
export const holdsOnly = (bytes: Uint8Array, record: unknown): boolean => isWithin(readJson(bytes), record);

function isWithin(raw: unknown, read: unknown): boolean {
  if (typeof raw !== 'object' || raw === null) return raw === read;
  if (typeof read !== 'object' || read === null) return false;
  const known = new Map<string, unknown>(Object.entries(read));
  return Object.entries(raw).every(([name, value]) => known.has(name) && isWithin(value, known.get(name)));
}
