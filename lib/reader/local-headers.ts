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
/** Readings on their way together: a browser takes longer to answer than to read. */
const TOGETHER = 16;

/**
 * Each entry where its bytes stand. Undefined unless they follow one another from the first byte to the directory, which
 * begins at `directory`: a program that reads an archive as it comes would find what stands between them. In the order in
 * which they stand there. May reject as the source does.
 */
export async function localEntries<Entry extends Announced>(
  source: ByteSource,
  entries: readonly Entry[],
  directory: number,
): Promise<ReadonlyMap<Entry, LocalEntry> | undefined> {
  const found = new Map<Entry, LocalEntry>();
  let ends: readonly number[] = [0];
  for await (const { entry, header } of headersOf(source, entries)) {
    const { offset, compressedSize } = entry;
    if (!ends.includes(offset) || header?.getUint32(0, true) !== LOCAL_FILE) return undefined;
    const start = offset + HEADER_BYTES + header.getUint16(26, true) + header.getUint16(28, true);
    const described = (header.getUint16(6, true) & DESCRIBED) !== 0;
    // A file that is longer for who reads it here would swallow the next ones.
    if (!described && ![compressedSize, MOST_32].includes(header.getUint32(18, true))) return undefined;
    found.set(entry, { start, agrees: agree(header, entry) });
    const end = start + compressedSize;
    ends = described ? [end, ...DESCRIPTOR_BYTES.map((bytes) => end + bytes)] : [end];
  }
  return ends.includes(directory) ? found : undefined;
}

function agree(header: DataView, entry: Announced): boolean {
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
    header.getUint16(26, true) === entry.rawFilename.length &&
    entry.rawFilename.every((byte, at) => header.getUint8(HEADER_BYTES + at) === byte)
  );
}

/** Entries whose headers come with one reading. */
interface Window<Entry> {
  readonly begin: number;
  readonly end: number;
  readonly entries: Entry[];
}

/** Of the header and of a name as long as the directory says. */
const endOf = ({ offset, rawFilename }: Announced): number => offset + HEADER_BYTES + rawFilename.length;

function windowsOf<Entry extends Announced>(entries: readonly Entry[]): readonly Window<Entry>[] {
  const windows: Window<Entry>[] = [];
  for (const entry of [...entries].sort((one, other) => one.offset - other.offset)) {
    const last = windows.at(-1);
    if (last && endOf(entry) <= last.end) last.entries.push(entry);
    else {
      const begin = entry.offset;
      windows.push({ begin, end: Math.max(begin + WINDOW, endOf(entry)), entries: [entry] });
    }
  }
  return windows;
}

/** Each entry, as they stand in the archive, with its header and its name; undefined where the file ends before. */
async function* headersOf<Entry extends Announced>(source: ByteSource, entries: readonly Entry[]) {
  const readApart = source.readApart ?? source.read;
  const windows = windowsOf(entries);
  for (let first = 0; first < windows.length; first += TOGETHER) {
    const together = windows.slice(first, first + TOGETHER);
    const read = await Promise.all(together.map(({ begin, end }) => readApart(begin, end - begin)));
    for (const [at, { begin, entries: inside }] of together.entries()) {
      const bytes = read[at] ?? new Uint8Array();
      for (const entry of inside) {
        const [from, length] = [entry.offset - begin, endOf(entry) - entry.offset];
        const isThere = from + length <= bytes.length;
        yield {
          entry,
          header: isThere ? new DataView(bytes.buffer, bytes.byteOffset + from, length) : undefined,
        };
      }
    }
  }
}
