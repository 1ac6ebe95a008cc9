import { describe, expect, it } from 'vitest';
import { errorName } from '../../../lib/page/watchers/page-errors.ts';

describe('what is kept of an error of the page', () => {
  it.each([
    ['TypeError: can\'t access property "adresse", x is undefined', 'TypeError'],
    ["Uncaught TypeError: Cannot read properties of undefined (reading 'nom')", 'TypeError'],
    ['ReferenceError: zebulon is not defined', 'ReferenceError'],
    ['InternalError: too much recursion', 'InternalError'],
    ['Error: Dossier A. K.', 'Error'],
    ['uncaught exception: ZEBULON-FICTIF', 'Error'],
    ['ZebulonFictif: refusé', 'Error'],
    ['Script error.', 'Error'],
    [`${' '.repeat(50_000)}TypeError: loin`, 'Error'],
    [undefined, 'Error'],
    [{ toString: (): string => 'TypeError: piège' }, 'Error'],
  ])('%j', (message, name) => {
    expect(errorName(message)).toBe(name);
  });
});
