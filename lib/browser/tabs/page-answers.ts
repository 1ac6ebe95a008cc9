import * as z from 'zod/mini';
import type { PageMoment } from '../../app/protocol.ts';
import type { PageFacts, PageLook } from '../../app/witness-ports.ts';
import { formField, personalZone } from '../../core/bundle/capture-record.ts';
import { documentItem } from '../../core/bundle/documents-record.ts';
import { FILING_PAGES } from '../../core/detect/filing/page-signs.ts';

/** What comes back from a page is parsed like anything untrusted: the page may have altered the DOM it was read from. */
const moment = z.object({
  document: z.string().check(z.maxLength(36)),
  loadedAt: z.number().check(z.gte(0)),
  route: z.string().check(z.maxLength(500)),
  visible: z.boolean(),
  passwordFilled: z.boolean(),
});

/** Most characters of a snapshot: the script cuts at less. */
const SNAPSHOT_LIMIT = 8_000_000;
const size = z.object({ width: z.number(), height: z.number() });

const keepable = z.nullable(z.enum(FILING_PAGES));
const look = z.object({ page: keepable, documents: z.number().check(z.gte(0)) });
const day = z.object({
  on: z.string().check(z.regex(/^\d{4}-\d\d-\d\d$/)),
  time: z.nullable(z.string().check(z.regex(/^\d\d:\d\d(?::\d\d)?$/))),
});
const filing = z.object({
  page: keepable,
  items: z.array(documentItem).check(z.maxLength(100)),
  cut: z.boolean(),
  filed: z.nullable(day),
});

const facts = z.object({
  html: z.string().check(z.maxLength(SNAPSHOT_LIMIT)),
  sanitised: z.array(z.string().check(z.maxLength(60))).check(z.maxLength(40)),
  form: z.array(formField).check(z.maxLength(200)),
  piiZones: z.array(personalZone).check(z.maxLength(300)),
  page: z.object({
    title: z.string().check(z.maxLength(300)),
    lang: z.string().check(z.maxLength(20)),
    topFrame: z.boolean(),
  }),
  scroll: z.object({ x: z.number(), y: z.number() }),
  dpr: z.number(),
  window: size,
  screen: size,
  // What it cannot be read from is photographed all the same.
  filing: z.catch(z.optional(filing), undefined),
});

export function parsePageMoment(value: unknown): PageMoment | undefined {
  const parsed = moment.safeParse(value);
  return parsed.success ? parsed.data : undefined;
}

export function parsePageFacts(value: unknown): PageFacts | undefined {
  const parsed = facts.safeParse(value);
  return parsed.success ? parsed.data : undefined;
}

export function parsePageLook(value: unknown): PageLook | undefined {
  const parsed = look.safeParse(value);
  return parsed.success ? parsed.data : undefined;
}
