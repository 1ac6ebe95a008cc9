const MARKS = /\p{M}+/gu;
/** With the mark of « nº », which is no word “no”. */
const INVISIBLE = /[\u00ad\u00ba\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]/g;
const APOSTROPHES = /[\u2018\u2019\u201a\u201b\u02bc\u02b9\u2032\u00b4\u0060\uff07]/g;
const QUOTES = /[\u00ab\u00bb\u201c\u201d\u201e\u201f\u2033]/g;
const DASHES = /[\u2010-\u2015\u2212\ufe58\ufe63\uff0d]/g;
const SPACE_BEFORE = / +(?=[:;!?.,)])/g;
const SPACE_IN_QUOTES = / *" */g;

/** White space of every kind reduced to single plain spaces, ends trimmed. Letters are left as they are. */
export const collapseSpace = (text: string): string => text.replace(/\s+/g, ' ').trim();

/**
 * One spelling for what a reader takes for the same words: lower case, no accents or ligatures, plain apostrophes,
 * dashes and quotation marks, `…` as three dots, no space where French and English typography differ.
 */
export const foldText = (text: string): string =>
  collapseSpace(
    text
      .replace(INVISIBLE, '')
      .normalize('NFKD')
      .replace(MARKS, '')
      .toLowerCase()
      .replace(/œ/g, 'oe')
      .replace(/æ/g, 'ae')
      .replace(APOSTROPHES, "'")
      .replace(QUOTES, '"')
      .replace(DASHES, '-'),
  )
    .replace(SPACE_BEFORE, '')
    .replace(SPACE_IN_QUOTES, '"');
