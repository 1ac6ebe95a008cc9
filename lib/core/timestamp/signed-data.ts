import { type Certificate, readCertificate } from './certificate.ts';
import {
  type Bytes,
  context,
  type Der,
  type Fields,
  fieldsOf,
  inside,
  plainContext,
  readElements,
  TAG,
} from './der.ts';
import { oidOf, unsignedHexOf } from './der-values.ts';
import { type HashName, OID } from './oids.ts';
import { hashNamed } from './signature-scheme.ts';

/** A certificate named by its hash (ESSCertID, RFC 2634 and 5035). */
export interface NamedCertificate {
  /** Null: a hash that is not known here. */
  readonly hash: HashName | null;
  readonly digest: Bytes;
}

/** What is read of a token: CMS SignedData (RFC 5652) with one signer. */
export interface SignedData {
  readonly contentType: string;
  readonly content: Bytes;
  /** Those that can be read. */
  readonly certificates: readonly Certificate[];
  readonly digest: HashName | null;
  /** Whose certificate it says; null when named by key identifier. */
  readonly issuerAndSerial: { readonly issuerDer: Bytes; readonly serial: string } | null;
  readonly attributes: {
    /** As they were signed: a SET OF. */
    readonly signed: Bytes;
    readonly contentType: string | null;
    readonly messageDigest: Bytes | null;
    readonly signingCertificates: readonly NamedCertificate[];
  };
  readonly signatureAlgorithm: Der;
  readonly signature: Bytes;
}

/** Undefined when this element is none, or not one that a token may be. */
export function readSignedData(contentInfo: Der): SignedData | undefined {
  const outer = fieldsOf(contentInfo);
  if (oidOf(outer?.take(TAG.oid)) !== OID.signedData) return undefined;
  const fields = fieldsOf(inside(outer?.take(context(0)), TAG.sequence));
  if (!fields?.take(TAG.integer) || !fields.take(TAG.set)) return undefined;
  const encapsulated = fieldsOf(fields.take(TAG.sequence));
  const contentType = oidOf(encapsulated?.take(TAG.oid));
  const content = inside(encapsulated?.take(context(0)), TAG.octetString)?.content;
  const certificates = readCertificates(fields.take(context(0)));
  fields.take(context(1)); // lists of revoked certificates
  const [signer, another] = readElements(fields.take(TAG.set)?.content ?? NOTHING) ?? [];
  const read = signer && readSigner(fieldsOf(signer));
  if (contentType === undefined || !content || !read || another || !fields.atEnd) return undefined;
  return { contentType, content, certificates, ...read };
}

const NOTHING = new Uint8Array();

const readCertificates = (list: Der | undefined): readonly Certificate[] =>
  ((list && readElements(list.content)) ?? []).flatMap(({ tag, whole }) => {
    const certificate = tag === TAG.sequence ? readCertificate(whole) : undefined;
    return certificate ? [certificate] : [];
  });

type Signer = Omit<SignedData, 'contentType' | 'content' | 'certificates'>;

function readSigner(fields: Fields | undefined): Signer | undefined {
  if (!fields?.take(TAG.integer)) return undefined;
  const named = fields.take(TAG.sequence);
  const issuerAndSerial = named ? readIssuerAndSerial(fieldsOf(named)) : null;
  if (!named && !fields.take(plainContext(0))) return undefined;
  const digest = hashNamed(fields.take(TAG.sequence)) ?? null;
  const list = fields.take(context(0));
  const attributes = list && readAttributes(list);
  const signatureAlgorithm = fields.take(TAG.sequence);
  const signature = fields.take(TAG.octetString)?.content;
  fields.take(context(1)); // what is not signed says nothing
  if (issuerAndSerial === undefined || !attributes || !signatureAlgorithm || !signature || !fields.atEnd)
    return undefined;
  return { digest, issuerAndSerial, attributes, signatureAlgorithm, signature };
}

function readIssuerAndSerial(fields: Fields | undefined): SignedData['issuerAndSerial'] | undefined {
  const issuer = fields?.take(TAG.sequence);
  const serial = unsignedHexOf(fields?.take(TAG.integer));
  return issuer && serial !== undefined ? { issuerDer: issuer.whole, serial } : undefined;
}

/** Each attribute once, with one value: the signature is over the same bytes with the tag of a SET. */
function readAttributes(list: Der): SignedData['attributes'] | undefined {
  const values = new Map<string, Der>();
  for (const attribute of readElements(list.content) ?? []) {
    const fields = fieldsOf(attribute);
    const oid = oidOf(fields?.take(TAG.oid));
    const [value, another] = readElements(fields?.take(TAG.set)?.content ?? NOTHING) ?? [];
    if (oid === undefined || !value || another || !fields?.atEnd || values.has(oid)) return undefined;
    values.set(oid, value);
  }
  if (values.size === 0) return undefined;
  const digest = values.get(OID.messageDigest);
  const signingCertificates = [
    ...readNamed(values.get(OID.signingCertificate), 'SHA-1'),
    ...readNamed(values.get(OID.signingCertificateV2), 'SHA-256'),
  ];
  const signed = list.whole.slice();
  signed[0] = TAG.set;
  return {
    signed,
    contentType: oidOf(values.get(OID.contentType)) ?? null,
    messageDigest: digest?.tag === TAG.octetString ? digest.content : null,
    signingCertificates,
  };
}

/** The first certificate that the attribute names is the signer's own (RFC 5035 §3). */
function readNamed(attribute: Der | undefined, byDefault: HashName): readonly NamedCertificate[] {
  if (!attribute) return [];
  const [first] = readElements(fieldsOf(attribute)?.take(TAG.sequence)?.content ?? NOTHING) ?? [];
  const fields = fieldsOf(first);
  const algorithm = fields?.take(TAG.sequence);
  const digest = fields?.take(TAG.octetString)?.content ?? NOTHING;
  return [{ hash: algorithm ? (hashNamed(algorithm) ?? null) : byDefault, digest }];
}
