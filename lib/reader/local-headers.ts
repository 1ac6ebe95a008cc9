import type { ByteSource } from './ports.ts';

/** An entry, as the archive's directory says. */
interface Announced {
  readonly offset: number;
  readonly rawFilename: Uint8Array;
  readonly rawBitFlag?: number | undefined;
  readonly compressionMethod: number;
  readonly compressedSize: number;
  readonly uncompressedSize: number;
  readonly crc32?: number | undefined;
}

/** The same entry where its bytes stand. */
export interface LocalEntry {
  /** Where its bytes begin. */
  readonly start: number;
  /** Name, sizes, sum and method are those of the directory: other programs may read these. */
  readonly agrees: boolean;
}

const LOCAL_FILE = 0x04034b50;
const HEADER_BYTES = 30;
/** Bits that change what is read: a password, sizes that follow the bytes, names in UTF-8. */
const [ENCRYPTED, DESCRIBED, UTF8] = [0x0001, 0x0008, 0x0800];
/** What may follow a file whose sizes were not known when it was begun, with its mark or without, in 32 or 64 bits. */
const DESCRIPTOR_BYTES = [12, 16, 20, 24];
const MOST_32 = 0xffff_ffff;
/** Headers of small files stand close to one another: several come with one reading. */
const WINDOW = 4096;

/**
 * Each entry where its bytes stand. Undefined unless they follow one another from the first byte to the directory, which
 * begins at `directory`: a program that reads an archive as it comes would find what stands between them. May reject as
 * the source does.
 */
export async function localEntries<Entry extends Announced>(
  source: ByteSource,
  entries: readonly Entry[],
  directory: number,
): Promise<ReadonlyMap<Entry, LocalEntry> | undefined> {
  const bytesAt = windowed(source);
  const found = new Map<Entry, LocalEntry>();
  let ends: readonly number[] = [0];
  for (const entry of [...entries].sort((one, other) => one.offset - other.offset)) {
    const { offset, compressedSize } = entry;
    const header = await bytesAt(offset, HEADER_BYTES);
    if (!ends.includes(offset) || header?.getUint32(0, true) !== LOCAL_FILE) return undefined;
    const nameBytes = header.getUint16(26, true);
    const start = offset + HEADER_BYTES + nameBytes + header.getUint16(28, true);
    const described = (header.getUint16(6, true) & DESCRIBED) !== 0;
    // A file that is longer for who reads it here would swallow the next ones.
    if (!described && ![compressedSize, MOST_32].includes(header.getUint32(18, true))) return undefined;
    const name = await bytesAt(offset + HEADER_BYTES, nameBytes);
    found.set(entry, { start, agrees: name !== undefined && agree(header, name, entry) });
    const end = start + compressedSize;
    ends = described ? [end, ...DESCRIPTOR_BYTES.map((bytes) => end + bytes)] : [end];
  }
  return ends.includes(directory) ? found : undefined;
}

function agree(header: DataView, name: DataView, entry: Announced): boolean {
  const flags = header.getUint16(6, true);
  const asked = ENCRYPTED | DESCRIBED | UTF8;
  const sizes =
    (flags & DESCRIBED) !== 0 ||
    (header.getUint32(14, true) === entry.crc32 &&
      [entry.uncompressedSize, MOST_32].includes(header.getUint32(22, true)));
  return (
    sizes &&
    (flags & asked) === ((entry.rawBitFlag ?? 0) & asked) &&
    header.getUint16(8, true) === entry.compressionMethod &&
    name.byteLength === entry.rawFilename.length &&
    entry.rawFilename.every((byte, at) => name.getUint8(at) === byte)
  );
}

/** So many bytes from any place on; undefined where the file ends before. */
function windowed(source: ByteSource): (at: number, length: number) => Promise<DataView | undefined> {
  let begin = 0;
  let bytes = new Uint8Array();
  return async (at, length) => {
    if (at < begin || at + length > begin + bytes.length) {
      begin = at;
      bytes = await source.read(at, Math.max(WINDOW, length));
    }
    if (at - begin + length > bytes.length) return undefined;
    return new DataView(bytes.buffer, bytes.byteOffset + at - begin, length);
  };
}
