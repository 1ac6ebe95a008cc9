import 'fake-indexeddb/auto';
import { deleteDB } from 'idb';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openDatabase, type TemoinDatabase } from '../../../lib/browser/store/database.ts';
import {
  createStaging,
  removeAbandonedStaging,
  removeLeftStaging,
  whileStaging,
} from '../../../lib/browser/store/staging.ts';

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

  it('is found again where its removal ended in the middle', async () => {
    const staging = createStaging(database);
    staging.announce('+b', 'rows');
    for (let number = 0; number < 350; number++) {
      const row = { dossier: 'b', seq: number, line: 'y' };
      await staging.put({ store: 'stagedRows', row: { owner: '+b', number, store: 'journal', row } }, 1);
    }
    await staging.finish();
    const { transaction } = database;
    let left = 3;
    const ended = vi.spyOn(database, 'transaction').mockImplementation(((
      ...given: Parameters<typeof transaction>
    ) => {
      if (left-- === 0) throw new Error('the browser has ended');
      return transaction.apply(database, given);
    }) as typeof transaction);
    await expect(removeAbandonedStaging(database)).rejects.toThrow('the browser has ended');
    ended.mockRestore();
    const [announced, , rows] = await counts();
    expect(announced).toBe(1);
    expect(rows).toBeGreaterThan(0);
    expect(rows).toBeLessThan(350);
    await removeLeftStaging(open);
    expect(await counts()).toEqual([0, 0, 0]);
  });
});
