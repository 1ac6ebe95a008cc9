import { readJson } from '../bundle/read-record.ts';
import { type OpenedBundle, UnreadableFile } from './check.ts';

/**
 * Files of a stranger, before anything is made of them: what no honest bundle comes near to is refused, so that no
 * content can make the reader slow or fill its memory.
 */
const MOST = {
  /** A record with every field at its cap has about 500 kB. */
  jsonBytes: 8 * 1024 ** 2,
  jsonDepth: 32,
  lines: 200_000,
  shortBytes: 64 * 1024,
} as const;

/** A text of few lines: a declaration, a key. Rejects with UnreadableFile. */
export async function readShort(bundle: OpenedBundle, path: string): Promise<string> {
  if (bundle.size(path) > MOST.shortBytes) throw new UnreadableFile(path);
  return readLines(bundle, path);
}

/** A text of many lines, in UTF-8. Rejects with UnreadableFile. */
export async function readLines(bundle: OpenedBundle, path: string): Promise<string> {
  const bytes = await bundle.read(path);
  let lines = 0;
  for (const byte of bytes) {
    if ((byte === 10 || byte === 13) && ++lines > MOST.lines) throw new UnreadableFile(path);
  }
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
}

/** The bytes of what should be a record. Rejects with UnreadableFile. */
export async function readRecord(bundle: OpenedBundle, path: string): Promise<Uint8Array<ArrayBuffer>> {
  if (bundle.size(path) > MOST.jsonBytes) throw new UnreadableFile(path);
  const bytes = await bundle.read(path);
  if (isTooDeep(bytes)) throw new UnreadableFile(path);
  return bytes;
}

/** Any JSON, or undefined. Rejects with UnreadableFile. */
export const readForeignJson = async (bundle: OpenedBundle, path: string): Promise<unknown> =>
  readJson(await readRecord(bundle, path));

const [QUOTE, BACKSLASH] = [0x22, 0x5c];
const OPENING = new Set([0x5b, 0x7b]);
const CLOSING = new Set([0x5d, 0x7d]);

/** Brackets within brackets, those in strings left out. */
function isTooDeep(bytes: Uint8Array): boolean {
  let depth = 0;
  let quoted = false;
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at] ?? 0;
    if (quoted) {
      if (byte === BACKSLASH) at++;
      else if (byte === QUOTE) quoted = false;
    } else if (byte === QUOTE) quoted = true;
    else if (OPENING.has(byte)) depth++;
    else if (CLOSING.has(byte)) depth--;
    if (depth > MOST.jsonDepth) return true;
  }
  return false;
}
