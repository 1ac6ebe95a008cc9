import { type Bytes, fieldsOf, readElement, TAG } from './der.ts';
import { booleanOf, bytesOfHex, hexOf, oidOf, smallNumberOf, unsignedHexOf } from './der-values.ts';
import { element, sequence, unsigned } from './der-writing.ts';
import { OID } from './oids.ts';

/** `id-sha256` with no parameters (RFC 5754 §2 wants them left out; NULL is what authorities expect). */
const SHA256 = Uint8Array.from([
  0x30, 0x0d, 0x06, 0x09, 0x60, 0x86, 0x48, 0x01, 0x65, 0x03, 0x04, 0x02, 0x01, 0x05, 0x00,
]);

/** A nonce of 64 bits that is positive and has all its bytes. `random`: 16 hex digits. */
export function nonceFrom(random: string): string {
  const first = (Number.parseInt(random.slice(0, 2), 16) & 0x7f) | 0x40;
  return first.toString(16).padStart(2, '0') + random.slice(2, 16);
}

/**
 * `TimeStampReq` (RFC 3161 §2.4.1) over a SHA-256, about 70 bytes: all that an authority ever learns. It is asked to send
 * its certificates along. `imprint`, `nonce`: lowercase hex.
 */
export function timestampRequest(imprint: string, nonce: string): Bytes {
  const version = element(TAG.integer, [1]);
  const message = sequence(SHA256, element(TAG.octetString, bytesOfHex(imprint)));
  const certReq = element(TAG.boolean, [0xff]);
  return sequence(version, message, unsigned(bytesOfHex(nonce)), certReq);
}

export interface TimestampRequest {
  /** Lowercase hex. */
  readonly imprint: string;
  readonly nonce: string | null;
}

/** A request over a SHA-256; undefined for anything else. */
export function readRequest(bytes: Bytes): TimestampRequest | undefined {
  const fields = fieldsOf(readElement(bytes, TAG.sequence));
  if (smallNumberOf(fields?.take(TAG.integer)) !== 1) return undefined;
  const message = fieldsOf(fields?.take(TAG.sequence));
  const algorithm = oidOf(fieldsOf(message?.take(TAG.sequence))?.take(TAG.oid));
  const imprint = message?.take(TAG.octetString);
  if (algorithm !== OID.sha256 || imprint?.content.length !== 32) return undefined;
  fields?.take(TAG.oid); // a policy asked for
  const nonce = fields?.take(TAG.integer);
  const number = nonce && unsignedHexOf(nonce);
  if (nonce && number === undefined) return undefined;
  const certReq = fields?.take(TAG.boolean);
  if ((certReq && booleanOf(certReq) !== true) || !fields?.atEnd) return undefined;
  return { imprint: hexOf(imprint.content), nonce: number ?? null };
}
