import * as z from 'zod/mini';
import { PATHS } from '../bundle/layout.ts';
import type { OpenedBundle } from './check.ts';
import { readForeignJson } from './guarded.ts';

const withholding = z.object({ withheld: z.array(z.object({ seq: z.number() })) });

/** Journal lines whose records the description says were left out. Rejects with UnreadableFile. */
export async function withheldOf(bundle: OpenedBundle): Promise<readonly number[]> {
  if (!bundle.paths.has(PATHS.dossier)) return [];
  const parsed = withholding.safeParse(await readForeignJson(bundle, PATHS.dossier));
  return parsed.success ? parsed.data.withheld.map(({ seq }) => seq) : [];
}
