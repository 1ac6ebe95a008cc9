import { describe, expect, it } from 'vitest';
import { createMatchers } from '../../../lib/core/detect/matchers.ts';
import { SITE_RULES } from '../../../lib/core/detect/rules/index.ts';
import { HITS, MISSES } from './rule-cases.ts';

const all = createMatchers(
  undefined,
  SITE_RULES.map((rule) => ({ ...rule, hosts: 'any' as const })),
);
const TEXTS = [...HITS, ...MISSES].map(({ says }) => String(says));
const WORDINGS = SITE_RULES.flatMap(({ wordings }) => wordings.map(({ text }) => text));

describe('the quick look for known words', () => {
  it.each([
    ['as written', (text: string) => text],
    ['in capitals', (text: string) => text.toUpperCase()],
    ['in small letters', (text: string) => text.toLowerCase()],
    ['without accents', (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '')],
    ['with accents apart', (text: string) => text.normalize('NFD')],
    ['with soft hyphens', (text: string) => text.replace(/(\p{L}{3})(?=\p{L})/gu, '$1\u00ad')],
    [
      'in full-width letters',
      (text: string) => text.replace(/[a-z]/g, (one) => String.fromCharCode(one.charCodeAt(0) + 0xfee0)),
    ],
    ['without spaces', (text: string) => text.replace(/\s/g, '')],
  ])('lets every wording through, %s', (_, spell) => {
    expect(
      [...WORDINGS, ...TEXTS]
        .map(spell)
        .filter((text) => all.read(text).matches.length > 0 && !all.mayTell(text)),
    ).toEqual([]);
    expect(WORDINGS.map(spell).filter((text) => !all.mayTell(text))).toEqual([]);
  });

  it('stops what has none of the words', () => {
    const portal = createMatchers('portal');
    const dull = [
      'En attente',
      'Pièce 12, déposée le 3 mai',
      'Telle qu’elle figure sur le titre',
      'Votre demande',
    ];
    expect(dull.filter(portal.mayTell)).toEqual([]);
  });
});
