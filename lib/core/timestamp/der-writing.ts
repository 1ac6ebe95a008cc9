import { type Bytes, TAG } from './der.ts';

/** What a request is made of, in DER. Contents below 128 bytes: the length is one byte. */
export const element = (tag: number, content: Iterable<number>): Bytes => {
  const bytes = [...content];
  if (bytes.length > 0x7f) throw new RangeError('longer than a request ever is');
  return Uint8Array.from([tag, bytes.length, ...bytes]);
};

export const sequence = (...parts: readonly Bytes[]): Bytes =>
  element(
    TAG.sequence,
    parts.flatMap((part) => [...part]),
  );

/** Of a number that is not negative: no leading zero, but one where the first bit would read as a sign. */
export function unsigned(bytes: Bytes): Bytes {
  const first = bytes.findIndex((byte) => byte !== 0);
  const short = first === -1 ? [0] : [...bytes.subarray(first)];
  return element(TAG.integer, (short[0] ?? 0) > 0x7f ? [0, ...short] : short);
}
