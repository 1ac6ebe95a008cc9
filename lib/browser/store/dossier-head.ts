import * as z from 'zod/mini';
import { type DossierHead, StoreError } from '../../app/witness-ports.ts';
import type { DossierRow } from './database.ts';
import { knownFilings } from './known-filings.ts';

const openAttempt = z.object({
  number: z.number(),
  epoch: z.string(),
  startSeq: z.number(),
  lastAt: z.number(),
});

const headSchema = z.object({
  id: z.string(),
  rehearsal: z.optional(z.boolean()),
  createdAt: z.string(),
  seq: z.number(),
  hash: z.string(),
  lastAt: z.number(),
  attempts: z.number(),
  attempt: z.nullable(openAttempt),
  late: z._default(z.nullable(openAttempt), null),
  captures: z.number(),
  incidents: z.number(),
  hidden: z._default(z.array(z.string()), []),
  erased: z.optional(z.array(z.object({ seq: z.number(), at: z.string() }))),
  ...knownFilings,
});

/** Where a dossier stands. Throws StoreError when its row is damaged. */
export function parseHead(row: DossierRow): DossierHead {
  const parsed = headSchema.safeParse(row.head);
  if (!parsed.success) throw new StoreError('database-broken', `dossier ${row.id} is damaged`);
  return parsed.data;
}
