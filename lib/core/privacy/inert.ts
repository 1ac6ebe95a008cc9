/**
 * Control characters (tab and line ends excepted), marks, embeddings, overrides and isolates of direction, and the
 * invisible letters of tags. A page's words stand among ours: none of theirs may turn ours around or hide in them.
 */
const UNRULY = /(?![\t\n\r])[\p{Cc}\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\u{e0000}-\u{e007f}]/gu;

/** The text without what acts instead of being read; half a letter, left by a cut, becomes « � ». */
export const inert = (text: string): string => text.replace(UNRULY, '').toWellFormed();
