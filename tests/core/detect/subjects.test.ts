import { describe, expect, it } from 'vitest';
import { CATEGORIES } from '../../../lib/core/detect/categories.ts';
import { judge } from '../../../lib/core/detect/judge.ts';
import { LAST_SUBJECTS, SUBJECTS } from '../../../lib/core/detect/subjects.ts';
import { messageOf, onPage } from './message-of.ts';
import { TOLD } from './subject-cases.ts';

describe.each(Object.entries(TOLD))('%s', (category, texts) => {
  it.each(texts)('%s', (text) => {
    expect(judge([messageOf(text)], onPage()).map((finding) => finding.category)).toContain(category);
  });
});

describe('the table of subjects', () => {
  it.each([...SUBJECTS, ...LAST_SUBJECTS].map((row) => [row.category, row] as const))(
    '%s',
    (category, row) => {
      expect(CATEGORIES).toContain(category);
      for (const source of [row.about, row.also ?? 'x']) {
        expect(() => new RegExp(`(?:${source})`)).not.toThrow();
        // Folded text has neither accents nor capitals.
        expect(source.normalize('NFD')).toBe(source);
        expect(source.replaceAll(/\\[a-zA-Z]|\(\?[:!=<]+/g, '')).not.toMatch(/[A-Z’]/);
      }
    },
  );
});

describe('words of the site that only say that there is an error', () => {
  const onFranceConnect = onPage({
    address: { origin: 'https://app.franceconnect.gouv.fr', path: '/api/v2/callback', route: '' },
  });
  const said = (text: string) =>
    judge(
      [messageOf(text, { component: '[data-testid="error-section"]', level: 'unknown' }, 'franceconnect')],
      onFranceConnect,
    ).map(({ category }) => category);
  it.each([
    ['account', 'Une erreur s’est produite Erreur Y000001 Votre compte a été suspendu.'],
    ['session', 'Une erreur s’est produite Votre session n’est plus valable.'],
    ['server-error', 'Une erreur s’est produite Erreur Y000002 Veuillez recommencer.'],
    ['server-error', 'Une erreur s’est produite'],
  ])('leave the word to what it is about: %s', (category, text) => {
    expect(said(text)).toEqual([category]);
  });
});
