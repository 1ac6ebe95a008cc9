import 'fake-indexeddb/auto';
import { deleteDB } from 'idb';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openDatabase, type TemoinDatabase } from '../../../lib/browser/store/database.ts';
import { createStaging, removeLeftStaging, whileStaging } from '../../../lib/browser/store/staging.ts';

const NAME = 'left-staging';
const open = () => openDatabase(NAME);

let database: TemoinDatabase;

beforeEach(async () => {
  database = await open();
});
afterEach(async () => {
  database.close();
  await deleteDB(NAME);
});

/** A restore that has written some of its rows. */
async function stage(): Promise<void> {
  const staging = createStaging(database);
  staging.announce('a', 'dossier');
  await staging.put({ store: 'journal', row: { dossier: 'a', seq: 1, line: 'x' } }, 1);
  staging.announce('+b', 'rows');
  const row = { dossier: 'b', seq: 9, line: 'y' };
  await staging.put({ store: 'stagedRows', row: { owner: '+b', number: 0, store: 'journal', row } }, 1);
  await staging.finish();
}
const counts = async (): Promise<number[]> =>
  Promise.all((['staging', 'journal', 'stagedRows'] as const).map((store) => database.count(store)));

describe('what a browser that ended in the middle of a restore has left', () => {
  it('goes at the next start', async () => {
    await stage();
    expect(await counts()).toEqual([2, 1, 1]);
    await removeLeftStaging(open);
    expect(await counts()).toEqual([0, 0, 0]);
  });

  it('stays as long as the restore is under way', async () => {
    await whileStaging(async () => {
      await stage();
      await removeLeftStaging(open);
      expect(await counts()).toEqual([2, 1, 1]);
    });
    await removeLeftStaging(open);
    expect(await counts()).toEqual([0, 0, 0]);
  });
});
