import type { DossierHead } from '../witness-ports.ts';

/**
 * Captures that are in no file outside of this profile before the popup says so. Fewer would be said to whoever has just
 * begun, at every opening; many more would be weeks of evidence on one disk.
 */
const WORTH_A_WORD = 20;

/** How many captures would go with this profile; 0 as long as they are few. Rehearsals count for nothing. */
export function countOnlyHere(
  heads: readonly Pick<DossierHead, 'id' | 'captures' | 'rehearsal'>[],
  saved: Readonly<Record<string, number>>,
): number {
  const count = heads
    .filter(({ rehearsal }) => rehearsal !== true)
    .reduce((sum, { id, captures }) => sum + Math.max(0, captures - (saved[id] ?? 0)), 0);
  return count < WORTH_A_WORD ? 0 : count;
}
