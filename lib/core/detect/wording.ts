import { foldText } from './fold.ts';

/** Longest stretch, in folded characters, that a gap of each kind may cover. */
const GAP_REACH: Readonly<Record<string, number>> = { '…': 120, '{date}': 40, '[…]': 600 };
const GAPS = /(\[…\]|\{date\}|…)/;
/** Below this length, words run together without spaces would match by accident. */
const SQUEEZABLE = 18;
const WORD = /[\p{L}\p{N}]/u;

interface Piece {
  readonly text: string;
  /** How far after the end of the previous piece this one may begin. */
  readonly reach: number;
}

/** A wording ready to be looked for: its fixed pieces in order, with spaces and without (null when too short). */
export interface CompiledWording {
  readonly spaced: readonly Piece[];
  readonly squeezed: readonly Piece[] | null;
}

/** A text ready to be searched, folded once for many wordings. */
export interface SearchText {
  readonly folded: string;
  readonly squeezed: string;
}

/** Positions in the folded text. */
export interface WordingSpan {
  readonly start: number;
  readonly end: number;
}

const squeeze = (text: string): string => text.replaceAll(' ', '');

export const searchText = (text: string): SearchText => {
  const folded = foldText(text);
  return { folded, squeezed: squeeze(folded) };
};

/**
 * Prepares a wording. `…` stands for a few words, `{date}` for a date, `[…]` for one or more sentences; a gap at either
 * end is ignored, and so is a final full stop.
 */
export const compileWording = (wording: string): CompiledWording => {
  const spaced: Piece[] = [];
  let reach = 0;
  for (const part of wording.split(GAPS)) {
    const gap = GAP_REACH[part];
    if (gap !== undefined) {
      reach = gap;
      continue;
    }
    const text = foldText(part)
      .replace(/^[.,;:]+|\.+$/g, '')
      .trim();
    if (text === '') continue;
    spaced.push({ text, reach });
    reach = 0;
  }
  const squeezed = spaced.map(({ text, reach }) => ({ text: squeeze(text), reach }));
  const length = squeezed.reduce((sum, { text }) => sum + text.length, 0);
  return { spaced, squeezed: length < SQUEEZABLE ? null : squeezed };
};

const cutsWord = (text: string, at: number): boolean =>
  WORD.test(text[at - 1] ?? '') && WORD.test(text[at] ?? '');

/** First place at or after `from` where `piece` stands, not cutting a word when `whole`; -1 when there is none. */
const placeOf = (piece: string, text: string, from: number, whole: boolean): number => {
  let at = text.indexOf(piece, from);
  while (at >= 0 && whole && (cutsWord(text, at) || cutsWord(text, at + piece.length))) {
    at = text.indexOf(piece, at + 1);
  }
  return at;
};

const findPieces = (pieces: readonly Piece[], text: string, whole: boolean): WordingSpan | undefined => {
  const [first, ...others] = pieces;
  if (first === undefined) return undefined;
  let start = placeOf(first.text, text, 0, whole);
  while (start >= 0) {
    let end = start + first.text.length;
    const complete = others.every(({ text: next, reach }) => {
      const at = placeOf(next, text, end, whole);
      if (at < 0 || at - end > reach + 2) return false;
      end = at + next.length;
      return true;
    });
    if (complete) return { start, end };
    start = placeOf(first.text, text, start + 1, whole);
  }
  return undefined;
};

/**
 * Looks for a wording. Whole words only; words that elements glue together are found as well when the wording is long
 * enough (the span is then approximate).
 */
export const findWording = (wording: CompiledWording, text: SearchText): WordingSpan | undefined => {
  const span = findPieces(wording.spaced, text.folded, true);
  if (span !== undefined || wording.squeezed === null) return span;
  const tight = findPieces(wording.squeezed, text.squeezed, false);
  return tight && { start: tight.start, end: Math.min(text.folded.length, tight.end) };
};
