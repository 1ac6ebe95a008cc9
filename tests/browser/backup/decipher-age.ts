import { createDecipheriv, createHmac, hkdfSync, scryptSync, timingSafeEqual } from 'node:crypto';

/**
 * Deciphers a file of the format age, version 1, made with a passphrase: written from the specification
 * (https://c2sp.org/age) on OpenSSL's primitives, with none of the code that made the file. Throws when anything is wrong.
 */
const CHUNK = 64 * 1024;
const TAG = 16;

function open(key: Uint8Array, nonce: Uint8Array, sealed: Uint8Array): Buffer {
  const decipher = createDecipheriv('chacha20-poly1305', key, nonce, { authTagLength: TAG });
  decipher.setAuthTag(sealed.subarray(-TAG));
  return Buffer.concat([decipher.update(sealed.subarray(0, -TAG)), decipher.final()]);
}
const derive = (key: Uint8Array, salt: Uint8Array, label: string): Buffer =>
  Buffer.from(hkdfSync('sha256', key, salt, label, 32));

export function decipherAge(file: Buffer, passphrase: string): Buffer {
  const end = file.indexOf('\n', file.indexOf('\n--- ') + 1) + 1;
  const header = file.subarray(0, end).toString('latin1');
  const found =
    /^age-encryption\.org\/v1\n-> scrypt ([\w+/]{22}) (\d\d?)\n([\w+/]{43})\n---( [\w+/]{43})\n$/.exec(
      header,
    );
  if (!found) throw new Error('no header of one passphrase');
  const [, salt = '', workFactor, body = '', mac = ''] = found;
  const labelled = Buffer.concat([Buffer.from('age-encryption.org/v1/scrypt'), Buffer.from(salt, 'base64')]);
  const cost = 2 ** Number(workFactor);
  const wrapping = scryptSync(passphrase, labelled, 32, { N: cost, r: 8, p: 1, maxmem: 2 ** 30 });
  const fileKey = open(wrapping, Buffer.alloc(12), Buffer.from(body, 'base64'));
  const signed = header.slice(0, header.length - mac.length - 1);
  const expected = createHmac('sha256', derive(fileKey, Buffer.alloc(0), 'header'))
    .update(signed)
    .digest();
  if (!timingSafeEqual(expected, Buffer.from(mac.trim(), 'base64')))
    throw new Error('the header has changed');
  const payload = derive(fileKey, file.subarray(end, end + 16), 'payload');
  const clear: Buffer[] = [];
  const sealed = file.subarray(end + 16);
  for (let at = 0, count = 0; at < sealed.length; at += CHUNK + TAG, count++) {
    const nonce = Buffer.alloc(12);
    nonce.writeUInt32BE(count, 7);
    nonce[11] = at + CHUNK + TAG >= sealed.length ? 1 : 0;
    clear.push(open(payload, nonce, sealed.subarray(at, at + CHUNK + TAG)));
  }
  return Buffer.concat(clear);
}
