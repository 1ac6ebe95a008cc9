import { deleteDB } from 'idb';
import { createDossierWriter } from '../../../lib/app/dossier/dossier-writer.ts';
import { createErasures } from '../../../lib/app/dossier/erasures.ts';
import type { Witnessed, WitnessedCapture } from '../../../lib/app/witness/witnessed.ts';
import { openDatabase, type TemoinDatabase } from '../../../lib/browser/store/database.ts';
import { hashing } from '../../../lib/browser/store/hashing.ts';
import { createKeyRing } from '../../../lib/browser/store/key-ring.ts';
import { createWitnessStore } from '../../../lib/browser/store/witness-store.ts';
import { fakeClock } from '../../app/fake-clock.ts';

const opened: TemoinDatabase[] = [];
let next = 0;

/** A browser profile of its own, gone after `closeProfiles`. */
export async function newProfile() {
  const database = await openDatabase(`profile-${next++}`);
  opened.push(database);
  const store = createWitnessStore(database, createKeyRing(database));
  const random = { uuid: () => crypto.randomUUID(), hex: (length: number) => 'ab'.repeat(length) };
  const lock = <Value>(_name: string, job: () => Promise<Value>) => job();
  const writer = createDossierWriter({ store, hashing, random, clock: fakeClock(), places: new Map(), lock });
  return {
    database,
    store,
    writer,
    erasures: createErasures({ store, writer }),

    /** Returns the key under which it waits. */
    letWait: ({ facts, picture }: Witnessed<WitnessedCapture>): Promise<number> =>
      store.wait(
        { room: 'default|e1', kind: 'capture', at: Date.parse(facts.record.startedAt) },
        { facts: new TextEncoder().encode(JSON.stringify(facts)), picture },
      ),

    /** `<seq> <kind>` of each file of that dossier. */
    filesOf: async (dossier: string): Promise<string[]> =>
      (await database.getAllKeys('files'))
        .filter(([id]) => id === dossier)
        .map(([, seq, kind]) => `${seq} ${kind}`),
  };
}
export type Profile = Awaited<ReturnType<typeof newProfile>>;

export async function closeProfiles(): Promise<void> {
  for (const database of opened.splice(0)) {
    database.close();
    await deleteDB(database.name);
  }
}
