import * as z from 'zod/mini';
import { PATHS } from '../bundle/layout.ts';
import type { JournalLine } from '../journal/line.ts';
import type { OpenedBundle } from './check.ts';
import { readForeignJson } from './guarded.ts';

const withholding = z.object({
  withheld: z.array(z.object({ seq: z.number(), reason: z.optional(z.string()) })),
});

/**
 * Journal lines whose records the description says were left out. One that it says was erased is not among them: only
 * the chain can say that. Rejects with UnreadableFile.
 */
export async function withheldOf(bundle: OpenedBundle): Promise<readonly number[]> {
  if (!bundle.paths.has(PATHS.dossier)) return [];
  const parsed = withholding.safeParse(await readForeignJson(bundle, PATHS.dossier));
  if (!parsed.success) return [];
  return parsed.data.withheld.flatMap(({ seq, reason }) => (reason === 'erased' ? [] : [seq]));
}

/** Lines whose records the person erased, each with the time of it (ISO 8601 UTC). A line erases none that follows it. */
export const erasedLines = (lines: readonly JournalLine[]): ReadonlyMap<number, string> =>
  new Map(
    lines.flatMap((line) =>
      line.type === 'deletion'
        ? line.erased.filter((seq) => seq < line.seq).map((seq): [number, string] => [seq, line.at])
        : [],
    ),
  );
