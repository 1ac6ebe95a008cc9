import type { ByteSource } from './ports.ts';

/** Where an entry stands, as the archive's directory says. */
interface Place {
  readonly offset: number;
  readonly compressedSize: number;
}

const LOCAL_FILE = 0x04034b50;
const HEADER_BYTES = 30;
const HAS_DESCRIPTOR = 0x0008;
/** What may follow a file whose sizes were not known when it was begun, with its mark or without, in 32 or 64 bits. */
const DESCRIPTOR_BYTES = [12, 16, 20, 24];
const MOST_32 = 0xffff_ffff;
/** Headers of small files stand close to one another: several come with one reading. */
const WINDOW = 4096;

/**
 * Whether the files follow one another from the first byte to the directory (which begins at `directory`), with nothing
 * between them: a program that reads an archive as it comes would find what stands there. May reject as the source does.
 */
export async function isCovered(
  source: ByteSource,
  entries: readonly Place[],
  directory: number,
): Promise<boolean> {
  const headerAt = windowed(source);
  let ends: readonly number[] = [0];
  for (const { offset, compressedSize } of [...entries].sort((one, other) => one.offset - other.offset)) {
    const header = await headerAt(offset);
    if (!ends.includes(offset) || header?.getUint32(0, true) !== LOCAL_FILE) return false;
    const described = (header.getUint16(6, true) & HAS_DESCRIPTOR) !== 0;
    const told = header.getUint32(18, true);
    if (!described && told !== compressedSize && told !== MOST_32) return false;
    const end =
      offset + HEADER_BYTES + header.getUint16(26, true) + header.getUint16(28, true) + compressedSize;
    ends = described ? [end, ...DESCRIPTOR_BYTES.map((bytes) => end + bytes)] : [end];
  }
  return ends.includes(directory);
}

/** The bytes from any place on, as many as a header has; undefined where the file ends before. */
function windowed(source: ByteSource): (at: number) => Promise<DataView | undefined> {
  let begin = 0;
  let bytes = new Uint8Array();
  return async (at) => {
    if (at < begin || at + HEADER_BYTES > begin + bytes.length) {
      begin = at;
      bytes = await source.read(at, WINDOW);
    }
    return bytes.length < HEADER_BYTES
      ? undefined
      : new DataView(bytes.buffer, bytes.byteOffset + at - begin, HEADER_BYTES);
  };
}
