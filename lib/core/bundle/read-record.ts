import { type CaptureRecord, captureRecord } from './capture-record.ts';
import { type DisplayRecord, displayRecord } from './display-record.ts';
import { type DocumentsRecord, documentsRecord } from './documents-record.ts';
import { type FilingRecord, filingRecord } from './filing-record.ts';
import { type IncidentRecord, incidentRecord } from './incident-record.ts';

/** Any JSON in UTF-8, or undefined. */
export function readJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return undefined;
  }
}

/** The record, or undefined when the bytes are not one of this format. */
export function readCapture(bytes: Uint8Array): CaptureRecord | undefined {
  const parsed = captureRecord.safeParse(readJson(bytes));
  return parsed.success ? parsed.data : undefined;
}

/** The record, or undefined when the bytes are not one of this format. */
export function readIncident(bytes: Uint8Array): IncidentRecord | undefined {
  const parsed = incidentRecord.safeParse(readJson(bytes));
  return parsed.success ? parsed.data : undefined;
}

/** The record, or undefined when the bytes are not one of this format. */
export function readDisplay(bytes: Uint8Array): DisplayRecord | undefined {
  const parsed = displayRecord.safeParse(readJson(bytes));
  return parsed.success ? parsed.data : undefined;
}

/** The record, or undefined when the bytes are not one of this format. */
export function readDocumentList(bytes: Uint8Array): DocumentsRecord | undefined {
  const parsed = documentsRecord.safeParse(readJson(bytes));
  return parsed.success ? parsed.data : undefined;
}

/** The record, or undefined when the bytes are not one of this format. */
export function readFiling(bytes: Uint8Array): FilingRecord | undefined {
  const parsed = filingRecord.safeParse(readJson(bytes));
  return parsed.success ? parsed.data : undefined;
}
