import { describe, expect, it } from 'vitest';
import { judge } from '../../../lib/core/detect/judge.ts';
import { createMatchers } from '../../../lib/core/detect/matchers.ts';
import { orderFindings } from '../../../lib/core/detect/precedence.ts';
import type { MessageSignal } from '../../../lib/core/detect/signals.ts';
import {
  CLASSES,
  FAULTS,
  FIRST,
  KEYS,
  NO_SECOND_BOOKING,
  OF_HERS,
  PLAIN_PARAGRAPHS,
  TITLED,
} from './class-cases.ts';
import { messageOf, onPage } from './message-of.ts';

const ALONE = { level: 'error', component: 'page' } as const;
const PASSING = { level: 'info', component: '[role="status"]' } as const;
const PLAIN = { place: 'text', component: 'p', level: 'unknown' } as const;

const categoriesOf = (text: string, box: Partial<MessageSignal> = {}, context = onPage()): string[] =>
  orderFindings(judge([messageOf(text, box)], context)).map(({ category }) => category);

describe.each(Object.entries(CLASSES))('%s', (_, { calm, told }) => {
  it.each(calm)('calm: %s', (text) => {
    for (const box of [{}, ALONE, PASSING]) expect(categoriesOf(text, box)).toEqual([]);
  });
  it.each(told)('%s: %s', (category, text) => {
    expect(categoriesOf(text)).toContain(category);
  });
});

describe('the key of a page', () => {
  it.each(KEYS.calm)('calm: %s', (text) => {
    expect(categoriesOf(text, ALONE)).toEqual([]);
  });
  it.each(KEYS.told)('%s: %s', (category, text) => {
    expect(categoriesOf(text, ALONE)).toContain(category);
  });
});

it.each(NO_SECOND_BOOKING)('no second booking: %s', (text) => {
  expect(categoriesOf(text, ALONE)).not.toContain('duplicate');
  expect(categoriesOf(text)).not.toContain('duplicate');
});

describe('what a sentence is about first', () => {
  it.each(FIRST)('%s: %s', (category, text) => {
    expect(categoriesOf(text)[0]).toBe(category);
  });
});

describe('a fault of the site', () => {
  it.each(FAULTS)('%s: %s', (category, text) => {
    for (const box of [{}, ALONE]) expect(categoriesOf(text, box)[0]).toBe(category);
  });
});

describe('a title without a full stop', () => {
  it.each(TITLED.calm)('calm: %s', (text) => {
    for (const box of [{}, { level: 'info' } as const]) expect(categoriesOf(text, box)).toEqual([]);
  });
  it.each(TITLED.told)('%s: %s', (category, text) => {
    expect(categoriesOf(text)).toContain(category);
  });
});

describe('a cell that speaks of her own paper', () => {
  const CELL = { ...PLAIN, component: 'td' } as const;
  it.each(OF_HERS.calm)('calm: %s', (text) => {
    for (const box of [CELL, PLAIN]) expect(categoriesOf(text, box)).toEqual([]);
  });
  it.each(OF_HERS.told)('%s: %s', (category, text) => {
    for (const box of [CELL, PLAIN]) expect(categoriesOf(text, box)).toEqual([category]);
    expect(createMatchers('portal').read(text).nominated).toBe(true);
  });
});

describe('a plain paragraph', () => {
  it.each(PLAIN_PARAGRAPHS.calm)('calm: %s', (text) => {
    expect(categoriesOf(text, PLAIN)).toEqual([]);
  });
  it.each(PLAIN_PARAGRAPHS.told)('%s: %s', (category, text) => {
    expect(categoriesOf(text, PLAIN)).toContain(category);
  });
  it.each(PLAIN_PARAGRAPHS.told)('of an entry, or on a page of help, says nothing: %s, %s', (_, text) => {
    expect(categoriesOf(text, { ...PLAIN, component: 'li' })).toEqual([]);
    const help = onPage({ address: { ...onPage().address, route: '#/aide' } });
    expect(categoriesOf(text, PLAIN, help)).toEqual([]);
  });
});

describe('a calm box that passes', () => {
  it.each([
    ['captcha', 'Le contrôle anti-robot n’a pas été réussi. Votre question n’a pas été envoyée.'],
    ['payment', 'Le paiement a été refusé par la banque.'],
    ['upload', 'The upload failed.'],
    ['blocked-form', 'The form could not be submitted.'],
  ])('tells what has happened: %s, %s', (category, text) => {
    expect(categoriesOf(text, PASSING)).toContain(category);
  });
  it.each([
    'Recherche en cours.',
    'Votre dossier est enregistré.',
    '3 résultats. Aucune erreur.',
    'Le document pourra être refusé.',
  ])('and nothing else: %s', (text) => {
    expect(categoriesOf(text, PASSING).filter((category) => category !== 'confirmation')).toEqual([]);
  });
});

it('an address of a page about the site says nothing', () => {
  for (const route of ['#/accessibilite', '#/statistiques', '#/notes-de-version', '#/glossaire'])
    expect(
      categoriesOf('Le paiement a échoué.', ALONE, onPage({ address: { ...onPage().address, route } })),
    ).toEqual([]);
});
