import { storage } from 'wxt/utils/storage';
import * as z from 'zod/mini';
import { MISHAP_CODES, MISHAP_SCRIPTS, type Mishap, withMishap } from '../core/diagnostics/mishap.ts';
import { hasRoomFor } from './store/disk-space.ts';

const mishaps = z.array(
  z.object({
    at: z.number(),
    code: z.enum(MISHAP_CODES),
    place: z.nullable(z.object({ script: z.enum(MISHAP_SCRIPTS), line: z.number(), column: z.number() })),
    count: z.number(),
  }),
);

/** Outside the database, whose own failures are told here. */
const item = storage.defineItem<unknown>('local:mishaps', { fallback: [], version: 1 });

/** What an earlier version or a broken profile left is no list of ours: it begins anew. */
export async function readMishaps(): Promise<readonly Mishap[]> {
  const parsed = mishaps.safeParse(await item.getValue());
  return parsed.success ? parsed.data : [];
}

let noting: Promise<unknown> = Promise.resolve();

/** Keeps the error's name and place. Never rejects: what cannot even be noted is lost, and nothing else with it. */
export function noteMishap(error: unknown): void {
  noting = noting
    .then(async () => {
      const noted = withMishap(await readMishaps(), error, Date.now());
      if (await hasRoomFor()) await item.setValue(noted);
    })
    .catch(() => undefined);
}
