/** What `dossier.json` and the report say of the key that seals: the curve and the hash of the signatures. */
export const SEAL_ALGORITHM = 'ECDSA P-384 / SHA-256';

/** Label of a public key in PEM. */
export const PUBLIC_KEY = 'PUBLIC KEY';

/** A hash of 64 hex digits in groups of eight: what two people can read to each other. */
export const readableFingerprint = (sha256: string): string => (sha256.match(/.{1,8}/g) ?? []).join(' ');

/** What a person typed or pasted of a fingerprint, as bare digits; undefined when it is none. */
export function parseFingerprint(text: string): string | undefined {
  const digits = text.toLowerCase().replace(/[\s:.-]/g, '');
  return /^[0-9a-f]{64}$/.test(digits) ? digits : undefined;
}
