import { describe, expect, it } from 'vitest';
import { countsText } from '../../components/counts.ts';
import { chooseLanguage, LANGUAGES, wordsOf } from '../../components/languages.ts';
import { createWords, isolated, keyPart, type Messages } from '../../components/words.ts';

const PARIS = 'Europe/Paris';
const french = wordsOf('fr', PARIS);
const english = wordsOf('en', PARIS);
const at = (iso: string) => Date.parse(iso);
const NOW = at('2026-11-21T09:31:00Z');
const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ').replace(/[\u2068\u2069]/g, '');

describe('moments', () => {
  it.each([
    ['2026-11-21T09:04:00Z', 'aujourd’hui à 10 h 04', 'today at 10:04'],
    ['2026-11-20T23:05:00Z', 'aujourd’hui à 0 h 05', 'today at 0:05'],
    ['2026-11-20T22:59:00Z', 'hier à 23 h 59', 'yesterday at 23:59'],
    ['2026-11-03T08:15:00Z', 'le 3 novembre 2026 à 9 h 15', '3 November 2026 at 9:15'],
    // Summer time: two hours ahead of UTC.
    ['2026-07-01T08:15:00Z', 'le 1 juillet 2026 à 10 h 15', '1 July 2026 at 10:15'],
    // A device clock that went back.
    ['2026-11-22T08:15:00Z', 'le 22 novembre 2026 à 9 h 15', '22 November 2026 at 9:15'],
  ])('%s', (iso, inFrench, inEnglish) => {
    expect(plain(french.when(at(iso), NOW))).toBe(inFrench);
    expect(plain(english.when(at(iso), NOW))).toBe(inEnglish);
  });

  it.each([
    ['2026-11-21T08:51:00Z', '2026-11-21T09:19:00Z', 'aujourd’hui, de 9 h 51 à 10 h 19'],
    ['2026-11-21T08:51:10Z', '2026-11-21T08:51:50Z', 'aujourd’hui à 9 h 51'],
    ['2026-11-20T19:10:00Z', '2026-11-21T09:19:00Z', 'hier à 20 h 10 – aujourd’hui à 10 h 19'],
  ])('from %s to %s', (first, last, wanted) => {
    expect(plain(french.span(at(first), at(last), NOW))).toBe(wanted);
  });

  it('follows the zone given', () => {
    expect(plain(wordsOf('fr', 'Indian/Reunion').when(at('2026-11-21T09:04:00Z'), NOW))).toBe(
      'aujourd’hui à 13 h 04',
    );
  });
});

describe('plurals', () => {
  it.each([
    [0, '0 capture', '0 captures'],
    [1, '1 capture', '1 capture'],
    [2, '2 captures', '2 captures'],
    [1234, '1 234 captures', '1,234 captures'],
  ])('%i', (count, inFrench, inEnglish) => {
    expect(plain(french('captures', { count }))).toBe(inFrench);
    expect(plain(english('captures', { count }))).toBe(inEnglish);
  });

  it('takes the forms that a language has', () => {
    const arabic: Messages = {
      captures_zero: { message: 'zero' },
      captures_two: { message: 'two' },
      captures_few: { message: 'few {count}' },
      captures_other: { message: 'other' },
    };
    const words = createWords(arabic, 'ar');
    expect(['zero', 'two', 'other']).toEqual([0, 2, 100].map((count) => words('captures', { count })));
    expect(words('captures', { count: 3 })).toMatch(/^few/);
  });
});

describe('sentences', () => {
  it('counts what there is', () => {
    expect(countsText(french, { captures: 3, incidents: 0 })).toBe('3 captures');
    expect(countsText(french, { captures: 0, incidents: 1 })).toBe('1 incident');
    expect(countsText(french, { captures: 3, incidents: 1 })).toBe('3 captures et 1 incident');
    expect(countsText(french, { captures: 0, incidents: 0 })).toBe('0 capture');
  });

  it.each([
    [0, '0 o'],
    [999, '999 o'],
    [48_300, '48 ko'],
    [48_320_000, '48,3 Mo'],
    [2_000_000_000_000, '2 000 Go'],
  ])('%i bytes', (bytes, wanted) => {
    expect(plain(french.size(bytes))).toBe(wanted);
  });

  it('speaks French where a file is silent, and says the key rather than nothing', () => {
    const words = createWords({}, 'en', { fallback: { yes: { message: 'Oui' } } });
    expect(words('yes')).toBe('Oui');
    expect(words('cancel')).toBe('cancel');
  });

  it('leaves an unknown placeholder, and inserts values as they are', () => {
    expect(plain(french('dossier', {}))).toBe('Dossier {label}');
    expect(plain(french('dossier', { label: '{label} $1 $& <b>' }))).toBe('Dossier {label} $1 $& <b>');
  });

  it('keeps a hostile label from turning the sentence around', () => {
    expect(isolated('A.\u202e K.\u2069\n x')).toBe('\u2068A. K. x\u2069');
  });

  it('makes keys of identifiers', () => {
    expect(keyPart('server-error')).toBe('server_error');
    expect(keyPart('too-many-requests')).toBe('too_many_requests');
  });
});

describe('the language', () => {
  it.each([
    [null, ['fr-CA', 'en'], 'fr'],
    [null, ['ar-DZ', 'en-GB', 'fr'], 'en'],
    [null, ['ar', 'ti'], 'fr'],
    [null, [], 'fr'],
    ['en', ['fr'], 'en'],
    ['xx', ['en'], 'en'],
  ])('%s, %j → %s', (choice, browserLanguages, wanted) => {
    expect(chooseLanguage(choice, browserLanguages)).toBe(wanted);
  });

  it('names each in itself, French first', () => {
    expect(LANGUAGES.map(({ name }) => name).slice(0, 2)).toEqual(['Français', 'English']);
    expect([french.language, french.direction]).toEqual(['fr', 'ltr']);
  });
});
