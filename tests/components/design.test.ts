import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const folder = join(import.meta.dirname, '../../components');
const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
const read = (path: string) => readFileSync(join(folder, path), 'utf8');

describe('style sheets', () => {
  const sheets = files.filter((path) => path.endsWith('.css'));

  it.each(sheets)('%s reads in both directions', (path) => {
    const physical =
      /[\s;{](?:(?:margin|padding|border)-(?:left|right|top|bottom)|left|right|top|bottom|(?:min-|max-)?(?:width|height))\s*:|text-align:\s*(?:left|right)|float:/g;
    expect(read(path).match(physical)).toBeNull();
  });

  it.each(sheets)('%s fetches nothing', (path) => {
    expect(read(path)).not.toMatch(/url\(|@font-face|https?:/);
  });
});

describe('components', () => {
  it.each(files.filter((path) => /\.tsx?$/.test(path)))(
    '%s has no clock, no storage, no browser API',
    (path) => {
      expect(read(path)).not.toMatch(
        /Date\.now|new Date\(\)|\b(?:browser|chrome)\.|localStorage|sessionStorage|indexedDB|\bfetch\(|setTimeout|setInterval|dangerouslySetInnerHTML/,
      );
    },
  );
});

/** WCAG 2.2 contrast of two `#rrggbb` colours. */
const contrast = (one: string, other: string): number => {
  const luminance = (colour: string) => {
    const [red = 0, green = 0, blue = 0] = [1, 3, 5]
      .map((start) => Number.parseInt(colour.slice(start, start + 2), 16) / 255)
      .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
};

describe('colours', () => {
  const schemes = read('design/tokens.css')
    .split('{')
    .filter((block) => block.includes('--paper:'))
    .map((block) =>
      Object.fromEntries([...block.matchAll(/--([\w-]+):\s*(#[0-9a-f]{6})/g)].map(([, k, v]) => [k, v])),
    );
  const PAIRS = [
    ['ink', 'paper', 4.5],
    ['ink', 'sheet', 4.5],
    ['ink', 'ask', 4.5],
    ['ink-soft', 'paper', 4.5],
    ['ink-soft', 'sheet', 4.5],
    ['ink-soft', 'ask', 4.5],
    ['ink-soft', 'calm-wash', 4.5],
    ['press', 'paper', 4.5],
    ['press', 'sheet', 4.5],
    ['press', 'ask', 4.5],
    ['on-press', 'press', 4.5],
    ['on-press', 'press-hover', 4.5],
    ['alert', 'sheet', 4.5],
    ['alert', 'ask', 4.5],
    ['ink', 'alert-wash', 4.5],
    ['ink', 'calm-wash', 4.5],
    ['edge', 'paper', 3],
    ['edge', 'sheet', 3],
    ['focus', 'paper', 3],
    ['focus', 'ask', 3],
  ] as const;

  it('has three sets: day, dark, and the night at the top', () => expect(schemes).toHaveLength(3));

  it.each(PAIRS)('%s on %s reaches %d', (front, back, least) => {
    for (const scheme of schemes) {
      const [one, other] = [scheme[front], scheme[back]];
      if (one && other) expect(contrast(one, other)).toBeGreaterThanOrEqual(least);
    }
  });
});
