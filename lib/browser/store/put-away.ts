import { type Sight, sightName, sightOf } from '../../core/dossier/sight.ts';
import type { TemoinDatabase } from './database.ts';
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

/** Everything that is in a dossier here: what waited once and has been put away since must not wait again. */
export async function readPutAway(
  database: TemoinDatabase,
  keys: KeyRing,
): Promise<{ has(kind: Sight['kind'], facts: Uint8Array): boolean }> {
  const names = new Set<string>();
  for (const id of await database.getAllKeys('dossiers')) {
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
      return sight !== undefined && names.has(sightName(sight));
    },
  };
}
