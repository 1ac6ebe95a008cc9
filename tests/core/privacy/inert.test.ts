import { describe, expect, it } from 'vitest';
import { inert } from '../../../lib/core/privacy/inert.ts';

describe('words of a page among ours', () => {
  it.each([
    ['Votre demande\u202e a expiré', 'Votre demande a expiré'],
    ['\u2066a\u2069 \u2067b \u2068c\u202a\u202b\u202c\u202d', 'a b c'],
    ['\u200fنص\u200e \u061c!', 'نص !'],
    ['a\u0000b\u0007c\u001b[31md\u007f\u0085', 'abc[31md'],
    ['ligne\u2028suite\u2029', 'lignesuite'],
    ['x\u{e0041}\u{e007f}y', 'xy'],
    ['coupé \ud83d', 'coupé \ufffd'],
    ['a\tb\nc\r\n', 'a\tb\nc\r\n'],
    ['é « œ » 😀 👩‍👩‍👧 می‌خواهم', 'é « œ » 😀 👩‍👩‍👧 می‌خواهم'],
  ])('%j is shown as %j', (text, shown) => {
    expect(inert(text)).toBe(shown);
    expect(inert(shown)).toBe(shown);
  });
});
