import type { Category } from '../../lib/core/detect/categories.ts';

/** What the extension found; `quote` is null for what has no words of the page, a status for instance. */
export interface FoundThing {
  readonly ruleId: string;
  readonly category: Category;
  readonly quote: string | null;
}

/** Each finding once, the quoted ones before those of the same rule without words, which say nothing more. */
export function distinct(found: readonly FoundThing[]): FoundThing[] {
  const quoted = new Set(found.flatMap(({ ruleId, quote }) => (quote === null ? [] : [ruleId])));
  const kept = new Map<string, FoundThing>();
  for (const { ruleId, category, quote } of found) {
    if (quote === null && quoted.has(ruleId)) continue;
    kept.set(JSON.stringify([ruleId, category, quote]), { ruleId, category, quote });
  }
  return [...kept.values()];
}

/** The line of one case on standard output. */
export const lineOf = (page: string, findings: readonly FoundThing[]): string =>
  JSON.stringify({ page, findings });
