/**
 * A strict reader of DER (X.690) for the few structures of a timestamp: short tags, definite and shortest lengths.
 * Nothing is recursive and every list is bounded, so that what a stranger sends costs no more than its length.
 */
export type Bytes = Uint8Array<ArrayBuffer>;

/** One element: its tag, what it holds, and itself from its tag to its end. */
export interface Der {
  readonly tag: number;
  readonly content: Bytes;
  readonly whole: Bytes;
}

export const TAG = {
  boolean: 0x01,
  integer: 0x02,
  bitString: 0x03,
  octetString: 0x04,
  oid: 0x06,
  enumerated: 0x0a,
  utcTime: 0x17,
  generalizedTime: 0x18,
  sequence: 0x30,
  set: 0x31,
} as const;

/** `[n]` of a context: around another element, or in its place when that one is a list. */
export const context = (number: number): number => 0xa0 + number;
/** `[n]` in the place of an element that holds no others. */
export const plainContext = (number: number): number => 0x80 + number;

/** Elements in one list: far above those of any certificate. */
const MOST_ELEMENTS = 1_000;
/** Bytes of a length, after its first: 16 MB and more are nothing of ours. */
const MOST_LENGTH_BYTES = 3;

/** The element that begins at `at`; undefined when none does. */
function elementAt(bytes: Bytes, at: number): Der | undefined {
  const tag = bytes[at];
  const first = bytes[at + 1];
  // Five bits set: the tag goes on in the next byte, which nothing here does.
  if (tag === undefined || first === undefined || (tag & 0x1f) === 0x1f) return undefined;
  let length = first;
  let start = at + 2;
  if (first > 0x7f) {
    const count = first - 0x80;
    if (count === 0 || count > MOST_LENGTH_BYTES || bytes[start] === 0) return undefined;
    length = 0;
    for (const byte of bytes.subarray(start, start + count)) length = length * 256 + byte;
    start += count;
    if (length < 0x80) return undefined;
  }
  const end = start + length;
  return end > bytes.length
    ? undefined
    : { tag, content: bytes.subarray(start, end), whole: bytes.subarray(at, end) };
}

/** The only element of these bytes, with that tag; undefined otherwise. */
export function readElement(bytes: Bytes, tag: number): Der | undefined {
  const element = elementAt(bytes, 0);
  return element?.tag === tag && element.whole.length === bytes.length ? element : undefined;
}

/** The elements that follow one another to the end of these bytes. */
export function readElements(bytes: Bytes): readonly Der[] | undefined {
  const elements: Der[] = [];
  let at = 0;
  while (at < bytes.length) {
    const element = elementAt(bytes, at);
    if (!element || elements.length === MOST_ELEMENTS) return undefined;
    elements.push(element);
    at += element.whole.length;
  }
  return elements;
}

/** Elements taken one after the other, as a structure names them. */
export interface Fields {
  /** The next one if it has that tag; otherwise it stays. */
  take(tag: number): Der | undefined;
  readonly atEnd: boolean;
}

/** What a list element holds. Undefined when it is another kind of element, or none can be read. */
export function fieldsOf(element: Der | undefined, tag: number = TAG.sequence): Fields | undefined {
  const elements = element?.tag === tag ? readElements(element.content) : undefined;
  if (!elements) return undefined;
  let at = 0;
  return {
    take(wanted) {
      const next = elements[at];
      if (next?.tag !== wanted) return undefined;
      at++;
      return next;
    },
    get atEnd() {
      return at === elements.length;
    },
  };
}

/** The one element inside `[n]`. */
export const inside = (element: Der | undefined, tag: number): Der | undefined =>
  element && readElement(element.content, tag);
