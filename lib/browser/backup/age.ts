import { Decrypter, Encrypter } from 'age-encryption';
import { NotABackup } from '../../core/backup/format.ts';

/**
 * The format « age », version 1, with a passphrase (https://age-encryption.org/v1): any program that knows it opens our
 * back-ups. Deriving the key takes 256 MB for a second or two, once. Only the worker of back-ups may load this.
 */

/** scrypt, N = 2^18: what the standard program takes by itself. */
const WORK_FACTOR = 18;

/** The passphrase is not the one. */
export class WrongPassphrase extends Error {
  override readonly name = 'WrongPassphrase';
}

/** The same letters are the same passphrase, whatever keyboard they were typed on. */
const folded = (passphrase: string): string => passphrase.normalize('NFC');

/** What is handed over at a time, in a copy of its own: whoever gives it may take its memory back (bytes). */
const PIECE = 256 * 1024;

/** Enciphers what is written, chunk by chunk, into `write`. `close` resolves once the last byte has been handed over. */
export async function openEncryption(
  passphrase: string,
  write: (chunk: Uint8Array<ArrayBuffer>) => void,
  workFactor = WORK_FACTOR,
): Promise<{ write(chunk: Uint8Array<ArrayBuffer>): Promise<void>; close(): Promise<void> }> {
  const encrypter = new Encrypter();
  encrypter.setPassphrase(folded(passphrase));
  encrypter.setScryptWorkFactor(workFactor);
  const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>();
  const encrypted = await encrypter.encrypt(readable);
  const pumping = encrypted.pipeTo(
    new WritableStream<Uint8Array>({ write: (chunk) => write(chunk as Uint8Array<ArrayBuffer>) }),
  );
  pumping.catch(() => undefined); // told to whoever writes or closes
  const writer = writable.getWriter();
  return {
    async write(chunk) {
      for (let at = 0; at < chunk.length; at += PIECE) await writer.write(chunk.slice(at, at + PIECE));
    },
    async close() {
      await writer.close();
      await pumping;
    },
  };
}

const BEGINNING = 'age-encryption.org/v1\n';
/** A header of one passphrase has 150 bytes. */
const LONGEST_HEADER = 1024;

/** Looks at the first lines only: what is no file of ours must cost nothing. Throws NotABackup. */
async function expectPassphraseFile(file: Blob): Promise<void> {
  const head = String.fromCharCode(...new Uint8Array(await file.slice(0, LONGEST_HEADER).arrayBuffer()));
  const common = Math.min(head.length, BEGINNING.length);
  if (common === 0 || head.slice(0, common) !== BEGINNING.slice(0, common))
    throw new NotABackup('foreign', 'another kind of file');
  const [, recipient, ...rest] = head.split('\n');
  if (head.length < LONGEST_HEADER && rest.length < 3) throw new NotABackup('damaged', 'its header is cut');
  if (!/^-> scrypt [\w+/]+ \d+$/.test(recipient ?? ''))
    throw new NotABackup('foreign', 'not for a passphrase');
  if (!/\n--- /.test(head)) throw new NotABackup('damaged', 'its header has no end');
}

/**
 * What is in the file, as far as it has been found to be what was enciphered: only once it has ended is it known that
 * nothing was cut off. Rejects with NotABackup or WrongPassphrase.
 */
export async function* openDecryption(
  file: Blob,
  passphrase: string,
): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  await expectPassphraseFile(file);
  const decrypter = new Decrypter();
  decrypter.addPassphrase(folded(passphrase));
  const clear = await decrypter.decrypt(file.stream()).catch((cause: unknown) => {
    const told = cause instanceof Error ? cause.message : '';
    if (told.startsWith('no identity matched')) throw new WrongPassphrase('another passphrase');
    // Of memory, for the key.
    if (cause instanceof RangeError) throw cause;
    throw new NotABackup('damaged', told);
  });
  const reader = clear.getReader();
  try {
    for (;;) {
      const next = await reader.read().catch((cause: unknown) => {
        throw new NotABackup('damaged', cause instanceof Error ? cause.message : 'it does not decipher');
      });
      if (next.done) return;
      yield next.value as Uint8Array<ArrayBuffer>;
    }
  } finally {
    await reader.cancel().catch(() => undefined); // it failed already
  }
}
