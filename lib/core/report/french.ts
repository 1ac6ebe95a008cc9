const NARROW = '\u202f';
const NO_BREAK = '\u00a0';

/**
 * French spacing for our own words: a narrow no-break space before ; : ! ? » and after «, no break between a number
 * and its unit. Only changes spaces that are there, so addresses are safe. Never for words quoted from a page.
 */
export const typeset = (text: string): string =>
  text
    .replace(/ (?=[;:!?»])/g, NARROW)
    .replace(/« /g, `«${NARROW}`)
    .replace(/(\d) (?=(?:h|min|s|ms|%)(?![\p{L}\d]))/gu, `$1${NO_BREAK}`)
    .replace(/n° /g, `n°${NO_BREAK}`);

/** « 1 jour », « 2 jours », « 0 jour ». */
export const count = (number: number, one: string, many = `${one}s`): string =>
  `${number}${NO_BREAK}${number < 2 ? one : many}`;
