import * as z from 'zod/mini';
import { PATHS } from '../bundle/layout.ts';
import type { OpenedBundle } from './check.ts';
import { readForeignJson } from './guarded.ts';
import { journalOf } from './journal-of.ts';

const marked = z.object({ rehearsal: z.literal(true) });

/** One mark is enough: taking the other away must not make evidence of it. Never rejects. */
export async function isRehearsal(bundle: OpenedBundle): Promise<boolean> {
  const [opened, described] = await Promise.allSettled([
    journalOf(bundle).then((journal) => journal?.chain.lines[0]),
    readForeignJson(bundle, PATHS.dossier),
  ]);
  const line = opened.status === 'fulfilled' ? opened.value : undefined;
  return (
    (line?.type === 'dossier.opened' && line.rehearsal === true) ||
    (described.status === 'fulfilled' && marked.safeParse(described.value).success)
  );
}
