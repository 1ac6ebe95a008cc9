import { describe, expect, it } from 'vitest';
import { parsePageFacts, parsePageLook } from '../../../lib/browser/tabs/page-answers.ts';
import { facts } from '../../app/page-camera.ts';

const item = {
  label: 'Passeport',
  state: 'received',
  says: null,
  fileShown: true,
  fileType: 'pdf',
  size: null,
  addedOn: null,
};
const filing = { page: 'documents', items: [item], cut: false, filed: { on: '2026-11-21', time: '10:04' } };

describe('what a page says of a filing', () => {
  it('is taken as it is', () => {
    expect(parsePageFacts({ ...facts, filing })?.filing).toEqual(filing);
  });

  it.each([
    ['a state that nobody knows', { ...filing, items: [{ ...item, state: 'lost' }] }],
    ['a label without end', { ...filing, items: [{ ...item, label: 'x'.repeat(201) }] }],
    ['more documents than there may be', { ...filing, items: Array.from({ length: 101 }, () => item) }],
    ['a day that is none', { ...filing, filed: { on: 'demain', time: null } }],
    ['something else', 'documents'],
  ])('is left out with %s, and the rest is kept', (_, odd) => {
    const parsed = parsePageFacts({ ...facts, filing: odd });
    expect(parsed?.html).toBe(facts.html);
    expect(parsed?.filing).toBeUndefined();
  });

  it.each([
    [{ page: 'recap', documents: 0 }, true],
    [{ page: null, documents: 0 }, true],
    [{ page: 'other', documents: 0 }, false],
    [undefined, false],
    ['recap', false],
  ])('at a glance: %o', (glance, known) => {
    expect(parsePageLook(glance) !== undefined).toBe(known);
  });
});
