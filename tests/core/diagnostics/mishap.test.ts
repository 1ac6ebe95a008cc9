import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { StoreError } from '../../../lib/app/witness-ports.ts';
import {
  KEPT_MISHAPS,
  MISHAP_CODES,
  MISHAP_SCRIPTS,
  type Mishap,
  withMishap,
} from '../../../lib/core/diagnostics/mishap.ts';

const AT = Date.parse('2026-11-21T09:04:07.123Z');
const noted = (error: unknown): Mishap | undefined => withMishap([], error, AT)[0];

/** An error whose trace is the one of a browser. */
function raised(name: string, message: string, stack: string): Error {
  const error = new Error(message);
  error.name = name;
  error.stack = stack;
  return error;
}

describe('what is kept of an error', () => {
  const table: [string, unknown, Partial<Mishap>][] = [
    ['a trouble of the device', new StoreError('disk-full', 'Dossier A. K.'), { code: 'disk-full' }],
    [
      'an error of the browser',
      new DOMException('quota', 'QuotaExceededError'),
      { code: 'QuotaExceededError' },
    ],
    ['a name that is none of ours', raised('Dossier A. K.', '', ''), { code: 'other', place: null }],
    ['no error at all', 'Dossier A. K.', { code: 'other', place: null }],
    ['nothing', undefined, { code: 'other' }],
    [
      'a trace of Chromium',
      raised('TypeError', 'x', 'TypeError: x\n    at chrome-extension://abc/background.js:12:345'),
      { code: 'TypeError', place: { script: 'background', line: 12, column: 345 } },
    ],
    [
      'a trace of Firefox, in a script with a hash',
      raised('TypeError', 'x is null', 'f@moz-extension://abc/chunks/export-Bq3_-x9Z.js:1:20\n'),
      { place: { script: 'export', line: 1, column: 20 } },
    ],
    [
      'a place told by the message is none',
      raised('Error', 'background.js:1:612', 'Error: background.js:1:612\n    at elsewhere'),
      { place: null },
    ],
    ['a script of the page', raised('Error', '', '    at https://exemple.fr/app.js:3:4'), { place: null }],
  ];
  it.each(table)('%s', (_name, error, kept) => {
    expect(noted(error)).toMatchObject({ at: Date.parse('2026-11-21T09:04:00Z'), count: 1, ...kept });
  });

  it('the same again only counts', () => {
    const error = new StoreError('disk-full', '');
    const twice = withMishap(withMishap([], error, AT), error, AT + 60_000);
    expect(twice).toMatchObject([{ code: 'disk-full', count: 2, at: Date.parse('2026-11-21T09:05:00Z') }]);
  });

  it('the newest are kept, and no more', () => {
    let mishaps: readonly Mishap[] = [];
    for (let turn = 0; turn < KEPT_MISHAPS * 2 + 2; turn++) {
      mishaps = withMishap(
        mishaps,
        turn % 2 === 0 ? new StoreError('disk-full', '') : 'other',
        AT + turn * 60_000,
      );
    }
    expect(mishaps).toHaveLength(KEPT_MISHAPS);
    expect(mishaps.at(-1)?.code).toBe('other');
  });
});

describe('nothing personal can enter', () => {
  /** Every word that a mishap may hold. */
  const allowed = new Set<string>([...MISHAP_CODES, ...MISHAP_SCRIPTS]);
  const wordsOf = (value: unknown): string[] => {
    if (typeof value === 'string') return [value];
    return typeof value === 'object' && value !== null ? Object.values(value).flatMap(wordsOf) : [];
  };

  it('whatever is raised, with whatever name, message and trace', () => {
    const anything = fc.oneof(
      fc.anything(),
      fc
        .tuple(fc.string(), fc.string(), fc.string())
        .map(([name, message, stack]) => raised(name, message, stack)),
      fc
        .tuple(fc.string(), fc.string())
        .map(([name, message]) =>
          raised(name, message, `${name}: ${message}\n at background.js:${message}:1`),
        ),
    );
    fc.assert(
      fc.property(fc.array(anything, { maxLength: 8 }), (errors) => {
        const mishaps = errors.reduce<readonly Mishap[]>((kept, error) => withMishap(kept, error, AT), []);
        expect(wordsOf(mishaps).filter((word) => !allowed.has(word))).toEqual([]);
        for (const { place } of mishaps) expect(place?.line ?? 0).toBeLessThan(1_000_000);
      }),
    );
  });

  it('a proxy that throws at every look is an error like another', () => {
    const trap = new Proxy(
      {},
      {
        get() {
          throw new Error('Dossier A. K.');
        },
      },
    );
    expect(noted(trap)).toMatchObject({ code: 'other', place: null });
  });
});
