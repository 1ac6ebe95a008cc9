import { describe, expect, it } from 'vitest';
import { countOnlyHere } from '../../../lib/app/popup/only-here.ts';

const head = (id: string, captures: number, rehearsal = false) => ({ id, captures, rehearsal });

describe('captures that are in this profile only', () => {
  it.each([
    ['few', [head('a', 19)], {}, 0],
    ['twenty', [head('a', 20)], {}, 20],
    ['of several dossiers', [head('a', 12), head('b', 9)], {}, 21],
    ['all exported', [head('a', 40)], { a: 40 }, 0],
    ['many since the export', [head('a', 65)], { a: 40 }, 25],
    ['one dossier exported, the other not', [head('a', 40), head('b', 20)], { a: 40 }, 20],
    ['a dossier that shrank', [head('a', 10), head('b', 20)], { a: 40 }, 20],
    ['rehearsals', [head('a', 40, true)], {}, 0],
  ])('%s', (_name, heads, saved, count) => {
    expect(countOnlyHere(heads, saved)).toBe(count);
  });
});
