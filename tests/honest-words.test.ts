import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const ROOT = resolve(import.meta.dirname, '..');
/** Pieces of other people's words, learnt: nobody reads them. */
const WEIGHTS = 'core/detect/weighed/weights.ts';
const FILES = ['lib', 'components', 'public/_locales', 'README.md'].flatMap((place) =>
  place.endsWith('.md')
    ? [place]
    : readdirSync(join(ROOT, place), { recursive: true, encoding: 'utf8' })
        .filter((name) => /\.(tsx?|json)$/.test(name) && name !== WEIGHTS)
        .map((name) => join(place, name)),
);

/** Integrity, never authenticity: words that would promise what nobody can keep. */
describe('what a person or a judge reads', () => {
  const lines = FILES.flatMap((file) =>
    readFileSync(join(ROOT, file), 'utf8')
      .split('\n')
      .map((line, index) => ({ where: `${file}:${index + 1}`, line })),
  );
  const saying = (words: RegExp, except: RegExp) =>
    lines
      .filter(({ line }) => words.test(line) && !except.test(line))
      .map(({ where, line }) => `${where} ${line.trim()}`);

  it('never calls itself a « constat », but to say that it is none', () => {
    expect(saying(/constat/i, /commissaire|pas un constat|bailiff/i)).toEqual([]);
  });

  it('never claims to certify or to be beyond question', () => {
    expect(
      saying(
        /certifi|irréfutable|inviolable|infalsifiable|tamper-proof|court-proof/i,
        /certificat|certificate/i,
      ),
    ).toEqual([]);
  });
});
