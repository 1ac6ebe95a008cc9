import * as z from 'zod/mini';

/**
 * `data/depots/<seq>.json`: the portal confirmed that the request was sent. Without identity: the number of the request
 * stands on the page and is not kept as data. Format "anef-filing/1".
 */
const text = (max: number) => z.string().check(z.maxLength(max));

export const filingRecord = z.object({
  format: z.literal('anef-filing/1'),
  seq: z.number(),
  salt: z.string().check(z.regex(/^[0-9a-f]{32}$/)),
  /** When the confirmation was seen, ISO 8601 UTC with milliseconds. */
  at: text(24),
  zone: text(60),
  offsetMinutes: z.number(),
  /** Number of the attempt in this dossier, from 1. */
  attempt: z.number(),
  /** Journal line of the capture that shows the confirmation. */
  captureSeq: z.number(),
  /** Calendar day of the filing, `2026-11-21`. */
  filedOn: z.string().check(z.regex(/^\d{4}-\d\d-\d\d$/)),
  /** `13:14` or `13:14:14` as the page writes it; null where it gives none. */
  filedTime: z.nullable(z.string().check(z.regex(/^\d\d:\d\d(?::\d\d)?$/))),
  /** `page`: the portal writes that day. `clock`: it writes none, the device's clock told the day in Paris. */
  read: z.enum(['page', 'clock']),
  /** The page gave a number for the request. */
  numberShown: z.boolean(),
  ruleId: text(80),
  ruleVersion: z.number(),
  host: text(120),
  /** Path and hash route with every variable part as `{id}`. */
  routeTemplate: text(300),
  software: z.object({ name: z.literal('anef-temoin'), version: text(40) }),
});
export type FilingRecord = z.infer<typeof filingRecord>;

/** The filing that counts: the latest day that was confirmed, the first record of it. */
export const latestFiling = <Filing extends Pick<FilingRecord, 'filedOn' | 'seq'>>(
  filings: readonly Filing[],
): Filing | undefined =>
  [...filings].sort((a, b) => (a.filedOn === b.filedOn ? a.seq - b.seq : a.filedOn < b.filedOn ? 1 : -1))[0];
