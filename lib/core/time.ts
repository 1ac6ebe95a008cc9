/** Times as the bundle writes them (UTC) and as a French reader expects them (Europe/Paris, with the offset). */
const PARIS = 'Europe/Paris';
const HOUR = 3_600_000;

export interface ParisTime {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  /** Minutes east of UTC: 60 in winter, 120 in summer. */
  readonly offsetMinutes: number;
}

const parisParts = new Intl.DateTimeFormat('en-GB', {
  timeZone: PARIS,
  hourCycle: 'h23',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
});

const MONTHS = [
  'janvier',
  'février',
  'mars',
  'avril',
  'mai',
  'juin',
  'juillet',
  'août',
  'septembre',
  'octobre',
  'novembre',
  'décembre',
] as const;

const two = (value: number): string => String(value).padStart(2, '0');

/** ISO 8601 UTC with milliseconds, e.g. `2026-11-21T09:04:07.000Z`. */
export const isoTime = (at: number): string => new Date(at).toISOString();

/** Wall clock of Paris at `at` (ms since 1970), whatever the zone of the device. */
export function parisTime(at: number): ParisTime {
  const parts: Record<string, number> = {};
  for (const { type, value } of parisParts.formatToParts(at)) parts[type] = Number(value);
  const { year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0 } = parts;
  const wall = Date.UTC(year, month - 1, day, hour, minute, second);
  const offsetMinutes = Math.round((wall - Math.floor(at / 1000) * 1000) / 60_000);
  return { year, month, day, hour, minute, second, offsetMinutes };
}

/** `UTC+01:00` */
export function utcOffset(offsetMinutes: number): string {
  const size = Math.abs(offsetMinutes);
  return `UTC${offsetMinutes < 0 ? '-' : '+'}${two(Math.floor(size / 60))}:${two(size % 60)}`;
}

const dayOfMonth = (day: number): string => (day === 1 ? '1er' : String(day));

/** `21 novembre 2026` */
export function parisDate(at: number): string {
  const { year, month, day } = parisTime(at);
  return `${dayOfMonth(day)} ${MONTHS[month - 1]} ${year}`;
}

/** `21 novembre 2026 à 10 h 04 min 07 s (UTC+01:00)` */
export function parisDateTime(at: number): string {
  const { hour, minute, second, offsetMinutes } = parisTime(at);
  const clock = `${two(hour)} h ${two(minute)} min ${two(second)} s`;
  return `${parisDate(at)} à ${clock} (${utcOffset(offsetMinutes)})`;
}

/** `21/11/2026 10:04:07`, for narrow columns; the heading says that the zone is Paris. */
export function parisShort(at: number): string {
  const { year, month, day, hour, minute, second } = parisTime(at);
  return `${two(day)}/${two(month)}/${year} ${two(hour)}:${two(minute)}:${two(second)}`;
}

/** ISO 8601 with the offset of Paris, e.g. `2026-11-21T10:04:07+01:00`. */
export function parisIso(at: number): string {
  const { hour, minute, second, offsetMinutes } = parisTime(at);
  const clock = `${two(hour)}:${two(minute)}:${two(second)}`;
  return `${parisDay(at)}T${clock}${utcOffset(offsetMinutes).slice(3)}`;
}

/** Calendar day in Paris, `2026-11-21`: equal for two moments of one day. */
export function parisDay(at: number): string {
  const { year, month, day } = parisTime(at);
  return `${year}-${two(month)}-${two(day)}`;
}

/** Calendar hour in Paris. The offset keeps apart the two hours called 02:00 on an October night. */
export function parisHour(at: number): string {
  const { hour, offsetMinutes } = parisTime(at);
  return `${parisDay(at)}T${two(hour)}${utcOffset(offsetMinutes).slice(3)}`;
}

/** Whole periods of 24 hours between two moments: never more than what really went by. */
export const wholeDays = (from: number, to: number): number => Math.floor((to - from) / (24 * HOUR));
