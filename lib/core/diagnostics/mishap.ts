/**
 * What went wrong inside the extension, in words of a closed list: nothing that anybody typed, read or saw can be in it,
 * so that it can be sent to whoever repairs the extension.
 */
export const MISHAP_CODES = [
  // Troubles of the device, as the person is told of them.
  'disk-full',
  'database-blocked',
  'database-newer',
  'database-broken',
  // Names of errors that JavaScript and the browser raise.
  'Error',
  'TypeError',
  'RangeError',
  'ReferenceError',
  'SyntaxError',
  'AggregateError',
  'AbortError',
  'ConstraintError',
  'DataError',
  'DataCloneError',
  'InvalidStateError',
  'NotAllowedError',
  'NotFoundError',
  'NotReadableError',
  'NotSupportedError',
  'OperationError',
  'QuotaExceededError',
  'ReadOnlyError',
  'SecurityError',
  'TimeoutError',
  'TransactionInactiveError',
  'UnknownError',
  'VersionError',
  'other',
] as const;
export type MishapCode = (typeof MISHAP_CODES)[number];

/** The scripts that we ship, by the name that a stack trace gives them; the build may add a hash. */
export const MISHAP_SCRIPTS = ['background', 'export-worker', 'popup', 'export', 'diagnostics'] as const;
export type MishapScript = (typeof MISHAP_SCRIPTS)[number];

export interface MishapPlace {
  readonly script: MishapScript;
  readonly line: number;
  readonly column: number;
}

export interface Mishap {
  /** Milliseconds since 1970, to the minute. */
  readonly at: number;
  readonly code: MishapCode;
  /** Where in our own script, when the trace says so. */
  readonly place: MishapPlace | null;
  /** How many times in a row. */
  readonly count: number;
}

/** Mishaps kept: the newest. */
export const KEPT_MISHAPS = 50;
const MINUTE = 60_000;
/** A built script has one long line or a hundred thousand short ones: no larger number is a place (digits). */
const FRAME = new RegExp(`\\b(${MISHAP_SCRIPTS.join('|')})(?:-[\\w-]{8})?\\.js:(\\d{1,6}):(\\d{1,6})\\b`);

const isCode = (name: string): name is MishapCode => (MISHAP_CODES as readonly string[]).includes(name);

/** What is raised may be anything at all: a getter of a page, a proxy, no error. */
function read(error: unknown, key: 'name' | 'message' | 'stack' | 'trouble'): string {
  try {
    const value: unknown = (error as Record<string, unknown> | null)?.[key];
    return typeof value === 'string' ? value : '';
  } catch {
    return '';
  }
}

function codeOf(error: unknown): MishapCode {
  const told = [read(error, 'trouble'), read(error, 'name')].find(isCode);
  return told ?? 'other';
}

/** Before its frames a trace may repeat the name and the message, which may hold anything (characters). */
const LONGEST_NAME = 60;

function framesOf(error: unknown): string {
  const stack = read(error, 'stack');
  const message = read(error, 'message');
  const at = message === '' ? -1 : stack.indexOf(message);
  return at >= 0 && at <= LONGEST_NAME ? stack.slice(at + message.length) : stack;
}

function placeOf(error: unknown): MishapPlace | null {
  const [, script, line, column] = FRAME.exec(framesOf(error)) ?? [];
  const known = MISHAP_SCRIPTS.find((name) => name === script);
  return known === undefined ? null : { script: known, line: Number(line), column: Number(column) };
}

/** The newest mishaps, with one more. The same again only counts. */
export function withMishap(mishaps: readonly Mishap[], error: unknown, at: number): readonly Mishap[] {
  const mishap: Mishap = {
    at: Math.floor(at / MINUTE) * MINUTE,
    code: codeOf(error),
    place: placeOf(error),
    count: 1,
  };
  const last = mishaps.at(-1);
  const again = last !== undefined && last.code === mishap.code && isSamePlace(last.place, mishap.place);
  const before = again ? mishaps.slice(0, -1) : mishaps;
  return [...before, { ...mishap, count: again ? last.count + 1 : 1 }].slice(-KEPT_MISHAPS);
}

const isSamePlace = (a: MishapPlace | null, b: MishapPlace | null): boolean =>
  a?.script === b?.script && a?.line === b?.line && a?.column === b?.column;
