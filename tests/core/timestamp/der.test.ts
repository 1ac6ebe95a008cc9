import { describe, expect, it } from 'vitest';
import { readElement, readElements, TAG } from '../../../lib/core/timestamp/der.ts';
import {
  booleanOf,
  bytesOfHex,
  hexOf,
  oidOf,
  smallNumberOf,
  timeOf,
  unsignedHexOf,
} from '../../../lib/core/timestamp/der-values.ts';

const bytes = (hex: string) => bytesOfHex(hex.replaceAll(' ', ''));
const only = (hex: string) => readElements(bytes(hex))?.[0];
const time = (tag: number, text: string) =>
  readElements(Uint8Array.from([tag, text.length, ...new TextEncoder().encode(text)]))?.[0];

describe('an element', () => {
  it.each([
    ['04 02 a1 b2', TAG.octetString, 'a1b2'],
    ['30 00', TAG.sequence, ''],
    [`04 81 80 ${'00'.repeat(128)}`, TAG.octetString, '00'.repeat(128)],
  ])('%s', (hex, tag, content) => {
    const element = readElement(bytes(hex), tag);
    expect(element && hexOf(element.content)).toBe(content);
    expect(element && hexOf(element.whole)).toBe(hex.replaceAll(' ', ''));
  });

  it.each([
    ['nothing', ''],
    ['a tag alone', '30'],
    ['an end before its length', '04 02 a1'],
    ['bytes after it', '04 01 a1 00'],
    ['no length yet (BER)', '30 80 00 00'],
    ['a length longer than it need be', '04 81 01 a1'],
    ['a length that begins with zero', `04 82 00 80 ${'00'.repeat(128)}`],
    ['a length beyond anything', '04 84 7f ff ff ff'],
    ['a tag in several bytes', '1f 01 00'],
    ['another tag', '02 01 00'],
  ])('none: %s', (_, hex) => {
    expect(readElement(bytes(hex), TAG.octetString)).toBeUndefined();
    expect(readElement(bytes(hex), TAG.sequence)).toBeUndefined();
  });

  it('too many in a list are none', () => {
    expect(readElements(new Uint8Array(2 * 1_000))).toHaveLength(1_000);
    expect(readElements(new Uint8Array(2 * 1_001))).toBeUndefined();
  });
});

describe('values', () => {
  it.each([
    ['06 03 55 04 03', '2.5.4.3'],
    ['06 09 2a 86 48 86 f7 0d 01 07 02', '1.2.840.113549.1.7.2'],
    ['06 06 04 00 81 97 5e 01', '0.4.0.19422.1'],
    ['06 00', undefined],
    ['06 02 55 84', undefined],
    ['06 03 55 80 03', undefined],
    ['04 03 55 04 03', undefined],
  ])('object identifier %s: %s', (hex, oid) => expect(oidOf(only(hex))).toBe(oid));

  it.each([
    ['02 01 00', '0'],
    ['02 02 00 ff', 'ff'],
    ['02 01 7f', '7f'],
    ['02 01 80', undefined],
    ['02 02 00 7f', undefined],
    ['02 00', undefined],
  ])('number %s: %s', (hex, number) => expect(unsignedHexOf(only(hex))).toBe(number));

  it('numbers and booleans', () => {
    expect(smallNumberOf(only('02 02 01 00'))).toBe(256);
    expect(smallNumberOf(only(`02 09 ${'7f'.repeat(9)}`))).toBeUndefined();
    expect([only('01 01 ff'), only('01 01 00'), only('01 01 01')].map(booleanOf)).toEqual([
      true,
      false,
      undefined,
    ]);
  });

  it.each([
    [TAG.generalizedTime, '20261121100407Z', '2026-11-21T10:04:07.000Z'],
    [TAG.generalizedTime, '20261121100407.25Z', '2026-11-21T10:04:07.250Z'],
    [TAG.utcTime, '261121100407Z', '2026-11-21T10:04:07.000Z'],
    [TAG.utcTime, '991231235959Z', '1999-12-31T23:59:59.000Z'],
    [TAG.generalizedTime, '20260230100407Z', undefined],
    [TAG.generalizedTime, '00500101000000Z', undefined],
    [TAG.generalizedTime, '20261121100407+0100', undefined],
    [TAG.generalizedTime, '20261121100407.250Z', undefined],
    [TAG.generalizedTime, '202611211004Z', undefined],
    [TAG.generalizedTime, '20261121246060Z', undefined],
    [TAG.octetString, '20261121100407Z', undefined],
  ])('time %i %s: %s', (tag, text, iso) => {
    const at = timeOf(time(tag, text));
    expect(at === undefined ? undefined : new Date(at).toISOString()).toBe(iso);
  });
});
