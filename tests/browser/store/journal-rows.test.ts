import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openDatabase, type TemoinDatabase } from '../../../lib/browser/store/database.ts';
import { journalRows } from '../../../lib/browser/store/journal-rows.ts';

const ID = 'd';
let database: TemoinDatabase;

beforeEach(async () => {
  database = await openDatabase(crypto.randomUUID());
  await write('c', 3);
  await write('e', 3);
});
afterEach(() => database.close());

async function write(dossier: string, count: number, missing: (seq: number) => boolean = () => false) {
  const transaction = database.transaction('journal', 'readwrite');
  for (let seq = 1; seq <= count; seq += 1)
    if (!missing(seq)) void transaction.store.add({ dossier, seq, line: `${dossier} ${seq}` });
  await transaction.done;
}

async function read(upTo?: number): Promise<number[]> {
  const seqs: number[] = [];
  for await (const { seq, line } of journalRows(database, ID, upTo)) {
    expect(line).toBe(`${ID} ${seq}`);
    seqs.push(seq);
  }
  return seqs;
}
const oneTo = (count: number) => Array.from({ length: count }, (_, index) => index + 1);

describe('a journal', () => {
  it.each([0, 1, 499, 500, 501, 1_000, 1_234])('of %i lines is read whole, in its order', async (count) => {
    await write(ID, count);
    expect(await read()).toEqual(oneTo(count));
    expect(await read(count)).toEqual(oneTo(count));
  });

  it.each([0, 7, 500, 1_000, 1_001])('is read up to line %i and no further', async (upTo) => {
    await write(ID, 1_100);
    expect(await read(upTo)).toEqual(oneTo(upTo));
  });

  it('goes on behind lines that are gone, however many', async () => {
    const missing = (seq: number) => seq === 2 || (seq > 300 && seq < 1_200);
    await write(ID, 1_300, missing);
    expect(await read(1_300)).toEqual(oneTo(1_300).filter((seq) => !missing(seq)));
  });
});
