import * as z from 'zod/mini';
import { MEASURES } from '../detect/categories.ts';

/**
 * `data/incidents/<seq>.json` as well: what the portal or the administration should have done and did not, as the person
 * recorded it. Identity-free like the record of an incident: closed lists, days and numbers, not one word of her own.
 * Format "anef-absence/1".
 */
const matching = (pattern: RegExp) => z.string().check(z.regex(pattern));
const whole = (most: number) => z.int().check(z.gte(0), z.lte(most));
const day = matching(/^\d{4}-\d\d-\d\d$/);

export const ABSENCE_KINDS = [
  'attestation-not-issued',
  'attestation-not-renewed',
  'no-correction',
  'second-request-not-offered',
  'no-answer',
  'substitute-refused',
  'desk-closed',
  'rights-lost',
] as const;
export type AbsenceKind = (typeof ABSENCE_KINDS)[number];

export const ASKED_THINGS = [
  'attestation',
  'attestation-renewal',
  'correction',
  'second-request',
  'decision',
  'substitute-solution',
  'rights',
] as const;
export type AskedThing = (typeof ASKED_THINGS)[number];

/** `contact-centre`: the CCC. `digital-point`: a prefecture's point d'accueil numérique. */
export const ASKED_WAYS = [
  'portal',
  'contact-centre',
  'digital-point',
  'prefecture-desk',
  'telephone',
  'e-mail',
  'letter',
  'registered-letter',
  'not-asked',
] as const;

export const ANSWERS = ['nothing', 'acknowledgement', 'sent-elsewhere', 'refusal', 'other'] as const;
export const PROOFS = ['capture', 'letter', 'none'] as const;

/** What the person says of it, before it has a place in a chain. */
export const absenceEntry = z.object({
  kind: z.enum(ABSENCE_KINDS),
  asked: z.object({
    what: z.enum(ASKED_THINGS),
    how: z.enum(ASKED_WAYS),
    /** First day, `2026-11-21`; null: not known, or nothing was asked. */
    on: z.nullable(day),
    /** How many times; null: not known. */
    times: z.nullable(whole(999)),
  }),
  answer: z.object({ kind: z.enum(ANSWERS), on: z.nullable(day) }),
  proof: z.object({
    kind: z.enum(PROOFS),
    /** Journal line of the capture that shows it. */
    captureSeq: z.nullable(z.int()),
  }),
});
export type AbsenceEntry = z.infer<typeof absenceEntry>;

export const absenceRecord = z.object({
  format: z.literal('anef-absence/1'),
  seq: z.int(),
  salt: matching(/^[0-9a-f]{32}$/),
  /** When the person recorded it, ISO 8601 UTC with milliseconds. */
  at: matching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/),
  /** IANA name. */
  zone: matching(/^[\w+/-]{1,60}$/),
  offsetMinutes: z.int(),
  /** The one that it concerns, as the software proposes. */
  measure: z.enum(MEASURES),
  ...absenceEntry.shape,
  /** Whole days from the first asking to the answer, or to the day it was recorded; null without a first day. */
  days: z.nullable(whole(99_999)),
  software: z.object({ name: z.literal('anef-temoin'), version: matching(/^\d[\w.+-]{0,39}$/) }),
});
export type AbsenceRecord = z.infer<typeof absenceRecord>;
