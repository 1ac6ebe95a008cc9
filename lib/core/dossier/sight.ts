import * as z from 'zod/mini';

/**
 * What tells a thing that was witnessed from every other: nothing else has its kind, its time and its fingerprint. They
 * are the same while it waits, in its dossier, and in the memory of the worker that saw it.
 */
export interface Sight {
  readonly kind: 'incident' | 'capture';
  /** When it was seen, or when its capture began (ISO 8601 UTC). */
  readonly at: string;
  readonly fingerprint: string | undefined;
}

export const sightName = ({ kind, at, fingerprint }: Sight): string => `${kind} ${at} ${fingerprint ?? ''}`;

const incident = z.object({ at: z.string(), fingerprint: z.string() });
const capture = z.object({
  startedAt: z.string(),
  trigger: z.object({ fingerprint: z.optional(z.string()) }),
});

/** Of a record, placed in a chain or not yet. Undefined for what does not read. */
export function sightOf(kind: Sight['kind'], record: unknown): Sight | undefined {
  if (kind === 'incident') {
    const { success, data } = incident.safeParse(record);
    return success ? { kind, ...data } : undefined;
  }
  const { success, data } = capture.safeParse(record);
  return success ? { kind, at: data.startedAt, fingerprint: data.trigger.fingerprint } : undefined;
}
