/**
 * CRC-32 as ZIP wants it (ISO 3309). Four sums run beside one another, each over every fourth word: what one looks up does
 * not wait for what another has found, which is what takes the time when there is one.
 */
const POLYNOMIAL = 0xedb88320;
const WORD = 4;
const LANES = 4;
/** Below this (bytes) nothing is gained by them. */
const FEW = 2 * LANES * WORD;

const ofByte = new Int32Array(256);
for (let byte = 0; byte < 256; byte++) {
  let value = byte;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ POLYNOMIAL : value >>> 1;
  ofByte[byte] = value;
}

const step = (crc: number, byte: number): number => (crc >>> 8) ^ (ofByte[(crc ^ byte) & 0xff] ?? 0);

/** Effect of each byte once so many zeros have come after it. */
const before = (zeros: number): Int32Array =>
  ofByte.map((value) => {
    let crc = value;
    for (let left = zeros; left > 0; left--) crc = step(crc, 0);
    return crc;
  });

/** The sum from a word, its first byte lowest, to where its lane goes on; to the word right after it. */
const [far0, far1, far2, far3] = [before(15), before(14), before(13), before(12)] as const;
const [near0, near1, near2, near3] = [before(3), before(2), before(1), before(0)] as const;
const far = (word: number): number =>
  (far0[word & 0xff] ?? 0) ^
  (far1[(word >>> 8) & 0xff] ?? 0) ^
  (far2[(word >>> 16) & 0xff] ?? 0) ^
  (far3[word >>> 24] ?? 0);
const near = (word: number): number =>
  (near0[word & 0xff] ?? 0) ^
  (near1[(word >>> 8) & 0xff] ?? 0) ^
  (near2[(word >>> 16) & 0xff] ?? 0) ^
  (near3[word >>> 24] ?? 0);

/** Words are read as the machine keeps them. */
const LOWEST_FIRST = new Uint8Array(Int32Array.of(1).buffer)[0] === 1;

/** CRC of `bytes`, or of everything so far when `sofar` is the CRC of what came first. Unsigned 32 bits. */
export function crc32(bytes: Uint8Array, sofar = 0): number {
  if (bytes.length < FEW || !LOWEST_FIRST) return ~byByte(bytes, ~sofar) >>> 0;
  const head = -bytes.byteOffset & (WORD - 1);
  const words = new Int32Array(
    bytes.buffer,
    bytes.byteOffset + head,
    Math.floor((bytes.length - head) / WORD / LANES) * LANES,
  );
  const crc = byWords(words, byByte(bytes.subarray(0, head), ~sofar));
  return ~byByte(bytes.subarray(head + words.length * WORD), crc) >>> 0;
}

function byByte(bytes: Uint8Array, start: number): number {
  let crc = start;
  for (const byte of bytes) crc = step(crc, byte);
  return crc;
}

/** Of as many words as there are lanes, or a multiple. */
function byWords(words: Int32Array, start: number): number {
  const at = (place: number): number => words[place] ?? 0;
  const last = words.length - LANES;
  let [one, two, three, four] = [start, 0, 0, 0];
  for (let place = 0; place < last; place += LANES) {
    one = far(one ^ at(place));
    two = far(two ^ at(place + 1));
    three = far(three ^ at(place + 2));
    four = far(four ^ at(place + 3));
  }
  const upToTwo = near(near(one ^ at(last)) ^ two ^ at(last + 1));
  return near(near(upToTwo ^ three ^ at(last + 2)) ^ four ^ at(last + 3));
}
