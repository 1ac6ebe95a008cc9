import { type Bytes, context, type Der, fieldsOf, inside, readElement, TAG } from './der.ts';
import { oidOf, smallNumberOf } from './der-values.ts';
import { HASHES, type HashName, OID } from './oids.ts';

type Hash = Exclude<HashName, 'SHA-1'>;

/** How a signature is made, in the words of whoever checks it. */
export type SignatureScheme =
  | { readonly kind: 'rsa-pkcs1'; readonly hash: Hash }
  | { readonly kind: 'rsa-pss'; readonly hash: Hash; readonly saltLength: number }
  /** The signature is DER (r, s). */
  | { readonly kind: 'ecdsa'; readonly hash: Hash; readonly curve: 'P-256' | 'P-384' };

const RSA: Readonly<Record<string, Hash>> = {
  '1.2.840.113549.1.1.11': 'SHA-256',
  '1.2.840.113549.1.1.12': 'SHA-384',
  '1.2.840.113549.1.1.13': 'SHA-512',
};
const ECDSA: Readonly<Record<string, Hash>> = {
  '1.2.840.10045.4.3.2': 'SHA-256',
  '1.2.840.10045.4.3.3': 'SHA-384',
  '1.2.840.10045.4.3.4': 'SHA-512',
};
const CURVES: Readonly<Record<string, 'P-256' | 'P-384'>> = {
  '1.2.840.10045.3.1.7': 'P-256',
  '1.3.132.0.34': 'P-384',
};

/** The hash that an algorithm identifier names; undefined for another one. */
export const hashNamed = (algorithm: Der | undefined): HashName | undefined =>
  HASHES[oidOf(fieldsOf(algorithm)?.take(TAG.oid)) ?? ''];

/** SHA-1 is no basis for a signature any more. */
export const soundHash = (name: HashName | undefined): Hash | undefined =>
  name === 'SHA-1' ? undefined : name;

/**
 * The scheme of a signer (RFC 5652 §5.3): `rsaEncryption` alone leaves the hash to the digest's own name. Undefined: not
 * one that can be checked.
 */
export function signatureScheme(algorithm: Der, digest: HashName, spki: Bytes): SignatureScheme | undefined {
  const fields = fieldsOf(algorithm);
  const oid = oidOf(fields?.take(TAG.oid)) ?? '';
  const key = keyOf(spki);
  if (key.kind === 'rsa') {
    if (oid === OID.rsaPss) return pssScheme(fields?.take(TAG.sequence));
    const hash = oid === OID.rsa ? soundHash(digest) : RSA[oid];
    return hash && { kind: 'rsa-pkcs1', hash };
  }
  const hash = ECDSA[oid];
  return key.kind === 'ec' && hash ? { kind: 'ecdsa', hash, curve: key.curve } : undefined;
}

type Key =
  | { readonly kind: 'rsa' }
  | { readonly kind: 'ec'; readonly curve: 'P-256' | 'P-384' }
  | { readonly kind: 'other' };

function keyOf(spki: Bytes): Key {
  const algorithm = fieldsOf(fieldsOf(readElement(spki, TAG.sequence))?.take(TAG.sequence));
  const oid = oidOf(algorithm?.take(TAG.oid));
  if (oid === OID.rsa) return { kind: 'rsa' };
  const curve = oid === OID.ecPublicKey ? CURVES[oidOf(algorithm?.take(TAG.oid)) ?? ''] : undefined;
  return curve ? { kind: 'ec', curve } : { kind: 'other' };
}

/** RFC 8017 §A.2.3. One hash for both its uses, which is all that WebCrypto knows. */
function pssScheme(parameters: Der | undefined): SignatureScheme | undefined {
  const fields = fieldsOf(parameters);
  const hash = soundHash(hashNamed(inside(fields?.take(context(0)), TAG.sequence)));
  const mask = fieldsOf(inside(fields?.take(context(1)), TAG.sequence));
  const masked = oidOf(mask?.take(TAG.oid)) === OID.mgf1 ? hashNamed(mask?.take(TAG.sequence)) : undefined;
  const saltLength = smallNumberOf(inside(fields?.take(context(2)), TAG.integer));
  fields?.take(context(3)); // the trailer, of which there is one kind
  if (hash === undefined || masked !== hash || saltLength === undefined || !fields?.atEnd) return undefined;
  return { kind: 'rsa-pss', hash, saltLength };
}
