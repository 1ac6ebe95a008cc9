import * as z from 'zod/mini';
import { CATEGORIES, MEASURES } from '../detect/categories.ts';
import { ERROR_NAMES } from '../detect/signals.ts';

/**
 * `data/incidents/<seq>.json`: the identity-free record of one sighting of an incident, with its own salt, so that an
 * association can check it although the capture is withheld. Nothing here comes from free text of the page except
 * the known wording's rule id; the quotation stands in the capture.
 */
const text = (max: number) => z.string().check(z.maxLength(max));

export const incidentRecord = z.object({
  format: z.literal('anef-incident/1'),
  seq: z.number(),
  salt: z.string().check(z.regex(/^[0-9a-f]{32}$/)),
  /** When it was seen, ISO 8601 UTC with milliseconds. */
  at: text(24),
  zone: text(60),
  offsetMinutes: z.number(),
  /** Number of the attempt in this dossier, from 1. */
  attempt: z.number(),
  /** 1 at the first sighting in this attempt, then 2, 3… for the same fingerprint. */
  occurrence: z.number(),
  /** `seq` of the first sighting in this attempt; equal to `seq` when `occurrence` is 1. */
  firstSeq: z.number(),
  fingerprint: z.string().check(z.regex(/^[0-9a-f]{32}$/)),
  ruleId: text(80),
  ruleVersion: z.number(),
  category: z.enum(CATEGORIES),
  measure: z.nullable(z.enum(MEASURES)),
  host: text(120),
  /** Path and hash route with every variable part as `{id}`. */
  routeTemplate: text(300),
  httpStatus: z.nullable(z.number()),
  /** Everything found in the same cascade, the primary finding first. */
  findings: z
    .array(z.object({ ruleId: text(80), category: z.enum(CATEGORIES), status: z.nullable(z.number()) }))
    .check(z.maxLength(20)),
  /** For behaviour, what can be counted of it; its labels and messages stand in the capture. */
  evidence: z.optional(
    z.object({
      durationMs: z.optional(z.number()),
      tries: z.optional(z.number()),
      fields: z.optional(z.number()),
      scriptErrors: z.optional(z.number()),
      errorName: z.optional(z.enum(ERROR_NAMES)),
    }),
  ),
  software: z.object({ name: z.literal('anef-temoin'), version: text(40) }),
});
export type IncidentRecord = z.infer<typeof incidentRecord>;
