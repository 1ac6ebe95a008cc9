import * as z from 'zod/mini';

/** What the head of a dossier knows of its filings; heads that were written before know of none. */
export const knownFilings = {
  filings: z._default(
    z.array(
      z.object({
        seq: z.number(),
        on: z.string(),
        time: z.nullable(z.string()),
        read: z.enum(['page', 'clock']),
      }),
    ),
    [],
  ),
  documents: z._default(z.nullable(z.number()), null),
};
