import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { breakLines } from '../../lib/render/break-lines.ts';
import { drawable } from '../../lib/render/typesetter.ts';

const measure = (text: string) => [...text].length;
const breakAt = (text: string, width: number) => breakLines(text, width, measure);

describe('breakLines', () => {
  it.each([
    ['un deux trois', 8, ['un deux', 'trois']],
    ['', 8, ['']],
    ['un\u00a0deux\u202f: trois', 9, ['un\u00a0deux\u202f:', 'trois']],
    ['https://exemple.invalid/a/b', 12, ['https://', 'exemple.', 'invalid/a/b']],
    ['voir abcdefghijkl', 5, ['voir', 'abcde', 'fghij', 'kl']],
  ])('cuts %j at %i', (text, width, lines) => {
    expect(breakAt(text, width)).toEqual(lines);
  });

  it('loses no character but spaces, and ends', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 0, max: 12 }), (text, width) => {
        expect(breakAt(text, width).join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''));
      }),
    );
  });
});

describe('drawable', () => {
  it.each([
    ['10\u202fh', '10\u2009h'],
    ['rendez\u2011vous', 'rendez-vous'],
    ['a\tb', 'a b'],
    ['e\u0301', 'é'],
    ['a\u200b\u0007b', 'ab'],
    ['\ud800x', '\ufffdx'],
  ])('draws %j as %j', (text, drawn) => {
    expect(drawable(text)).toBe(drawn);
  });
});
