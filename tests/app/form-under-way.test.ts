import { describe, expect, it } from 'vitest';
import { isFormUnderWay, UNTOUCHED } from '../../lib/app/form-under-way.ts';

const NOW = Date.parse('2026-11-21T10:00:00.000Z');
const tab = (kind: string, ago: number) => ({
  trail: [{ kind, at: new Date(NOW - ago).toISOString(), label: 'Commune' }],
});

describe('a form is under way', () => {
  it.each([
    ['no page of the portal', [], false],
    ['somebody typed a minute ago', [tab('input', 60_000)], true],
    ['somebody clicked a minute ago', [tab('click', 60_000)], true],
    ['a file was chosen just now', [tab('upload', 0)], true],
    ['somebody only looked around', [tab('navigation', 60_000)], false],
    ['touched half an hour ago, to the millisecond', [tab('input', UNTOUCHED)], true],
    ['untouched for longer', [tab('input', UNTOUCHED + 1)], false],
    ['one of two pages', [tab('navigation', 0), tab('submit', 5_000)], true],
    ['the clock was set back by a minute', [tab('input', -60_000)], true],
    ['the clock was set back by a day', [tab('input', -24 * 3_600_000)], false],
  ])('%s: %#', (_, tabs, expected) => {
    expect(isFormUnderWay(tabs, NOW)).toBe(expected);
  });
});
