/** CRC-32 as ZIP wants it (ISO 3309), eight bytes a step. */
const STEPS = 8;
const POLYNOMIAL = 0xedb88320;

/** tables[step * 256 + byte]: effect of a byte standing `step` places before the end of a group of eight. */
const tables = new Uint32Array(STEPS * 256);
for (let byte = 0; byte < 256; byte++) {
  let value = byte;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ POLYNOMIAL : value >>> 1;
  tables[byte] = value;
}
for (let at = 256; at < tables.length; at++) {
  const before = tables[at - 256] ?? 0;
  tables[at] = (before >>> 8) ^ (tables[before & 0xff] ?? 0);
}

const table = (step: number, byte: number): number => tables[step * 256 + (byte & 0xff)] ?? 0;

/** CRC of `bytes`, or of everything so far when `before` is the CRC of what came first. Unsigned 32 bits. */
export function crc32(bytes: Uint8Array, before = 0): number {
  let crc = ~before;
  let at = 0;
  const whole = bytes.length - (bytes.length % STEPS);
  while (at < whole) {
    const low =
      crc ^
      (byteAt(bytes, at) |
        (byteAt(bytes, at + 1) << 8) |
        (byteAt(bytes, at + 2) << 16) |
        (byteAt(bytes, at + 3) << 24));
    crc =
      table(7, low) ^
      table(6, low >>> 8) ^
      table(5, low >>> 16) ^
      table(4, low >>> 24) ^
      table(3, byteAt(bytes, at + 4)) ^
      table(2, byteAt(bytes, at + 5)) ^
      table(1, byteAt(bytes, at + 6)) ^
      table(0, byteAt(bytes, at + 7));
    at += STEPS;
  }
  for (; at < bytes.length; at++) crc = (crc >>> 8) ^ table(0, crc ^ byteAt(bytes, at));
  return ~crc >>> 0;
}

/** In range wherever it is called; the fallback is for the compiler only. */
const byteAt = (bytes: Uint8Array, at: number): number => bytes[at] ?? 0;
