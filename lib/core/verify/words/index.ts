import { inert } from '../../privacy/inert.ts';
import type { Problem, Values } from '../check.ts';
import { english } from './english.ts';
import { french } from './french.ts';
import type { VerifierWords } from './words.ts';

/** French where a language has no words of its own here: it is what a judge reads. */
export const verifierWords = (language: string): VerifierWords => (language === 'en' ? english : french);

/** Longer values are cut: a name may have 65,535 letters. */
const MOST_LETTERS = 160;

/** A value of the bundle as text on one line: nothing in it steers a terminal, turns our words around or drowns them. */
export function shown(value: string | number): string {
  if (typeof value === 'number') return String(value);
  const line = inert(value.slice(0, 4 * MOST_LETTERS)).replace(/\s+/g, ' ');
  return line.length > MOST_LETTERS ? `${line.slice(0, MOST_LETTERS)}…` : line;
}

/** The sentence with its values in place. */
export const fill = (sentence: string, values: Values = {}): string =>
  sentence.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = Object.hasOwn(values, name) ? values[name] : undefined;
    return value === undefined ? whole : shown(value);
  });

/** A problem in words, e.g. « La ligne 3 du journal est illisible. » */
export const problemText = ({ id, values }: Problem, language = 'fr'): string =>
  fill(verifierWords(language).problems[id], values);
