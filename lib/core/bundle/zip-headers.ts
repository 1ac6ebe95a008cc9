/**
 * Headers of a ZIP whose entries are stored as they stand (APPNOTE 6.3.10), with ZIP64 fields only where a number does
 * not fit: some archivers are wary of them. Sizes and CRC stand before the bytes, so no data descriptor is needed.
 */
export interface ZipEntry {
  /** ASCII, `/` separators. */
  readonly path: string;
  readonly bytes: number;
  readonly crc32: number;
  /** Where its local header begins. */
  readonly offset: number;
}

const MOST_32 = 0xffff_ffff;
const MOST_16 = 0xffff;
const VERSION = 20;
const VERSION_ZIP64 = 45;
/** Made on a Unix: the attributes below are read as such. */
const UNIX = 3 << 8;
/** A plain file that its owner may write. */
const ATTRIBUTES = (0o100644 << 16) >>> 0;
const STORED = 0;
/** Names are UTF-8, of which ASCII is a part. */
const UTF8 = 0x0800;

type Field = readonly [size: 2 | 4 | 8, value: number];
const two = (value: number): Field => [2, value];
const four = (value: number): Field => [4, value];
const eight = (value: number): Field => [8, value];

/** Little-endian numbers one after the other, then the rest. */
function pack(fields: readonly Field[], ...rest: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const parts = rest.reduce((sum, { length }) => sum + length, 0);
  const packed = new Uint8Array(fields.reduce((sum, [size]) => sum + size, 0) + parts);
  const view = new DataView(packed.buffer);
  let at = 0;
  for (const [size, value] of fields) {
    if (size === 2) view.setUint16(at, value, true);
    else if (size === 4) view.setUint32(at, value, true);
    else view.setBigUint64(at, BigInt(value), true);
    at += size;
  }
  for (const part of rest) {
    packed.set(part, at);
    at += part.length;
  }
  return packed;
}

/** Date and time as MS-DOS had them, of the device's zone, to two seconds. Years before 1980 are 1980. */
const dosTime = (at: Date): readonly [time: Field, date: Field] => [
  two((at.getHours() << 11) | (at.getMinutes() << 5) | (at.getSeconds() >> 1)),
  two((Math.max(0, at.getFullYear() - 1980) << 9) | ((at.getMonth() + 1) << 5) | at.getDate()),
];

const encoder = new TextEncoder();
const inside = (value: number, most: number): number => Math.min(value, most);

export function localHeader({ path, bytes, crc32 }: ZipEntry, at: Date): Uint8Array<ArrayBuffer> {
  const name = encoder.encode(path);
  const large = bytes >= MOST_32;
  const extra = large ? pack([two(1), two(16), eight(bytes), eight(bytes)]) : new Uint8Array();
  const size = four(inside(bytes, MOST_32));
  const version = two(large ? VERSION_ZIP64 : VERSION);
  return pack(
    [
      four(0x0403_4b50),
      version,
      two(UTF8),
      two(STORED),
      ...dosTime(at),
      four(crc32),
      size,
      size,
      two(name.length),
      two(extra.length),
    ],
    name,
    extra,
  );
}

function centralHeader({ path, bytes, crc32, offset }: ZipEntry, at: Date): Uint8Array<ArrayBuffer> {
  const name = encoder.encode(path);
  const long = [
    ...(bytes >= MOST_32 ? [eight(bytes), eight(bytes)] : []),
    ...(offset >= MOST_32 ? [eight(offset)] : []),
  ];
  const extra = long.length > 0 ? pack([two(1), two(long.length * 8), ...long]) : new Uint8Array();
  const version = long.length > 0 ? VERSION_ZIP64 : VERSION;
  const size = four(inside(bytes, MOST_32));
  return pack(
    [
      four(0x0201_4b50),
      two(UNIX | version),
      two(version),
      two(UTF8),
      two(STORED),
      ...dosTime(at),
      four(crc32),
      size,
      size,
      two(name.length),
      two(extra.length),
      two(0),
      two(0),
      two(0),
      four(ATTRIBUTES),
      four(inside(offset, MOST_32)),
    ],
    name,
    extra,
  );
}

/** The directory and the end of the archive, in pieces. `offset`: where the directory begins. */
export function* directory(
  entries: readonly ZipEntry[],
  offset: number,
  at: Date,
): Generator<Uint8Array<ArrayBuffer>> {
  let size = 0;
  for (const entry of entries) {
    const header = centralHeader(entry, at);
    size += header.length;
    yield header;
  }
  const count = entries.length;
  if (count >= MOST_16 || size >= MOST_32 || offset >= MOST_32) {
    const versions = [two(UNIX | VERSION_ZIP64), two(VERSION_ZIP64)];
    const counts = [eight(count), eight(count), eight(size), eight(offset)];
    yield pack([four(0x0606_4b50), eight(44), ...versions, four(0), four(0), ...counts]);
    yield pack([four(0x0706_4b50), four(0), eight(offset + size), four(1)]);
  }
  const few = two(inside(count, MOST_16));
  const place = [four(inside(size, MOST_32)), four(inside(offset, MOST_32))];
  yield pack([four(0x0605_4b50), two(0), two(0), few, few, ...place, two(0)]);
}
