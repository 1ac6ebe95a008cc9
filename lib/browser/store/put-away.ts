import type { TemoinDatabase } from './database.ts';
import type { KeyRing } from './key-ring.ts';
import { fileContext } from './witness-store.ts';

type Kind = 'incident' | 'capture';

const decoder = new TextDecoder();

/**
 * Tells a thing that was witnessed from every other: nothing else has its kind, its time and its fingerprint. It is the
 * same while it waits (`{ record }`) and in its dossier (the record alone). Null for what does not read.
 */
export function sightOf(kind: Kind, bytes: Uint8Array): string | null {
  try {
    const told = JSON.parse(decoder.decode(bytes)) as Record<string, unknown>;
    const record = (told.record ?? told) as {
      at?: unknown;
      startedAt?: unknown;
      fingerprint?: unknown;
      trigger?: { fingerprint?: unknown };
    };
    const [at, fingerprint] =
      kind === 'incident' ? [record.at, record.fingerprint] : [record.startedAt, record.trigger?.fingerprint];
    return typeof at === 'string' ? `${kind} ${at} ${String(fingerprint)}` : null;
  } catch {
    return null;
  }
}

/** Everything that is in a dossier here: what waited once and has been put away since must not wait again. */
export async function readPutAway(database: TemoinDatabase, keys: KeyRing): Promise<ReadonlySet<string>> {
  const sights = new Set<string>();
  for (const id of await database.getAllKeys('dossiers')) {
    for (const kind of ['incident', 'capture'] as const) {
      const range = IDBKeyRange.bound([id, kind, 0], [id, kind, Number.MAX_SAFE_INTEGER]);
      for (const key of await database.getAllKeysFromIndex('files', 'by-kind', range)) {
        const row = await database.get('files', key);
        // One that is damaged hides nothing else.
        const bytes = row && (await keys.open(id, row.sealed, fileContext(row)).catch(() => undefined));
        const sight = bytes ? sightOf(kind, bytes) : null;
        if (sight) sights.add(sight);
      }
    }
  }
  return sights;
}
