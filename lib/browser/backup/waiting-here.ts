import type { WaitingItem } from '../../app/witness-ports.ts';
import type { TemoinDatabase } from '../store/database.ts';
import { type KeyRing, WAITING } from '../store/key-ring.ts';

type Told = Omit<WaitingItem, 'key'>;

const placeOf = ({ room, kind, at }: Told): string => `${room} ${kind} ${at}`;

/** What waits here as it stands when it is first asked for. Only what may be the same is read, one thing at a time. */
export function createWaitingHere(database: TemoinDatabase, keys: KeyRing) {
  let places: Promise<Map<string, number[]>> | undefined;

  /** From the index: the pictures stay on disk. */
  async function readPlaces(): Promise<Map<string, number[]>> {
    const found = new Map<string, number[]>();
    let cursor = await database.transaction('waiting').store.index('by-room').openKeyCursor();
    while (cursor) {
      const [room, kind, at] = cursor.key;
      const place = placeOf({ room, kind, at });
      found.set(place, [...(found.get(place) ?? []), cursor.primaryKey]);
      cursor = await cursor.continue();
    }
    return found;
  }

  return {
    /** The very same thing: where, when, and what it says. */
    async has(item: Told, facts: Uint8Array): Promise<boolean> {
      places ??= readPlaces();
      for (const key of (await places).get(placeOf(item)) ?? []) {
        const row = await database.get('waiting', key);
        const ours =
          row && (await keys.open(WAITING, row.facts, `${item.room} facts`).catch(() => undefined));
        if (ours?.length === facts.length && ours.every((byte, at) => byte === facts[at])) return true;
      }
      return false;
    },
  };
}
