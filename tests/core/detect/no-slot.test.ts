import { describe, expect, it } from 'vitest';
import type { HostGroup } from '../../../lib/core/detect/hosts.ts';
import { judge } from '../../../lib/core/detect/judge.ts';
import { createMatchers } from '../../../lib/core/detect/matchers.ts';
import type { MessageSignal } from '../../../lib/core/detect/signals.ts';
import { messageOf, onPage } from './message-of.ts';
import { NO_SLOT, OTHER } from './no-slot-cases.ts';

const SITES: readonly (readonly [HostGroup, string])[] = [
  ['rdv-prefecture', 'https://www.rdv-prefecture.interieur.gouv.fr'],
  ['paris-rdv', 'https://pprdv.interieur.gouv.fr'],
  ['booking', 'https://www.exemple.gouv.fr'],
  ['rdv-service-public', 'https://rdv.anct.gouv.fr'],
];
const PLAIN = { place: 'text', component: 'p', level: 'unknown' } as const;
const at = (origin: string, path = '/reservation/creneau') =>
  onPage({ address: { origin, path, route: '' } });

const categoriesAt = (origin: string, messages: readonly MessageSignal[], path?: string): string[] =>
  judge(messages, at(origin, path)).map(({ category }) => category);

describe.each(SITES)('at %s, in plain text', (site, origin) => {
  it.each(NO_SLOT)('no appointment: %s', (text) => {
    expect(createMatchers(site).read(text).nominated).toBe(true);
    expect(categoriesAt(origin, [messageOf(text, PLAIN, site)])).toEqual(['appointment']);
  });
  it.each(OTHER)('something else: %s', (text) => {
    expect(categoriesAt(origin, [messageOf(text, PLAIN, site)])).toEqual([]);
  });
});

describe('a calendar', () => {
  const [[, origin]] = SITES as readonly [(typeof SITES)[number]];
  const label = messageOf('Aucun créneau disponible', PLAIN, 'rdv-prefecture');
  it.each([
    ['the label of a day', 'Ven 11 déc. Aucun créneau disponible'],
    ['a week with hours', 'Lun 7 déc. Complet Mar 8 déc. 09:20 09:40 Ven 11 déc. Aucun créneau disponible'],
    ['a day with places left', 'Jeudi 10 3 places disponibles Vendredi 11 Aucun créneau disponible'],
    ['a cell', '11 Aucun créneau disponible'],
    ['days in English', 'Mon 7 10:00 Tue 8 Aucun créneau disponible Wed 9 11:00'],
  ])('%s says it of one day', (_, around) => {
    const group = messageOf(around, PLAIN, 'rdv-prefecture');
    expect(categoriesAt(origin, [label, group])).toEqual([]);
  });
  it.each([
    ['a title', 'Choix du créneau Aucun créneau disponible'],
    ['hours of the office', 'Préfecture, de 09:00 à 12:00 et de 13:30 à 16:00. Aucun créneau disponible'],
    ['days that are all full', 'Lun 7 Complet Mar 8 Complet Mer 9 Complet Aucun créneau disponible'],
  ])('%s around it does not', (_, around) => {
    const group = messageOf(around, PLAIN, 'rdv-prefecture');
    expect(categoriesAt(origin, [label, group])).toContain('appointment');
  });
});

it('elsewhere plain text says nothing', () => {
  const text = 'Aucun créneau disponible';
  expect(createMatchers('portal').read(text).nominated).toBe(false);
  expect(judge([messageOf(text, PLAIN)], onPage())).toEqual([]);
});

it('a page of help says nothing either', () => {
  const [[, origin]] = SITES as readonly [(typeof SITES)[number]];
  const message = messageOf('Aucun créneau disponible', PLAIN, 'rdv-prefecture');
  expect(categoriesAt(origin, [message], '/rdvpref/aide/')).toEqual([]);
});
