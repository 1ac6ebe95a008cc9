/** Kinds of personal data that show by their form alone, or that the person typed on this page. */
export const PERSONAL_KINDS = [
  'e-mail',
  'telephone',
  'foreigner-number',
  'social-security',
  'iban',
  'passport',
  'stamp',
  'birth-date',
  'name',
  'number',
  'typed',
] as const;
export type PersonalKind = (typeof PERSONAL_KINDS)[number];

export interface PersonalSpan {
  readonly start: number;
  readonly end: number;
  readonly kind: PersonalKind;
}

/** White space inside a number; never a line break, which separates the cells of a table. */
const GAP = '[ .\\u00a0\\u202f-]?';
/**
 * Ranges of letters, and not `\p{L}`: a browser prepares a pattern when it first meets it, again when it has long not
 * been used, and the letters of the whole world cost it some ten milliseconds. A range too wide masks too much, no less.
 */
const BEFORE = '(?<![^\\W_])';
const AFTER = '(?![^\\W_])';
const CAPITAL = '[A-ZÀ-Þ\\u0100-\\u058f\\u1e00-\\u1fff]';
const CAPITALISED = `${CAPITAL}[\\wÀ-\\u1fff'’-]+`;
const SPACE = '[ \\u00a0\\u202f]';
const DATE = '\\d{1,4}[/. -](?:\\d{1,2}|[^\\s\\d]{3,9})[/. -]\\d{1,4}';

const bounded = (source: string): RegExp => new RegExp(`${BEFORE}(?:${source})${AFTER}`, 'g');

/**
 * In order: the first kind that claims a stretch keeps it. Every repetition is bounded, so that a text of a megabyte
 * is read in a time proportional to its length. Group 1, where there is one, is what is personal.
 */
const PATTERNS: readonly (readonly [PersonalKind, RegExp])[] = [
  ['e-mail', /(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}/g],
  ['iban', bounded(`[A-Z]{2}\\d{2}(?:${GAP}[0-9A-Z]{4}){3,7}(?:${GAP}[0-9A-Z]{1,4})?`)],
  [
    'social-security',
    bounded(
      `[12]${GAP}\\d{2}${GAP}(?:0[1-9]|1[0-2]|[2-9]\\d)${GAP}\\d[0-9AB]${GAP}\\d{3}${GAP}\\d{3}(?:${GAP}\\d{2})?`,
    ),
  ],
  ['stamp', bounded(`\\d{4}(?:${GAP}\\d{4}){3}`)],
  ['telephone', bounded(`(?:(?:\\+|00)33${GAP}(?:\\(0\\)${GAP})?[1-79]|0[1-79])(?:${GAP}\\d{2}){4}`)],
  ['telephone', new RegExp(`\\+\\d{1,3}(?:${GAP}\\d{2,4}){3,5}(?!\\d)`, 'g')],
  ['foreigner-number', bounded(`\\d{10}|\\d{4}${GAP}\\d{3}${GAP}\\d{3}`)],
  [
    'passport',
    bounded(
      `(?<![Ee]rr(?:eu|o)r )(?:\\d{2}${CAPITAL}{2}\\d{5}|${CAPITAL}{1,3}\\d{6,9}|(?=[A-Z]*\\d)(?=\\d*[A-Z])[0-9A-Z]{9,12})`,
    ),
  ],
  [
    'birth-date',
    new RegExp(`(?:née?(?:\\(e\\))? le|date de naissance|born on|date of birth)[\\s:]{1,6}(${DATE})`, 'dgi'),
  ],
  [
    'name',
    new RegExp(
      `${BEFORE}(?:M\\.|Mme|Mlle|MME|Monsieur|Madame|Mademoiselle|Mr\\.?|Mrs\\.?|Ms\\.?|Bonjour|Bienvenue|Hello|Welcome),?${SPACE}((?:(?:M\\.|Mme|MME|Monsieur|Madame)${SPACE})?${CAPITALISED}(?:${SPACE}${CAPITALISED}){0,3})`,
      'dg',
    ),
  ],
  ['number', bounded('\\d{9,40}')],
];
/** Capitalised words that follow « Madame, » or « Bienvenue » without being anybody's name. */
const NOT_A_NAME =
  /^(?:Monsieur|Madame|Mademoiselle|Sur|Dans|Au|Aux|Chez|To|On|À|A|Le|La|Les|Préfète?|Ministre|Directeur|Directrice)$/;

const claimed = (spans: readonly PersonalSpan[], start: number, end: number): boolean =>
  spans.some((span) => start < span.end && end > span.start);

/** Every stretch of the text that looks personal by its form, in order, without overlap. */
export const findPersonal = (text: string): PersonalSpan[] => {
  const spans: PersonalSpan[] = [];
  for (const [kind, pattern] of PATTERNS) {
    if (kind !== 'name' && !/[\d@]/.test(text)) continue; // most titles and messages hold neither
    const taken = spans.length;
    const earlier = spans.slice(0, taken);
    let cursor = 0;
    for (const match of text.matchAll(pattern)) {
      const [start, end] = match.indices?.[1] ?? [match.index, match.index + match[0].length];
      if (kind === 'name' && NOT_A_NAME.test(text.slice(start, end))) continue;
      while ((earlier[cursor]?.end ?? Number.POSITIVE_INFINITY) <= start) cursor += 1;
      if (!claimed(earlier.slice(cursor, cursor + 2), start, end)) spans.push({ start, end, kind });
    }
    spans.sort((a, b) => a.start - b.start);
  }
  return spans;
};
