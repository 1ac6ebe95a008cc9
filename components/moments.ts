import type { Values, WordKey } from './word-keys.ts';

type Translate = (key: WordKey, values?: Values) => string;

const DAY_MS = 86_400_000;

export interface Moments {
  /** « 21 novembre 2026 », from `2026-11-21`: a day of the calendar, the same in every zone. */
  calendarDay(day: string): string;
  /** « aujourd’hui », « hier », « le 3 novembre 2026 ». */
  day(at: number, now: number): string;
  /** « aujourd’hui à 10 h 04 ». */
  when(at: number, now: number): string;
  /** « aujourd’hui, de 9 h 51 à 10 h 19 »; `first` ≤ `last`. */
  span(first: number, last: number, now: number): string;
}

/**
 * Says moments (milliseconds since 1970) as people do. Days are those of `zone` (IANA; the device's own when absent),
 * never of UTC. `formats`: BCP 47, for the names of months.
 */
export const createMoments = (translate: Translate, formats: string, zone?: string): Moments => {
  const place = zone === undefined ? {} : { timeZone: zone };
  const date = new Intl.DateTimeFormat(formats, { dateStyle: 'long', ...place });
  // Latin digits and a fixed order: these parts are computed with, or put in a sentence of the locale file.
  const parts = new Intl.DateTimeFormat('en-GB', {
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    ...place,
  });
  const read = (at: number) => {
    const found = Object.fromEntries(parts.formatToParts(at).map(({ type, value }) => [type, value]));
    const { year, month, day, hour, minute = '' } = found;
    return {
      dayNumber: Date.UTC(Number(year), Number(month) - 1, Number(day)) / DAY_MS,
      time: translate('time_of_day', { hour: String(Number(hour)), minute }),
    };
  };
  const day = (at: number, now: number): string => {
    const daysAgo = read(now).dayNumber - read(at).dayNumber;
    if (daysAgo === 0) return translate('day_today');
    if (daysAgo === 1) return translate('day_yesterday');
    return translate('day_date', { date: date.format(at) });
  };
  const when = (at: number, now: number): string =>
    translate('moment', { day: day(at, now), time: read(at).time });
  const span = (first: number, last: number, now: number): string => {
    const [from, to] = [read(first), read(last)];
    if (from.dayNumber !== to.dayNumber) {
      return translate('span', { from: when(first, now), to: when(last, now) });
    }
    if (from.time === to.time) return when(last, now);
    return translate('span_in_day', { day: day(last, now), from: from.time, to: to.time });
  };
  const calendar = new Intl.DateTimeFormat(formats, { dateStyle: 'long', timeZone: 'UTC' });
  const calendarDay = (isoDay: string): string => {
    const at = Date.parse(`${isoDay}T12:00:00Z`);
    return Number.isNaN(at) ? isoDay : calendar.format(at);
  };
  return { calendarDay, day, when, span };
};
