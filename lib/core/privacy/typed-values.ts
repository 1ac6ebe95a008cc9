import { datesAlike } from './dates.ts';
import type { PersonalSpan } from './patterns.ts';
import { joinTokens, type Token, tokensOf } from './tokens.ts';

/** Keyed hash of a normalised text. The key never leaves the page's memory; the result is compared, never shown. */
export type ValueHash = (text: string) => number;

/** What was typed on this page, as keyed hashes only: it can recognise a value, it cannot tell one. */
export interface TypedValues {
  /** Remembers a value. With `field`, it replaces what that field held until `settle`. */
  add(value: string, field?: object): void;
  /** What the field holds now is kept for good. */
  settle(field: object): void;
  /** Where the text repeats something typed: other spacing, case, accents, date order and phone prefix included. */
  find(text: string): PersonalSpan[];
  readonly size: number;
}

/** Shorter values are only recognised when they are the whole of a text: they would blur every page. */
const SHORTEST = 3;
const SHORTEST_WHOLE = 2;
/** A longer value is recognised by any stretch of this many words. */
const STRETCH = 5;
const LONGEST_WINDOW = 12;
/** Above this many words a value is prose, and a part of it can come back alone. */
const PROSE = 8;
const LONGEST_JOINED = 160;
const VALUE_LIMIT = 4000;
const DRAFT_LIMIT = 100;
const HASH_LIMIT = 20_000;
/** Answers and civilities: personal to nobody. */
const COMMON = new Set(
  'oui non yes no true false on off m mr mme mlle mrs ms monsieur madame homme femme male female france autre other'.split(
    ' ',
  ),
);

const normalForms = (value: string): readonly string[] => {
  const tokens = tokensOf(value);
  const joined = joinTokens(tokens);
  const forms = [joined, ...datesAlike(value)];
  const phone = /^(?:0|0?033|33)([1-9]\d{8})$/.exec(joined)?.[1];
  if (phone !== undefined) forms.push(`0${phone}`, `33${phone}`, `0033${phone}`, `330${phone}`);
  const [first, second, third] = tokens;
  if (first !== undefined && second !== undefined && third === undefined)
    forms.push(second.text + first.text);
  return forms;
};

const stretchesOf = (tokens: readonly Token[]): readonly string[] =>
  tokens.length <= PROSE
    ? []
    : tokens.slice(STRETCH - 1).map((_, index) => joinTokens(tokens.slice(index, index + STRETCH)));

export const createTypedValues = (hash: ValueHash): TypedValues => {
  const kept = new Set<number>();
  const drafts = new Map<object, ReadonlySet<number>>();
  /** Lengths of the normal forms ever added: most windows of a text are dropped without hashing. */
  const lengths = new Set<number>();

  const hashesOf = (value: string): ReadonlySet<number> => {
    const hashes = new Set<number>();
    const short = value.slice(0, VALUE_LIMIT);
    const isName = /\.\w{2,5}$/.test(short) && !short.includes('@');
    for (const text of isName ? [short, short.replace(/\.\w{2,5}$/, '')] : [short]) {
      for (const form of [...normalForms(text), ...stretchesOf(tokensOf(text))]) {
        if (form === '' || form.length > LONGEST_JOINED || COMMON.has(form)) continue;
        lengths.add(form.length);
        hashes.add(hash(form));
      }
    }
    return hashes;
  };

  const keep = (hashes: ReadonlySet<number>) => {
    for (const value of hashes) if (kept.size < HASH_LIMIT) kept.add(value);
  };

  const isKnown = (value: number): boolean => {
    if (kept.has(value)) return true;
    for (const hashes of drafts.values()) if (hashes.has(value)) return true;
    return false;
  };

  const settle = (field: object) => {
    keep(drafts.get(field) ?? new Set());
    drafts.delete(field);
  };

  return {
    add: (value, field) => {
      const hashes = hashesOf(value);
      if (field === undefined) keep(hashes);
      else drafts.set(field, hashes);
      const [oldest] = drafts.keys();
      if (drafts.size > DRAFT_LIMIT && oldest !== undefined) settle(oldest);
    },
    settle,
    find: (text) => {
      if (lengths.size === 0) return [];
      const longest = Math.max(...lengths);
      const tokens = tokensOf(text);
      const spans: PersonalSpan[] = [];
      for (let index = 0; index < tokens.length; index += 1) {
        let joined = '';
        let matchedTo = -1;
        for (let next = index; next < tokens.length && next - index < LONGEST_WINDOW; next += 1) {
          joined += tokens[next]?.text ?? '';
          if (joined.length > longest) break;
          const shortest = index === 0 && next === tokens.length - 1 ? SHORTEST_WHOLE : SHORTEST;
          if (joined.length >= shortest && lengths.has(joined.length) && isKnown(hash(joined))) {
            matchedTo = next;
          }
        }
        const first = tokens[index];
        const last = tokens[matchedTo];
        if (first === undefined || last === undefined) continue;
        spans.push({ start: first.start, end: last.end, kind: 'typed' });
      }
      return spans;
    },
    get size() {
      return kept.size + drafts.size;
    },
  };
};
