/**
 * Cuts one paragraph into lines no wider than `width`. A word that is wider than a whole line (an address, a hash) is
 * cut after a separator where there is one, otherwise anywhere. No-break spaces hold.
 */
export function breakLines(
  paragraph: string,
  width: number,
  measure: (text: string) => number,
): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of paragraph.split(/ +/)) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (measure(longer) <= width) {
      line = longer;
      continue;
    }
    if (line !== '') lines.push(line);
    const parts = cutWord(word, width, measure);
    lines.push(...parts.slice(0, -1));
    line = parts.at(-1) ?? '';
  }
  lines.push(line);
  return lines;
}

const SEPARATOR = /[/?&=#.,;:_-]/;
/** A cut at a separator is worth leaving this share of the line empty, and no more. */
const MOST_LEFT_EMPTY = 0.35;

function cutWord(word: string, width: number, measure: (text: string) => number): readonly string[] {
  const parts: string[] = [];
  let rest = [...word];
  for (;;) {
    const fitting = longestFitting(rest, width, measure);
    if (fitting >= rest.length) break;
    let cut = fitting;
    while (cut > 0 && !SEPARATOR.test(rest[cut - 1] ?? '')) cut--;
    if (cut < fitting * (1 - MOST_LEFT_EMPTY)) cut = fitting;
    parts.push(rest.slice(0, cut).join(''));
    rest = rest.slice(cut);
  }
  return [...parts, rest.join('')];
}

/** Characters that fit, at least one so that cutting ends. Looks no further than it must: words can be very long. */
function longestFitting(chars: readonly string[], width: number, measure: (text: string) => number): number {
  const fits = (count: number): boolean => measure(chars.slice(0, count).join('')) <= width;
  let low = 1;
  let high = 64;
  while (high < chars.length && fits(high)) {
    low = high;
    high *= 2;
  }
  if (high >= chars.length) high = chars.length;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (fits(middle)) low = middle;
    else high = middle - 1;
  }
  return low;
}
