const BROWSERS = ['chromium', 'firefox'];

/** Every line that a run can print, in the order it prints them. */
export const LINES = [
  'always-on-script',
  'package-size',
  'error-to-incident',
  'busy-cost',
  'busy-added',
  'busy-task',
  'busy-memory',
  'busy-500',
  'busy-5000',
  'busy-50000',
  'busy-latency-p50',
  'busy-latency-p95',
  'busy-input',
  'busy-growth-page',
  'busy-growth-background',
  'capture-overhead',
  'capture-overhead-net',
  'capture-cold-worker',
  'capture-cold-worker-net',
  'popup-10',
  'popup-1000',
  'popup-10000',
  'export-300-without-pdf',
  'export-300-with-pdf',
  'memory-export-300-without-pdf',
  'memory-export-300',
  'export-seals',
  'verify-1gb',
  'memory-verify-1gb',
  'verify-1gb-page',
  'memory-verify-1gb-page',
];

/**
 * `{ browsers, only, runs }` of a command line; `runs` is undefined unless told: each line then has its own count.
 * Throws a sentence on anything unknown.
 */
export function parseOptions(args) {
  const given = new Map();
  for (let at = 0; at < args.length; at += 2) {
    const [flag, value] = [args[at], args[at + 1]];
    if (!['--browser', '--only', '--runs'].includes(flag)) throw new Error(`Unknown: ${flag}`);
    if (value === undefined) throw new Error(`${flag} wants a value`);
    given.set(flag, value);
  }
  const list = (flag, known, fallback) => {
    const names = given.get(flag)?.split(',') ?? fallback;
    const unknown = names.filter((name) => !known.includes(name));
    if (unknown.length > 0) throw new Error(`No ${unknown.join(', ')}. There are: ${known.join(', ')}`);
    return names;
  };
  const runs = given.has('--runs') ? Number(given.get('--runs')) : undefined;
  if (runs !== undefined && !(Number.isInteger(runs) && runs > 0))
    throw new Error('--runs wants a whole number above 0');
  return { browsers: list('--browser', BROWSERS, ['chromium']), only: list('--only', LINES, LINES), runs };
}
