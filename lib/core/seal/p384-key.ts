/** SubjectPublicKeyInfo of an ECDSA key on P-384 whose point is not compressed (RFC 5480): all but the point. */
const BEFORE_THE_POINT = [
  0x30, 0x76, 0x30, 0x10, 0x06, 0x07, 0x2a, 0x86, 0x48, 0xce, 0x3d, 0x02, 0x01, 0x06, 0x05, 0x2b, 0x81, 0x04,
  0x00, 0x22, 0x03, 0x62, 0x00, 0x04,
];
const POINT_BYTES = 2 * 48;

/** Whether a key has the one form that seals are made with: what each library makes of others differs. */
export const isP384Key = (spki: Uint8Array): boolean =>
  spki.length === BEFORE_THE_POINT.length + POINT_BYTES &&
  BEFORE_THE_POINT.every((byte, at) => spki[at] === byte);
