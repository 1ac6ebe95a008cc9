import * as z from 'zod/mini';
import { CATEGORIES } from '../detect/categories.ts';
import { PROFILES } from '../profile/profile.ts';
import { absenceRecord } from './absence-record.ts';
import { filingRecord } from './filing-record.ts';

/** Where a file of a bundle comes from in numbers: path below the top folder, bytes, hashes. */
export interface BundleFile {
  /** e.g. `data/captures/000002.png`: ASCII, `/` separators. */
  readonly path: string;
  readonly bytes: number;
  /** Lowercase hex. */
  readonly sha256: string;
  /** Unsigned 32-bit CRC of the bytes, as ZIP wants it. */
  readonly crc32: number;
}

const counted = z.object({ total: z.number(), afterTerm: z.number(), term: z.string() });

/** The synthesis of `dossier.json`: figures that a judge looks at, never a verdict. */
export const synthesis = z.object({
  attempts: z.number(),
  /** Calendar days in Europe/Paris with at least one incident. */
  distinctDays: z.number(),
  /** Calendar hours (day + hour) in Europe/Paris with at least one incident. */
  distinctHours: z.number(),
  firstAt: z.nullable(z.string()),
  lastAt: z.nullable(z.string()),
  /** Whole days elapsed between first and last, 0 when they are the same day. */
  spanDays: z.number(),
  /** Sightings counted by category, failures only. */
  byCategory: z.partialRecord(z.enum(CATEGORIES), z.number()),
  byMeasure: z.record(z.string(), counted),
});
export type Synthesis = z.infer<typeof synthesis>;

const exhibit = z.object({
  number: z.string(),
  title: z.string(),
  file: z.string(),
  sha256: z.string(),
  /** Files of this bundle that it was drawn from. */
  derivedFrom: z.array(z.string()),
});

const filing = z.extend(
  z.pick(filingRecord, {
    seq: true,
    filedOn: true,
    filedTime: true,
    read: true,
    numberShown: true,
    captureSeq: true,
  }),
  { file: z.string() },
);

const documentList = z.object({
  seq: z.number(),
  at: z.string(),
  items: z.number(),
  captureSeq: z.number(),
  file: z.string(),
});

const absence = z.extend(z.pick(absenceRecord, { seq: true, kind: true, measure: true, days: true }), {
  askedOn: z.nullable(z.string()),
  file: z.string(),
});

const text = z.optional(z.nullable(z.string()));

/** `data/dossier.json`, format "anef-dossier/1". Optional: what a profile may leave out, or what there may be none of. */
export const dossierRecord = z.object({
  format: z.literal('anef-dossier/1'),
  /** Random UUID of the dossier. */
  id: z.string(),
  /** Present in a rehearsal only: made on the page to practise on, no evidence. */
  rehearsal: z.optional(z.literal(true)),
  profile: z.enum(PROFILES),
  createdAt: z.optional(z.string()),
  exportedAt: z.string(),
  software: z.object({ name: z.literal('anef-temoin'), version: z.string(), commit: z.string() }),
  procedure: z.optional(
    z.object({
      kind: text,
      ground: text,
      prefecture: text,
      titleExpiresOn: text,
      /** Calendar day, as the latest of the filings gives it. */
      filedOn: text,
    }),
  ),
  /** Confirmations of the portal that a request was filed. */
  filings: z.optional(z.array(filing)),
  /** Lists of documents that were kept. */
  documents: z.optional(z.array(documentList)),
  absences: z.optional(z.array(absence)),
  synthesis,
  contacts: z.optional(z.array(z.never())),
  exhibits: z.array(exhibit),
  /** Lines of the journal carried whose record is not, and why. `at`: when it was erased. */
  withheld: z.array(
    z.object({ seq: z.number(), reason: z.enum(['profile', 'erased']), at: z.optional(z.string()) }),
  ),
  limits: z.array(z.string()),
  /** The key of the browser profile that seals the bundle; null in a bundle that is not sealed. */
  key: z.nullable(z.object({ algorithm: z.string(), spkiSha256: z.string() })),
});
export type DossierRecord = z.infer<typeof dossierRecord>;
