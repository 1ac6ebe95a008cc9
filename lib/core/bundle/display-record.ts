import * as z from 'zod/mini';

/**
 * `data/affichage/<seq>.json`: the person no longer wants an incident on her screen, or wants it again. It changes
 * nothing of what is recorded, and says nothing of whether something was wrong.
 */
const text = (max: number) => z.string().check(z.maxLength(max));

export const displayRecord = z.object({
  format: z.literal('anef-display/1'),
  seq: z.number(),
  salt: z.string().check(z.regex(/^[0-9a-f]{32}$/)),
  /** ISO 8601 UTC with milliseconds. */
  at: text(24),
  /** Of the incidents that it is about. */
  fingerprint: z.string().check(z.regex(/^[0-9a-f]{32}$/)),
  hidden: z.boolean(),
});
export type DisplayRecord = z.infer<typeof displayRecord>;
