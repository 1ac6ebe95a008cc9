import { describe, expect, it } from 'vitest';
import { isFormUnderWay, UNTOUCHED } from '../../../lib/app/witness/form-under-way.ts';
import { clicks, stands } from '../page-tells.ts';
import { TAB, wake } from '../waking.ts';

const NOW = Date.parse('2026-11-21T10:00:00.000Z');
const touched = (ago: number) => ({ touchedAt: NOW - ago });

describe('a form is under way', () => {
  it.each([
    ['no page of the portal', [], false],
    ['a page that nobody touched', [{}], false],
    ['touched a minute ago', [touched(60_000)], true],
    ['touched half an hour ago, to the millisecond', [touched(UNTOUCHED)], true],
    ['untouched for longer', [touched(UNTOUCHED + 1)], false],
    ['one of two pages', [{}, touched(5_000)], true],
    ['the clock was set back by a minute', [touched(-60_000)], true],
    ['the clock was set back by a day', [touched(-24 * 3_600_000)], false],
  ])('%s: %#', (_, tabs, expected) => {
    expect(isFormUnderWay(tabs, NOW)).toBe(expected);
  });

  it('looking around is no use of a form; a click is, although the session changes', async () => {
    const { tells, clock, book, changeOfUser } = await wake();
    await clock.until(tells([stands(clock.now(), '#/demande')]));
    expect(isFormUnderWay([book.open(TAB, 'default', 5)], clock.now())).toBe(false);
    await clock.until(tells([clicks(clock.now(), 'Commune')]));
    await clock.pass(1_000);
    changeOfUser();
    expect(isFormUnderWay([book.open(TAB, 'default', 5)], clock.now())).toBe(true);
  });
});
