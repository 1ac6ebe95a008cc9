import { describe, expect, it } from 'vitest';
import { writtenDates } from '../../../../lib/core/detect/filing/written-date.ts';

describe('a day as a page writes it', () => {
  it.each([
    ['le 24/01/2024 à 13:14:14', '2024-01-24', '13:14:14'],
    ['le 24/01/2024, 13:14', '2024-01-24', '13:14'],
    ['le 3 novembre 2026 à 9 h 05', '2026-11-03', '09:05'],
    ['le 1er février 2026 à 13 h 14 min 14 s', '2026-02-01', '13:14:14'],
    ['le 12 août 2026', '2026-08-12', null],
    ['12.08.2026', '2026-08-12', null],
    ['24/01/26', '2026-01-24', null],
    ['on 24 January 2024 at 1:14 pm', '2024-01-24', '13:14'],
    ['on January 24th, 2024 at 12:05 AM', '2024-01-24', '00:05'],
    ['Nov 3, 2026', '2026-11-03', null],
    ['2026-11-21T10:04:07', '2026-11-21', '10:04:07'],
    ['2026-11-21', '2026-11-21', null],
    // At home the day comes first; month first only where it can be nothing else.
    ['03/11/2026', '2026-11-03', null],
    ['11/23/2026', '2026-11-23', null],
  ])('%s', (text, day, time) => {
    expect(writtenDates(text)).toMatchObject([{ day, time }]);
  });

  it.each([
    ['Dossier 12/34/5678'],
    ['31/02/2026'],
    ['tél. 01.23.45.67.89'],
    ['version 1.2.3'],
    ['75-2026-11-21-000012'],
    ['10 Mo au plus'],
    ['le 24 de ce mois'],
    ['192.168.10.24'],
  ])('%s has none', (text) => {
    expect(writtenDates(text)).toEqual([]);
  });

  it('gives each of several, in order', () => {
    expect(writtenDates('du 1er mars 2026 au 15/04/2026').map(({ day }) => day)).toEqual([
      '2026-03-01',
      '2026-04-15',
    ]);
  });
});
