import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { foldText } from '../../../lib/core/detect/fold.ts';
import { EXAM, readLessons, readPhrases } from '../../../scripts/learn/phrases.ts';
import { teach } from '../../../scripts/learn/teach.ts';
import { ROOT } from '../../../scripts/setup/run.mjs';

const WEIGHTS = join(ROOT, 'lib', 'core', 'detect', 'weighed', 'weights.ts');

it('the weights are those that the phrases teach, to the byte (`npm run learn`)', () => {
  expect(teach() === readFileSync(WEIGHTS, 'utf8'), 'the weights are old: npm run learn').toBe(true);
}, 60_000);

it('no phrase of the examination teaches', () => {
  const examined = new Set(readPhrases(EXAM).map(({ text }) => foldText(text)));
  const taught = [...readLessons().values()].flat();
  expect(taught.length).toBeGreaterThan(3_000);
  expect(taught.filter(({ text }) => examined.has(foldText(text)))).toEqual([]);
});
