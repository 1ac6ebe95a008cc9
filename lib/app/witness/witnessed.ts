import * as z from 'zod/mini';
import { captureRecord } from '../../core/bundle/capture-record.ts';
import { documentsRecord } from '../../core/bundle/documents-record.ts';
import { filingRecord } from '../../core/bundle/filing-record.ts';
import { incidentRecord } from '../../core/bundle/incident-record.ts';

/**
 * Things witnessed, before (or without) a place in a chain: kept as JSON in a waiting room, parsed when read back.
 * What only a place can give (`seq`, salt, file names, attempt) is left out.
 */
const text = z.string();

const unplacedIncident = z.omit(incidentRecord, { seq: true, salt: true, attempt: true, firstSeq: true });

const unplacedCapture = z.extend(
  z.omit(captureRecord, { seq: true, salt: true, image: true, snapshot: true, trigger: true }),
  {
    trigger: z.omit(captureRecord.shape.trigger, { incidentSeq: true }),
    image: z.nullable(
      z.object({
        sha256: text,
        bytes: z.number(),
        width: z.number(),
        height: z.number(),
        dpr: z.number(),
        method: z.literal('captureVisibleTab'),
        scroll: z.object({ x: z.number(), y: z.number() }),
      }),
    ),
    snapshot: z.nullable(z.object({ sha256: text, sanitised: z.array(text) })),
  },
);

/** What hangs on a capture, and gets a line of its own after the capture's. */
const PLACE = { seq: true, salt: true, attempt: true, captureSeq: true } as const;
const unplacedDocuments = z.omit(documentsRecord, PLACE);
export type UnplacedDocuments = z.infer<typeof unplacedDocuments>;
const unplacedFiling = z.omit(filingRecord, PLACE);
export type UnplacedFiling = z.infer<typeof unplacedFiling>;

const witnessedIncident = z.object({
  kind: z.literal('incident'),
  /** Random id that ties captures to it until it has a line. */
  id: text,
  epoch: text,
  /** Id of the first sighting in the same attempt; its own id at the first. */
  firstId: text,
  record: unplacedIncident,
});
export type WitnessedIncident = z.infer<typeof witnessedIncident>;

const witnessedCapture = z.object({
  kind: z.literal('capture'),
  id: text,
  epoch: text,
  /** Incident it shows, if any. */
  incidentId: z.nullable(text),
  record: unplacedCapture,
  /** Small picture for the popup, a `data:` URL. */
  thumbnail: z.nullable(text),
  snapshotHtml: z.nullable(text),
  /** The list of documents that the page showed. */
  documents: z.optional(unplacedDocuments),
  /** The page confirmed that a request was filed. */
  filing: z.optional(unplacedFiling),
});
export type WitnessedCapture = z.infer<typeof witnessedCapture>;
export type UnplacedCapture = WitnessedCapture['record'];

const witnessedFacts = z.discriminatedUnion('kind', [witnessedIncident, witnessedCapture]);
export type WitnessedFacts = z.infer<typeof witnessedFacts>;

export interface Witnessed<Facts extends WitnessedFacts = WitnessedFacts> {
  readonly facts: Facts;
  /** Untouched PNG. */
  readonly picture: Uint8Array<ArrayBuffer> | null;
}

const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', { fatal: true });

export const toBytes = (string: string): Uint8Array<ArrayBuffer> => encoder.encode(string);
export const fromBytes = (bytes: Uint8Array): string => decoder.decode(bytes);
export const toJsonBytes = (value: unknown): Uint8Array<ArrayBuffer> => toBytes(JSON.stringify(value));

/** Undefined when the bytes are not JSON or not of that shape. */
export function parseJsonBytes<Schema extends z.ZodMiniType>(
  bytes: Uint8Array,
  schema: Schema,
): z.infer<Schema> | undefined {
  try {
    const parsed = schema.safeParse(JSON.parse(fromBytes(bytes)));
    return parsed.success ? parsed.data : undefined;
  } catch {
    return undefined; // not JSON: the caller declares the gap
  }
}

export const parseWitnessed = (bytes: Uint8Array): WitnessedFacts | undefined =>
  parseJsonBytes(bytes, witnessedFacts);
