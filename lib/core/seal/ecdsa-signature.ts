/** Bytes of one of the two numbers of a signature on P-384. */
const P384_BYTES = 48;

const SEQUENCE = 0x30;
const INTEGER = 0x02;

/** Shortest form of a positive number: no leading zero, but one where the first bit would read as a sign. */
function integer(number: Uint8Array): number[] {
  const first = number.findIndex((byte) => byte !== 0);
  const short = first === -1 ? [0] : [...number.subarray(first)];
  return (short[0] ?? 0) > 0x7f ? [0, ...short] : short;
}

/**
 * An ECDSA signature as WebCrypto gives it (r and s, as long as the curve's numbers, IEEE P1363) in DER (RFC 3279 §2.2.3), which
 * `openssl dgst -verify` reads.
 */
export function derSignature(raw: Uint8Array): Uint8Array<ArrayBuffer> {
  const numbers = [raw.subarray(0, raw.length / 2), raw.subarray(raw.length / 2)].map(integer);
  const content = numbers.flatMap((number) => [INTEGER, number.length, ...number]);
  return Uint8Array.from([SEQUENCE, content.length, ...content]);
}

/** The inverse, as WebCrypto wants it; undefined for anything that is not exactly what `derSignature` writes. */
export function rawSignature(
  der: Uint8Array,
  numberBytes: number = P384_BYTES,
): Uint8Array<ArrayBuffer> | undefined {
  const raw = new Uint8Array(2 * numberBytes);
  let at = 2;
  for (const end of [numberBytes, 2 * numberBytes]) {
    const number = der.subarray(at + 2, at + 2 + (der[at + 1] ?? 0));
    const digits = number[0] === 0 ? number.subarray(1) : number;
    if (digits.length > numberBytes) return undefined;
    raw.set(digits, end - digits.length);
    at += 2 + number.length;
  }
  const again = derSignature(raw);
  return again.length === der.length && again.every((byte, place) => byte === der[place]) ? raw : undefined;
}
