import * as z from 'zod/mini';
import { DOCUMENT_STATES, type DocumentItem } from '../detect/filing/document.ts';
import { FILING_PAGES } from '../detect/filing/page-signs.ts';

/**
 * `data/documents/<seq>.json`: the list of documents that a page of the portal showed, as the person kept it with one
 * click. What the portal calls each and what it says of it; never the name of a file. Format "anef-documents/1".
 */
const text = (max: number) => z.string().check(z.maxLength(max));

export const documentItem = z.object({
  /** What the portal calls it, masked; empty where it says nothing. */
  label: text(200),
  /** As read from the page: `received` is taken, `accepted` found good, `unknown` listed without a word on it. */
  state: z.enum(DOCUMENT_STATES),
  /** The page's own words on it, masked. */
  says: z.nullable(text(300)),
  /** A file name stood there, which is not kept. */
  fileShown: z.boolean(),
  /** Ending of that name, e.g. `pdf`. */
  fileType: z.nullable(text(10)),
  /** As the page writes it. */
  size: z.nullable(text(30)),
  /** Day that the page gives, `2026-11-21`. */
  addedOn: z.nullable(z.string().check(z.regex(/^\d{4}-\d\d-\d\d$/))),
}) satisfies z.ZodMiniType<DocumentItem>;

export const documentsRecord = z.object({
  format: z.literal('anef-documents/1'),
  seq: z.number(),
  salt: z.string().check(z.regex(/^[0-9a-f]{32}$/)),
  /** When it was read from the page, ISO 8601 UTC with milliseconds. */
  at: text(24),
  zone: text(60),
  offsetMinutes: z.number(),
  /** Number of the attempt in this dossier, from 1. */
  attempt: z.number(),
  /** Journal line of the capture of the same page, taken with it. */
  captureSeq: z.number(),
  /** Which page showed it. */
  page: z.enum(FILING_PAGES),
  host: text(120),
  /** Path and hash route with every variable part as `{id}`. */
  routeTemplate: text(300),
  lang: text(20),
  items: z.array(documentItem).check(z.maxLength(100)),
  /** There were more than a hundred. */
  cut: z.boolean(),
  software: z.object({ name: z.literal('anef-temoin'), version: text(40) }),
});
export type DocumentsRecord = z.infer<typeof documentsRecord>;
