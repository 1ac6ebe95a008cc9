import { type Der, TAG } from './der.ts';

/** Values of single DER elements; undefined for anything that is not written exactly as DER wants it. */

const two = (byte: number): string => byte.toString(16).padStart(2, '0');
export const hexOf = (bytes: Uint8Array): string => Array.from(bytes, two).join('');

export function bytesOfHex(hex: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
}

export const equalBytes = (one: Uint8Array, other: Uint8Array): boolean =>
  one.length === other.length && one.every((byte, at) => byte === other[at]);

/** Bytes of an identifier: the longest in use have about twenty. */
const LONGEST_OID = 64;

/** e.g. `1.2.840.113549.1.7.2` */
export function oidOf(element: Der | undefined): string | undefined {
  if (element?.tag !== TAG.oid) return undefined;
  const { content } = element;
  const last = content.at(-1);
  if (last === undefined || last > 0x7f || content.length > LONGEST_OID) return undefined;
  const arcs: number[] = [];
  let arc = 0;
  let begins = true;
  for (const byte of content) {
    if (begins && byte === 0x80) return undefined;
    arc = arc * 128 + (byte & 0x7f);
    if (arc > Number.MAX_SAFE_INTEGER) return undefined;
    begins = byte < 0x80;
    if (!begins) continue;
    if (arcs.length === 0) {
      const top = Math.min(2, Math.floor(arc / 40));
      arcs.push(top, arc - top * 40);
    } else arcs.push(arc);
    arc = 0;
  }
  return arcs.join('.');
}

/** A whole number that is not negative, as lowercase hex without leading zeros (at least one digit). */
export function unsignedHexOf(element: Der | undefined, tag: number = TAG.integer): string | undefined {
  if (element?.tag !== tag) return undefined;
  const [first, second] = element.content;
  if (first === undefined || first > 0x7f) return undefined;
  if (first === 0 && second !== undefined && second < 0x80) return undefined;
  return hexOf(element.content).replace(/^0+(?=.)/, '');
}

/** The same where it is small. */
export function smallNumberOf(element: Der | undefined, tag: number = TAG.integer): number | undefined {
  const hex = unsignedHexOf(element, tag);
  return hex === undefined || hex.length > 12 ? undefined : Number.parseInt(hex, 16);
}

export function booleanOf(element: Der | undefined): boolean | undefined {
  if (element?.tag !== TAG.boolean || element.content.length !== 1) return undefined;
  return element.content[0] === 0xff ? true : element.content[0] === 0 ? false : undefined;
}

/** Bytes of a bit string that is a whole number of them. */
export const bitsOf = (element: Der | undefined): Der['content'] | undefined =>
  element?.tag === TAG.bitString && element.content[0] === 0 ? element.content.subarray(1) : undefined;

const ascii = (bytes: Uint8Array): string => String.fromCharCode(...bytes.subarray(0, 64));

/** Milliseconds since 1970 of a UTCTime or a GeneralizedTime, always in UTC (`Z`), with seconds. */
export function timeOf(element: Der | undefined): number | undefined {
  if (!element || element.content.length > 40) return undefined;
  const text = ascii(element.content);
  const found =
    element.tag === TAG.generalizedTime
      ? /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(\.\d*[1-9])?Z$/.exec(text)
      : element.tag === TAG.utcTime
        ? /^(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)()Z$/.exec(text)
        : null;
  if (!found) return undefined;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = found.slice(1, 7).map(Number);
  // Two digits: from 1950 to 2049 (RFC 5280 §4.1.2.5.1).
  const full = element.tag === TAG.utcTime ? year + (year < 50 ? 2000 : 1900) : year;
  const at = Date.UTC(full, month - 1, day, hour, minute, second);
  const again = new Date(at).toISOString().replace(/\D/g, '').slice(0, 14);
  if (again !== `${String(full).padStart(4, '0')}${found.slice(2, 7).join('')}`) return undefined;
  return at + Math.floor(Number(`0${found[7] ?? ''}`) * 1000);
}
