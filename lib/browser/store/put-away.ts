import { type Sight, sightName, sightOf } from '../../core/dossier/sight.ts';
import { readLine } from '../../core/journal/chain.ts';
import type { TemoinDatabase } from './database.ts';
import { journalRows } from './journal-rows.ts';
import type { KeyRing } from './key-ring.ts';
import { fileContext } from './witness-store.ts';

const decoder = new TextDecoder();

/** Of a thing that waits (`{ record }`) or of its record in a dossier. Undefined for what does not read. */
function sightIn(kind: Sight['kind'], bytes: Uint8Array): Sight | undefined {
  try {
    const told: unknown = JSON.parse(decoder.decode(bytes));
    const waits = typeof told === 'object' && told !== null && 'record' in told;
    return sightOf(kind, waits ? told.record : told);
  } catch {
    return undefined;
  }
}

/** When the captures were seen that had waited and that the person then erased: nothing else is left of them. */
async function readErasedTimes(database: TemoinDatabase, dossier: string): Promise<string[]> {
  const witnessed = new Map<number, string>();
  const erased: number[] = [];
  for await (const row of journalRows(database, dossier)) {
    const line = readLine(row.line);
    if (line?.type === 'capture' && line.witnessedAt) witnessed.set(row.seq, line.witnessedAt);
    if (line?.type === 'deletion') erased.push(...line.erased);
  }
  return erased.flatMap((seq) => witnessed.get(seq) ?? []);
}

/**
 * Everything that is in a dossier here, or was before the person erased it: what waited once and has been put away since
 * must not wait again.
 */
export async function readPutAway(
  database: TemoinDatabase,
  keys: KeyRing,
): Promise<{ has(kind: Sight['kind'], facts: Uint8Array): boolean }> {
  const names = new Set<string>();
  const erasedAt = new Set<string>();
  for (const id of await database.getAllKeys('dossiers')) {
    for (const at of await readErasedTimes(database, id)) erasedAt.add(at);
    for (const kind of ['incident', 'capture'] as const) {
      const range = IDBKeyRange.bound([id, kind, 0], [id, kind, Number.MAX_SAFE_INTEGER]);
      for (const key of await database.getAllKeysFromIndex('files', 'by-kind', range)) {
        const row = await database.get('files', key);
        // One that is damaged hides nothing else.
        const bytes = row && (await keys.open(id, row.sealed, fileContext(row)).catch(() => undefined));
        const sight = bytes && sightIn(kind, bytes);
        if (sight) names.add(sightName(sight));
      }
    }
  }
  return {
    has(kind, facts) {
      const sight = sightIn(kind, facts);
      if (!sight) return false;
      return names.has(sightName(sight)) || (kind === 'capture' && erasedAt.has(sight.at));
    },
  };
}
