import {
  type Bytes,
  context,
  type Der,
  type Fields,
  fieldsOf,
  inside,
  readElement,
  readElements,
  TAG,
} from './der.ts';
import { bitsOf, booleanOf, equalBytes, oidOf, smallNumberOf, timeOf, unsignedHexOf } from './der-values.ts';
import { readableName } from './name.ts';
import { OID } from './oids.ts';

/** What is read of an X.509 certificate (RFC 5280). Whether somebody vouches for it is another question. */
export interface Certificate {
  readonly der: Bytes;
  /** Lowercase hex. */
  readonly serial: string;
  /** For people to read. */
  readonly subject: string;
  readonly issuer: string;
  readonly subjectDer: Bytes;
  readonly issuerDer: Bytes;
  /** Milliseconds since 1970, both included. */
  readonly notBefore: number;
  readonly notAfter: number;
  /** SubjectPublicKeyInfo, in DER. */
  readonly spki: Bytes;
  /** What its issuer signed, how, and the signature. */
  readonly signed: Bytes;
  readonly signatureAlgorithm: Der;
  readonly signature: Bytes;
  /** May sign other certificates, and says so where nobody may overlook it. */
  readonly isAuthority: boolean;
  /** How many authorities may stand below it before the last certificate; null: as many as there are. */
  readonly mostBelow: number | null;
  /** Says something that nobody may overlook and that is not read here. */
  readonly hasUnknown: boolean;
  /** Extended key usage; null when the certificate says nothing of it. */
  readonly purposes: { readonly critical: boolean; readonly oids: readonly string[] } | null;
}

/** Undefined when these bytes are no certificate of version 3. */
export function readCertificate(der: Bytes): Certificate | undefined {
  const outer = fieldsOf(readElement(der, TAG.sequence));
  const signed = outer?.take(TAG.sequence);
  const signatureAlgorithm = outer?.take(TAG.sequence);
  const signature = bitsOf(outer?.take(TAG.bitString));
  const body = fieldsOf(signed);
  body?.take(context(0)); // the version: what matters is what follows
  const serial = unsignedHexOf(body?.take(TAG.integer));
  const inner = body?.take(TAG.sequence);
  const issuer = body?.take(TAG.sequence);
  const validity = fieldsOf(body?.take(TAG.sequence));
  const notBefore = takeTime(validity);
  const notAfter = takeTime(validity);
  const subject = body?.take(TAG.sequence);
  const spki = body?.take(TAG.sequence);
  if (!body || serial === undefined || !issuer || !subject || !spki) return undefined;
  if (!signed || !signatureAlgorithm || !signature || !outer?.atEnd || !inner) return undefined;
  if (notBefore === undefined || notAfter === undefined) return undefined;
  body.take(0x81); // unique identifiers, which nobody writes any more
  body.take(0x82);
  const list = body.take(context(3));
  const extensions = list ? readExtensions(inside(list, TAG.sequence)) : [];
  if (!extensions || !body.atEnd || new Set(extensions.map(({ oid }) => oid)).size < extensions.length)
    return undefined;
  const purposes = readPurposes(extensions);
  const authority = readAuthority(extensions);
  if (purposes === undefined || authority === undefined) return undefined;
  return {
    der,
    serial,
    subject: readableName(subject),
    issuer: readableName(issuer),
    subjectDer: subject.whole,
    issuerDer: issuer.whole,
    notBefore,
    notAfter,
    spki: spki.whole,
    signed: signed.whole,
    signatureAlgorithm,
    signature,
    // Told twice: once where it is signed.
    hasUnknown: !equalBytes(inner.whole, signatureAlgorithm.whole) || extensions.some(isUnknown),
    ...authority,
    purposes,
  };
}

const takeTime = (fields: Fields | undefined): number | undefined =>
  timeOf(fields?.take(TAG.utcTime) ?? fields?.take(TAG.generalizedTime));

export interface Extension {
  readonly oid: string;
  readonly critical: boolean;
  readonly value: Bytes;
}

/** A list of extensions, whatever element it stands in; undefined when one of them cannot be read. */
export function readExtensions(list: Der | undefined): readonly Extension[] | undefined {
  const extensions: Extension[] = [];
  const elements = list && readElements(list.content);
  if (!elements) return undefined;
  for (const extension of elements) {
    const fields = fieldsOf(extension);
    const oid = oidOf(fields?.take(TAG.oid));
    const flag = fields?.take(TAG.boolean);
    const critical = flag ? booleanOf(flag) : false;
    const value = fields?.take(TAG.octetString);
    if (oid === undefined || critical === undefined || !value || !fields?.atEnd) return undefined;
    extensions.push({ oid, critical, value: value.content });
  }
  return extensions;
}

/** Those that say something here, or nothing that matters here. */
const READ: readonly string[] = [
  OID.basicConstraints,
  OID.keyUsage,
  OID.extendedKeyUsage,
  OID.certificatePolicies,
  OID.subjectAltName,
];
const isUnknown = ({ oid, critical }: Extension): boolean => critical && !READ.includes(oid);

/** Of the bits of a key usage: to sign certificates. */
const SIGNS_CERTIFICATES = 0x04;

function readAuthority(
  extensions: readonly Extension[],
): Pick<Certificate, 'isAuthority' | 'mostBelow'> | undefined {
  const saidOf = (named: string) => extensions.find(({ oid }) => oid === named)?.value;
  const constraints = saidOf(OID.basicConstraints);
  const usage = saidOf(OID.keyUsage);
  const [unused, bits] = usage ? (readElement(usage, TAG.bitString)?.content ?? []) : [0, SIGNS_CERTIFICATES];
  if (unused === undefined) return undefined;
  if (!constraints) return { isAuthority: false, mostBelow: null };
  const fields = fieldsOf(readElement(constraints, TAG.sequence));
  const flag = fields?.take(TAG.boolean);
  const length = fields?.take(TAG.integer);
  const mostBelow = length ? smallNumberOf(length) : null;
  if (!fields?.atEnd || mostBelow === undefined) return undefined;
  const signs = ((bits ?? 0) & SIGNS_CERTIFICATES) !== 0;
  return { isAuthority: flag !== undefined && booleanOf(flag) === true && signs, mostBelow };
}

function readPurposes(extensions: readonly Extension[]): Certificate['purposes'] | undefined {
  const usage = extensions.find(({ oid }) => oid === OID.extendedKeyUsage);
  if (!usage) return null;
  const elements = readElements(readElement(usage.value, TAG.sequence)?.content ?? usage.value);
  const oids = elements?.map(oidOf);
  if (!oids || oids.length === 0 || !oids.every((oid) => oid !== undefined)) return undefined;
  return { critical: usage.critical, oids };
}
