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
  readUnambiguous(await readRecord(bundle, path));

/** Any JSON in UTF-8, or undefined: also where a key stands twice, of which one program takes the first, another the last. */
export function readUnambiguous(bytes: Uint8Array): unknown {
  const value = readJson(bytes);
  return value !== undefined && colons(bytes) === keys(value) ? value : undefined;
}

const [QUOTE, BACKSLASH, COLON] = [0x22, 0x5c, 0x3a];
const OPENING = new Set([0x5b, 0x7b]);
const CLOSING = new Set([0x5d, 0x7d]);

/** The bytes of a JSON text that stand in none of its strings. */
function* outsideStrings(bytes: Uint8Array): Generator<number> {
  let quoted = false;
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at] ?? 0;
    if (quoted && byte === BACKSLASH) at++;
    else if (byte === QUOTE) quoted = !quoted;
    else if (!quoted) yield byte;
  }
}

/** Brackets within brackets. */
function isTooDeep(bytes: Uint8Array): boolean {
  let depth = 0;
  for (const byte of outsideStrings(bytes)) {
    if (OPENING.has(byte)) depth++;
    else if (CLOSING.has(byte)) depth--;
    if (depth > MOST.jsonDepth) return true;
  }
  return false;
}

function colons(bytes: Uint8Array): number {
  let found = 0;
  for (const byte of outsideStrings(bytes)) if (byte === COLON) found++;
  return found;
}

/** Of all objects in it; what is that deep has been refused before. */
function keys(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0;
  const inside = Object.values(value).reduce((sum: number, each) => sum + keys(each), 0);
  return Array.isArray(value) ? inside : inside + Object.keys(value).length;
}
