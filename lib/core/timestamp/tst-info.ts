import { readExtensions } from './certificate.ts';
import {
  type Bytes,
  context,
  type Fields,
  fieldsOf,
  plainContext,
  readElement,
  readElements,
  TAG,
} from './der.ts';
import { booleanOf, hexOf, oidOf, smallNumberOf, timeOf, unsignedHexOf } from './der-values.ts';
import { readableGeneralName } from './name.ts';
import { OID } from './oids.ts';

/** What an authority states (`TSTInfo`, RFC 3161 §2.4.2). */
export interface TstInfo {
  readonly policy: string;
  readonly imprint: { readonly algorithm: string; readonly hash: string };
  /** Lowercase hex. */
  readonly serial: string;
  /** Milliseconds since 1970. Often in whole seconds: it can be earlier than the moment by under one. */
  readonly genTime: number;
  /** How far the time may be off (ms); null when the authority does not say. */
  readonly accuracyMs: number | null;
  /** Lowercase hex. */
  readonly nonce: string | null;
  /** As the authority calls itself. */
  readonly authority: string | null;
  /** It states that this is a qualified timestamp (ETSI EN 319 422 §9.1). */
  readonly statesQualified: boolean;
}

/** Undefined when these bytes are none. */
export function readTstInfo(bytes: Bytes): TstInfo | undefined {
  const fields = fieldsOf(readElement(bytes, TAG.sequence));
  if (smallNumberOf(fields?.take(TAG.integer)) !== 1) return undefined;
  const policy = oidOf(fields?.take(TAG.oid));
  const imprint = readImprint(fieldsOf(fields?.take(TAG.sequence)));
  const serial = unsignedHexOf(fields?.take(TAG.integer));
  const genTime = timeOf(fields?.take(TAG.generalizedTime));
  if (!fields || policy === undefined || !imprint || serial === undefined || genTime === undefined)
    return undefined;
  const precision = fields.take(TAG.sequence);
  const accuracyMs = precision ? readAccuracy(fieldsOf(precision)) : null;
  const ordering = fields.take(TAG.boolean);
  const number = fields.take(TAG.integer);
  const nonce = number ? unsignedHexOf(number) : null;
  const tsa = fields.take(context(0));
  const authority = tsa ? readableGeneralName((readElements(tsa.content) ?? [])[0]) : null;
  const list = fields.take(context(1));
  const extensions = list ? readExtensions(list) : [];
  if (accuracyMs === undefined || nonce === undefined || !extensions || !fields.atEnd) return undefined;
  if (ordering && booleanOf(ordering) === undefined) return undefined;
  const statesQualified = extensions.some(({ oid, value }) => oid === OID.qcStatements && isQualified(value));
  return { policy, imprint, serial, genTime, accuracyMs, nonce, authority, statesQualified };
}

function readImprint(fields: Fields | undefined): TstInfo['imprint'] | undefined {
  const algorithm = oidOf(fieldsOf(fields?.take(TAG.sequence))?.take(TAG.oid));
  const hash = fields?.take(TAG.octetString);
  return algorithm === undefined || !hash || !fields?.atEnd
    ? undefined
    : { algorithm, hash: hexOf(hash.content) };
}

/** Seconds, then thousandths and millionths of one, each if need be. */
function readAccuracy(fields: Fields | undefined): number | undefined {
  if (!fields) return undefined;
  const parts = [TAG.integer, plainContext(0), plainContext(1)].map((tag) => {
    const part = fields.take(tag);
    return part ? smallNumberOf(part, tag) : 0;
  });
  const [seconds, thousandths, millionths] = parts;
  if (seconds === undefined || thousandths === undefined || millionths === undefined) return undefined;
  return fields.atEnd ? seconds * 1000 + thousandths + millionths / 1000 : undefined;
}

function isQualified(value: Bytes): boolean {
  const statements = readElements(readElement(value, TAG.sequence)?.content ?? value) ?? [];
  return statements.some((statement) => oidOf(fieldsOf(statement)?.take(TAG.oid)) === OID.qualifiedStatement);
}
