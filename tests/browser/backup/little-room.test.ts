import 'fake-indexeddb/auto';
import { deleteDB } from 'idb';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createDossierWriter } from '../../../lib/app/dossier/dossier-writer.ts';
import { openDatabase, type TemoinDatabase } from '../../../lib/browser/store/database.ts';
import { hashing } from '../../../lib/browser/store/hashing.ts';
import { createKeyRing } from '../../../lib/browser/store/key-ring.ts';
import { createWitnessStore } from '../../../lib/browser/store/witness-store.ts';
import { fakeClock } from '../../app/fake-clock.ts';
import { capture } from '../../app/witnessed-builders.ts';
import { backUp, restore, rowsOf } from './backup-trip.ts';

const MEGABYTE = 1 << 20;
const LOCKS = navigator.locks;
const PLENTY = 100 * MEGABYTE;

let here: TemoinDatabase;
let there: TemoinDatabase;

beforeEach(async () => {
  here = await openDatabase('little-room-here');
  there = await openDatabase('little-room-there');
});
afterEach(async () => {
  vi.unstubAllGlobals();
  for (const database of [here, there]) {
    database.close();
    await deleteDB(database.name);
  }
});

/** A disk with so many bytes left each time that it is asked; the last number stays. */
function storageWith(...left: readonly [number, ...number[]]): void {
  let asked = 0;
  vi.stubGlobal('navigator', {
    locks: LOCKS,
    storage: {
      estimate: async () => ({ quota: left[Math.min(asked++, left.length - 1)], usage: 0 }),
      getDirectory: async () => Promise.reject(new DOMException('no space', 'QuotaExceededError')),
    },
  });
}

describe('where there is room for what is staged, and not to show it', () => {
  it.each([5, 7])('what would join a dossier of ours is not tried: %i MB', async (megabytes) => {
    const store = createWitnessStore(here, createKeyRing(here));
    const random = { uuid: () => crypto.randomUUID(), hex: (length: number) => 'ab'.repeat(length) };
    const lock = <Value>(_name: string, job: () => Promise<Value>) => job();
    const writer = createDossierWriter({
      store,
      hashing,
      random,
      clock: fakeClock(),
      places: new Map(),
      lock,
    });
    const dossier = await writer.open('A. K.');
    await restore(there, (await backUp(here)).file);
    const picture = new Uint8Array(2 * MEGABYTE);
    await writer.write(dossier, (draft) => draft.capture(capture({ picture }), 'live'));
    const { file } = await backUp(here);
    const before = await rowsOf(there);
    storageWith(PLENTY, megabytes * MEGABYTE);
    await expect(restore(there, file)).rejects.toMatchObject({ trouble: 'disk-full' });
    expect(await rowsOf(there)).toEqual(before);
    storageWith(PLENTY);
    expect(await restore(there, file)).toMatchObject({ continued: [{ captures: 1 }] });
  });
});
