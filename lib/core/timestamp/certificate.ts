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
import { booleanOf, oidOf, timeOf, unsignedHexOf } from './der-values.ts';
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
  /** Extended key usage; null when the certificate says nothing of it. */
  readonly purposes: { readonly critical: boolean; readonly oids: readonly string[] } | null;
}

/** Undefined when these bytes are no certificate of version 3. */
export function readCertificate(der: Bytes): Certificate | undefined {
  const body = fieldsOf(fieldsOf(readElement(der, TAG.sequence))?.take(TAG.sequence));
  body?.take(context(0)); // the version: what matters is what follows
  const serial = unsignedHexOf(body?.take(TAG.integer));
  body?.take(TAG.sequence); // the algorithm of a signature that is checked with the chain
  const issuer = body?.take(TAG.sequence);
  const validity = fieldsOf(body?.take(TAG.sequence));
  const notBefore = takeTime(validity);
  const notAfter = takeTime(validity);
  const subject = body?.take(TAG.sequence);
  const spki = body?.take(TAG.sequence);
  if (!body || serial === undefined || !issuer || !subject || !spki) return undefined;
  if (notBefore === undefined || notAfter === undefined) return undefined;
  body.take(0x81); // unique identifiers, which nobody writes any more
  body.take(0x82);
  const extensions = body.take(context(3));
  const purposes = extensions ? readPurposes(inside(extensions, TAG.sequence)) : null;
  if (purposes === undefined || !body.atEnd) return undefined;
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

function readPurposes(list: Der | undefined): Certificate['purposes'] | undefined {
  const extensions = readExtensions(list);
  if (!extensions) return undefined;
  const [usage, another] = extensions.filter(({ oid }) => oid === OID.extendedKeyUsage);
  if (!usage) return null;
  const elements = readElements(readElement(usage.value, TAG.sequence)?.content ?? usage.value);
  const oids = elements?.map(oidOf);
  if (another || !oids || oids.length === 0 || !oids.every((oid) => oid !== undefined)) return undefined;
  return { critical: usage.critical, oids };
}
