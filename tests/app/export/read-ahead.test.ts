import { describe, expect, it } from 'vitest';
import { readAhead } from '../../../lib/app/export/read-ahead.ts';

const MIB = 1024 * 1024;
const wanted = (count: number, kind = 'picture') =>
  Array.from({ length: count }, (_, at) => ({ kind, name: `${kind} ${at}` }));

/** Reads things of `size` bytes; tells how many were being read at once, once the size is known. */
async function watched(count: number, size: number) {
  let reading = 0;
  let most = 0;
  const names: string[] = [];
  const read = async ({ name }: { name: string }) => {
    reading++;
    if (names.length > 0) most = Math.max(most, reading);
    await Promise.resolve();
    return name;
  };
  for await (const name of readAhead(wanted(count), read, () => size)) {
    names.push(name);
    reading--;
  }
  return { names, most };
}

describe('reading ahead', () => {
  it('gives everything in its order, whatever comes first', async () => {
    const answers = wanted(30).map(() => Promise.withResolvers<void>());
    const items = wanted(30).map((item, at) => ({ ...item, at }));
    const read = async ({ at }: { at: number }) => {
      if (at % 5 === 0) for (const answer of answers.slice(at, at + 5).reverse()) answer.resolve();
      await answers[at]?.promise;
      return at;
    };
    expect(await Array.fromAsync(readAhead(items, read, () => 1))).toEqual(items.map(({ at }) => at));
  });

  it('has nothing to give of an empty list', async () => {
    expect(await watched(0, 1)).toEqual({ names: [], most: 0 });
  });

  it.each([
    [100, 24],
    [MIB, 8],
    [3 * MIB, 2],
    [20 * MIB, 1],
  ])('of %i bytes each, reads at most %i at once', async (size, most) => {
    const seen = await watched(40, size);
    expect(seen.names).toEqual(wanted(40).map(({ name }) => name));
    expect(seen.most).toBe(most);
  });

  it('throws what a reading throws, when its turn comes', async () => {
    const given: string[] = [];
    const read = async ({ name }: { name: string }) => {
      if (name === 'picture 2') throw new Error('cannot be read');
      return name;
    };
    const all = async () => {
      for await (const name of readAhead(wanted(20), read, () => 1)) given.push(name);
    };
    await expect(all()).rejects.toThrow('cannot be read');
    expect(given).toEqual(['picture 0', 'picture 1']);
  });
});
