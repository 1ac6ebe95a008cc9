/** Lowercase hex SHA-256. */
export type Sha256 = (bytes: Uint8Array) => string;

/**
 * What a journal line says of its side file: SHA-256(salt ‖ bytes), lowercase hex. The salt stands in the file, so
 * that nobody can guess a withheld file by trying likely contents.
 * Throws RangeError when `saltHex` is no even number of hex digits.
 */
export function commitTo(saltHex: string, bytes: Uint8Array, sha256: Sha256): string {
  const salt = fromHex(saltHex);
  const joined = new Uint8Array(salt.length + bytes.length);
  joined.set(salt);
  joined.set(bytes, salt.length);
  return sha256(joined);
}

function fromHex(hex: string): Uint8Array {
  if (!/^(?:[0-9a-f]{2})*$/i.test(hex)) throw new RangeError('not hexadecimal');
  return Uint8Array.from({ length: hex.length / 2 }, (_, at) =>
    Number.parseInt(hex.slice(at * 2, at * 2 + 2), 16),
  );
}
