import { describe, expect, it } from 'vitest';
import {
  isoTime,
  parisDateTime,
  parisDay,
  parisHour,
  parisIso,
  parisShort,
  wholeDays,
} from '../../lib/core/time.ts';

const at = (iso: string) => Date.parse(iso);

describe('Paris time', () => {
  it.each([
    ['2026-11-21T09:04:07.900Z', '21 novembre 2026 à 10 h 04 min 07 s (UTC+01:00)'],
    ['2026-07-14T22:30:00.000Z', '15 juillet 2026 à 00 h 30 min 00 s (UTC+02:00)'],
    ['2026-08-01T10:00:00.000Z', '1er août 2026 à 12 h 00 min 00 s (UTC+02:00)'],
    ['2026-12-31T23:30:00.000Z', '1er janvier 2027 à 00 h 30 min 00 s (UTC+01:00)'],
  ])('%s is %s', (iso, words) => {
    expect(parisDateTime(at(iso))).toBe(words);
  });

  it('does not depend on the device', () => {
    expect(parisIso(at('2026-03-29T00:59:59.000Z'))).toBe('2026-03-29T01:59:59+01:00');
    expect(parisIso(at('2026-03-29T01:00:00.000Z'))).toBe('2026-03-29T03:00:00+02:00');
  });

  it('tells the two hours of an October night apart', () => {
    const first = at('2026-10-25T00:30:00.000Z');
    const second = at('2026-10-25T01:30:00.000Z');
    expect(parisShort(first)).toBe(parisShort(second));
    expect(parisHour(first)).not.toBe(parisHour(second));
  });

  it('names days as Paris does', () => {
    expect(parisDay(at('2026-11-20T23:30:00.000Z'))).toBe('2026-11-21');
  });
});

it('writes UTC with milliseconds', () => {
  expect(isoTime(at('2026-11-21T09:04:07Z'))).toBe('2026-11-21T09:04:07.000Z');
});

it('counts whole days only', () => {
  expect(wholeDays(at('2026-11-01T10:00:00Z'), at('2026-11-02T09:59:59Z'))).toBe(0);
  expect(wholeDays(at('2026-11-01T10:00:00Z'), at('2026-11-08T10:00:00Z'))).toBe(7);
});
