/**
 * Reads a ZIP of ours from its first byte to its last: entries stored as they stand, sizes before the bytes. Nothing is
 * looked up behind, so that it can be deciphered and read in one go.
 */
export interface StoredEntry {
  readonly path: string;
  readonly bytes: number;
  readonly crc32: number;
  /** Its content, once; what is left of it is skipped when the next entry is asked for. */
  chunks(): AsyncIterable<Uint8Array<ArrayBuffer>>;
}

/** It is no such ZIP, or it ends too early. */
export class UnreadableZip extends Error {
  override readonly name = 'UnreadableZip';
}

const LOCAL = 0x0403_4b50;
const DIRECTORY = 0x0201_4b50;
const HEADER = 30;
const LONG = 0xffff_ffff;
const LONGEST_NAME = 512;

type Source = AsyncIterable<Uint8Array<ArrayBuffer>>;

/** Bytes of a stream, so many at a time. */
function createCursor(source: Source) {
  const from = source[Symbol.asyncIterator]();
  let held: Uint8Array<ArrayBuffer> = new Uint8Array();

  /** At most `most` bytes; none at the end. */
  async function some(most: number): Promise<Uint8Array<ArrayBuffer>> {
    while (held.length === 0) {
      const next = await from.next();
      if (next.done) return held;
      held = next.value;
    }
    const piece = held.subarray(0, most);
    held = held.subarray(piece.length);
    return piece;
  }

  return {
    some,
    async exactly(length: number): Promise<Uint8Array<ArrayBuffer>> {
      const bytes = new Uint8Array(length);
      for (let at = 0; at < length; ) {
        const piece = await some(length - at);
        if (piece.length === 0) throw new UnreadableZip('it ends too early');
        bytes.set(piece, at);
        at += piece.length;
      }
      return bytes;
    },
    async toTheEnd(): Promise<void> {
      while ((await some(Number.MAX_SAFE_INTEGER)).length > 0);
    },
    /** Nobody reads on: whoever gives may close. */
    stop: () => from.return?.(),
  };
}
type Cursor = ReturnType<typeof createCursor>;

const viewOf = (bytes: Uint8Array<ArrayBuffer>): DataView =>
  new DataView(bytes.buffer, bytes.byteOffset, bytes.length);

/** The rest of a local header, whose first four bytes have been read. */
async function readHeader(cursor: Cursor): Promise<Omit<StoredEntry, 'chunks'>> {
  const view = viewOf(await cursor.exactly(HEADER - 4));
  const method = view.getUint16(4, true);
  const described = (view.getUint16(2, true) & 0x0009) !== 0;
  const crc32 = view.getUint32(10, true);
  const [packed, bytes] = [view.getUint32(14, true), view.getUint32(18, true)];
  const [nameLength, extraLength] = [view.getUint16(22, true), view.getUint16(24, true)];
  if (method !== 0 || described || packed !== bytes || nameLength > LONGEST_NAME)
    throw new UnreadableZip('an entry is not stored as ours are');
  const name = await cursor.exactly(nameLength);
  const extra = viewOf(await cursor.exactly(extraLength));
  const path = String.fromCharCode(...name);
  if (bytes !== LONG) return { path, bytes, crc32 };
  // Ours have one field, with both sizes.
  if (extra.byteLength < 20 || extra.getUint16(0, true) !== 1) throw new UnreadableZip('a size is not told');
  return { path, bytes: Number(extra.getBigUint64(4, true)), crc32 };
}

/** Every entry in its order. Ends once the last byte of the source has been read. Rejects with UnreadableZip. */
export async function* readStoredZip(source: Source): AsyncGenerator<StoredEntry> {
  const cursor = createCursor(source);
  try {
    for (;;) {
      const signature = viewOf(await cursor.exactly(4)).getUint32(0, true);
      if (signature === DIRECTORY) return await cursor.toTheEnd();
      if (signature !== LOCAL) throw new UnreadableZip('neither an entry nor the directory');
      const header = await readHeader(cursor);
      let left = header.bytes;
      const content = async function* () {
        while (left > 0) {
          const piece = await cursor.some(left);
          if (piece.length === 0) throw new UnreadableZip('it ends too early');
          left -= piece.length;
          yield piece;
        }
      };
      yield { ...header, chunks: content };
      for await (const _rest of content());
    }
  } finally {
    await cursor.stop();
  }
}
