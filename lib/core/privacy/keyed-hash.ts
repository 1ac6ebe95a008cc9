/**
 * Small keyed hash, 53 bits, for comparing values within one page's memory. Not cryptographic, and need not be: a typed
 * value is short enough to be guessed whatever the hash; what protects it is that key and hashes never leave the page.
 * `key`: two random 32-bit numbers.
 */
export const createKeyedHash =
  (key: readonly [number, number]) =>
  (text: string): number => {
    let high = 0xdeadbeef ^ key[0];
    let low = 0x41c6ce57 ^ key[1];
    for (let index = 0; index < text.length; index += 1) {
      const code = text.charCodeAt(index);
      high = Math.imul(high ^ code, 0x9e3779b1);
      low = Math.imul(low ^ code, 0x5f356495);
    }
    high = Math.imul(high ^ (high >>> 16), 0x85ebca6b) ^ Math.imul(low ^ (low >>> 13), 0xc2b2ae35);
    low = Math.imul(low ^ (low >>> 16), 0x85ebca6b) ^ Math.imul(high ^ (high >>> 13), 0xc2b2ae35);
    return 4294967296 * (0x1fffff & low) + (high >>> 0);
  };
