import type { ByteSource } from './ports.ts';

/**
 * Bytes asked for at once. In Chromium 1 GB takes nearly twice as long in pieces of 1 MB, and some bytes alone half a
 * millisecond; larger blocks than this gain little and stay in memory.
 */
const BLOCK = 8 * 1024 ** 2;
/** The one that is read, the one that comes, and one for whoever is still behind. */
const HELD = 3;

type Bytes = Uint8Array<ArrayBuffer>;

/** The same source where it is read from one end to the other, more or less: in large blocks, the next one beforehand. */
export function readAhead(source: ByteSource): ByteSource {
  /** By their place, the one that was asked for last at the end; undefined: it cannot be read. */
  const held = new Map<number, Promise<Bytes | undefined>>();
  const blockAt = (place: number): Promise<Bytes | undefined> => {
    const block = held.get(place) ?? source.read(place * BLOCK, BLOCK).catch(() => undefined);
    held.delete(place);
    held.set(place, block);
    for (const oldest of held.keys()) if (held.size > HELD) held.delete(oldest);
    return block;
  };
  /** As much of it as one block has. */
  const readPiece = async (at: number, length: number): Promise<Bytes> => {
    const place = Math.floor(at / BLOCK);
    const within = at - place * BLOCK;
    const goesOn = held.has(place - 1) && (place + 1) * BLOCK < source.size;
    const coming = blockAt(place);
    if (goesOn) void blockAt(place + 1);
    const block = await coming;
    // A spot of the disk that cannot be read damages what stands on it, and not all around it.
    return block ? block.subarray(within, within + length) : source.read(at, length);
  };
  const read = async (at: number, length: number): Promise<Bytes> => {
    const first = await readPiece(at, length);
    const left = Math.min(length, source.size - at) - first.length;
    if (left <= 0 || first.length === 0) return first;
    const rest = await read(at + first.length, left);
    const whole = new Uint8Array(first.length + rest.length);
    whole.set(first);
    whole.set(rest, first.length);
    return whole;
  };
  return { size: source.size, read, readApart: source.read };
}
