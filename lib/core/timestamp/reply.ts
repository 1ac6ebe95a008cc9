import { type Bytes, type Der, fieldsOf, readElement, TAG } from './der.ts';
import { smallNumberOf } from './der-values.ts';
import { readSignedData, type SignedData } from './signed-data.ts';
import { readTstInfo, type TstInfo } from './tst-info.ts';

/** Bytes of a reply: with a whole chain of certificates they have about 8,000. */
export const LONGEST_REPLY = 64 * 1024;

/** `PKIFailureInfo` of RFC 3161 §2.4.2, by its bit. */
const FAILURES: Readonly<Record<number, string>> = {
  0: 'badAlg',
  2: 'badRequest',
  5: 'badDataFormat',
  14: 'timeNotAvailable',
  15: 'unacceptedPolicy',
  16: 'unacceptedExtension',
  17: 'addInfoNotAvailable',
  25: 'systemFailure',
};

export interface TimestampReply {
  /** 0 and 1: a token was given. */
  readonly status: number;
  /** Why not, by its name in RFC 3161; null when it is not said. */
  readonly failure: string | null;
  /** `TimeStampToken` as it came; null when there is none. */
  readonly token: Der | null;
}

/** Undefined when these bytes are no `TimeStampResp`. */
export function readReply(bytes: Bytes): TimestampReply | undefined {
  if (bytes.length > LONGEST_REPLY) return undefined;
  const fields = fieldsOf(readElement(bytes, TAG.sequence));
  const info = fieldsOf(fields?.take(TAG.sequence));
  const status = smallNumberOf(info?.take(TAG.integer));
  info?.take(TAG.sequence); // words of the authority, in any language
  const failure = failureOf(info?.take(TAG.bitString));
  const token = fields?.take(TAG.sequence) ?? null;
  if (status === undefined || !info?.atEnd || !fields?.atEnd) return undefined;
  return { status, failure, token };
}

function failureOf(bits: Der | undefined): string | null {
  const bytes = bits?.content.subarray(1) ?? [];
  for (const [at, byte] of Array.from(bytes).entries()) {
    for (let bit = 0; bit < 8; bit++) if (byte & (0x80 >> bit)) return FAILURES[at * 8 + bit] ?? 'unknown';
  }
  return null;
}

export interface Token {
  readonly signedData: SignedData;
  readonly info: TstInfo;
}

/** What a token holds; undefined when it cannot be read as one. */
export function readToken(token: Der): Token | undefined {
  const signedData = readSignedData(token);
  const info = signedData && readTstInfo(signedData.content);
  return info && { signedData, info };
}

/** Every certificate of a reply, as it stands there; none when it cannot be read. */
export function certificatesOf(bytes: Bytes): readonly Bytes[] {
  const token = readReply(bytes)?.token;
  return (token && readToken(token)?.signedData.certificates.map(({ der }) => der)) ?? [];
}
