import { foldText } from '../fold.ts';

/** A day as a page writes it, in French or English, with its time where one stands beside it. */
export interface WrittenDate {
  /** `2026-11-21` */
  readonly day: string;
  /** `13:14` or `13:14:14`, of the page's own zone; null where none stands there. */
  readonly time: string | null;
  /** Where it begins in the folded text. */
  readonly start: number;
}

const MONTHS: readonly string[] = [
  'janvier|january|janv|jan',
  'fevrier|february|fevr|feb',
  'mars|march|mar',
  'avril|april|avr|apr',
  'mai|may',
  'juin|june|jun',
  'juillet|july|juil|jul',
  'aout|august|aug',
  'septembre|september|sept|sep',
  'octobre|october|oct',
  'novembre|november|nov',
  'decembre|december|dec',
];
const NAMED = MONTHS.join('|');
const DATE = new RegExp(
  '(?<![\\d/.-])(?:' +
    '(?<isoYear>\\d{4})-(?<isoMonth>\\d\\d)-(?<isoDay>\\d\\d)|' +
    '(?<a>\\d{1,2})[/.-](?<b>\\d{1,2})[/.-](?<year>\\d{4}|\\d\\d)|' +
    `(?<day>\\d{1,2})(?:er|st|nd|rd|th)? (?:of )?(?<month>${NAMED})\\.?,? (?<namedYear>\\d{4})|` +
    `(?<month2>${NAMED})\\.? (?<day2>\\d{1,2})(?:st|nd|rd|th)?,? (?<namedYear2>\\d{4})` +
    ')(?![\\d/-]|\\.\\d)',
  'g',
);
/** Right after the date: « à 13:14:14 », « à 13 h 14 min », “at 1:14 pm”, `T13:14`. */
const TIME =
  /^(?:t|,?\s*(?:-|a|at|@)?\s*)(\d{1,2})\s?(?::|h)\s?(\d\d)(?:\s?(?::|min|m)\s?(?:(\d\d)\s?s?)?)?(?:\s?([ap])\.?m\b)?/;

const monthOf = (name: string): number => MONTHS.findIndex((names) => names.split('|').includes(name)) + 1;

const two = (value: number): string => String(value).padStart(2, '0');

const dayText = (year: number, month: number, day: number): string | undefined => {
  const date = new Date(Date.UTC(year, month - 1, day));
  const real = date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return real && year >= 1900 ? `${year}-${two(month)}-${two(day)}` : undefined;
};

/** Day first, as at home; month first only where it can be nothing else. */
const numeric = (a: number, b: number, written: number): string | undefined => {
  const year = written < 100 ? 2000 + written : written;
  return dayText(year, b, a) ?? dayText(year, a, b);
};

const timeAfter = (rest: string): string | null => {
  const [, hour, minute, second, half] = TIME.exec(rest) ?? [];
  if (hour === undefined || minute === undefined) return null;
  const hours = half === undefined ? Number(hour) : (Number(hour) % 12) + (half === 'p' ? 12 : 0);
  if (hours > 23 || Number(minute) > 59 || Number(second ?? 0) > 59) return null;
  return `${two(hours)}:${minute}${second === undefined ? '' : `:${second}`}`;
};

/** Every date of the text, in order. */
export const writtenDates = (text: string): WrittenDate[] => {
  const folded = foldText(text);
  const dates: WrittenDate[] = [];
  for (const match of folded.matchAll(DATE)) {
    const { isoYear, isoMonth, isoDay, a, b, year, day, month, namedYear, day2, month2, namedYear2 } =
      match.groups ?? {};
    const found =
      isoYear !== undefined
        ? dayText(Number(isoYear), Number(isoMonth), Number(isoDay))
        : a !== undefined
          ? numeric(Number(a), Number(b), Number(year))
          : dayText(Number(namedYear ?? namedYear2), monthOf(month ?? month2 ?? ''), Number(day ?? day2));
    if (found === undefined) continue;
    const time = timeAfter(folded.slice(match.index + match[0].length));
    dates.push({ day: found, time, start: match.index });
  }
  return dates;
};
