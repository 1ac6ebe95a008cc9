import type { BundleFile } from '../core/bundle/dossier-record.ts';
import type { PrintableDocument } from '../core/report/document.ts';

/** The outside world as the use cases see it. Real ones live in `lib/browser` and `lib/render`, fakes in the tests. */

export interface Clock {
  /** Milliseconds since 1970, as the device says. */
  now(): number;
  /** Resolves after `ms`. */
  wait(ms: number): Promise<void>;
  /** IANA zone of the device, e.g. `Europe/Paris`, and its offset now, in minutes east of UTC. */
  zone(): { readonly name: string; readonly offsetMinutes: number };
}

export interface Randomness {
  /** Random UUID. */
  uuid(): string;
  /** `length` random bytes as lowercase hex. */
  hex(length: number): string;
}

/** The kinds of side file a journal line can have. `query` and `reply`: its timestamp, as asked for and as given. */
export type FileKind =
  | 'capture'
  | 'picture'
  | 'snapshot'
  | 'incident'
  | 'absence'
  | 'display'
  | 'documents'
  | 'filing'
  | 'query'
  | 'reply';

/**
 * One stored file as it enters a bundle. `sha256` (hex) and `crc32` were kept from the moment of capture, under one seal
 * with the bytes: a source that could give other bytes than these hashes are of must refuse the file instead.
 */
export interface StoredFile {
  readonly seq: number;
  readonly kind: FileKind;
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly sha256: string;
  readonly crc32: number;
  /** Nobody reads `bytes` any more: their memory may go at once. */
  release(): void;
}

/** A dossier read at one instant: nothing written later is seen. */
export interface DossierSource {
  readonly id: string;
  readonly createdAt: string;
  /** Marked as one where its head is kept: its first line may be damaged. */
  readonly rehearsal?: boolean | undefined;
  /** Fingerprints of what the person no longer wants on her screen. */
  readonly hidden?: readonly string[];
  /** `seq` of the last line read. */
  readonly headSeq: number;
  /** Raw journal lines in order, without their newline. */
  lines(): AsyncIterable<string>;
  /** Files of one kind, in order of `seq`. */
  files(kind: FileKind): AsyncIterable<StoredFile>;
  /** Several may be asked for at a time. */
  file(seq: number, kind: FileKind): Promise<StoredFile | undefined>;
  /** Whether the person has erased something of it since that instant: a file that is missing may be missing for that. */
  erasedSince(): Promise<boolean>;
}

/** Where a bundle is written. Every entry has its size and CRC in its local header. */
export interface BundleSink {
  /** Has taken the bytes when it resolves. */
  add(path: string, bytes: Uint8Array<ArrayBuffer>, crc32: number): Promise<void>;
  addLarge(file: BundleFile, chunks: AsyncIterable<Uint8Array<ArrayBuffer>>): Promise<void>;
  close(): Promise<void>;
}

/** A temporary file on disk: for a document whose size is known only at its end. */
export interface ScratchFile {
  /** Has taken the bytes when it returns. */
  write(chunk: Uint8Array): void;
  /** Each chunk holds until the next one is asked for. */
  read(): AsyncIterable<Uint8Array<ArrayBuffer>>;
  remove(): Promise<void>;
}

export interface Hashing {
  /** Lowercase hex SHA-256. Synchronous: it also serves inside a database transaction. */
  sha256(bytes: Uint8Array): string;
  /** The same, elsewhere if that is faster: for large files outside of transactions. */
  digest(bytes: Uint8Array<ArrayBuffer>): Promise<string>;
  crc32(bytes: Uint8Array): number;
  /** Both at once, chunk after chunk. */
  running(): { update(chunk: Uint8Array): void; digest(): { sha256: string; crc32: number; bytes: number } };
}

/** The key of this browser profile that seals bundles: ECDSA on P-384, its private half can't be read by anyone. */
export interface DeviceKey {
  /** Public half, as SubjectPublicKeyInfo in DER. */
  readonly spki: Uint8Array<ArrayBuffer>;
  /** Signature of the SHA-256 of these bytes: r and s, 48 bytes each. */
  sign(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>>;
}

/** Draws a document, chunk by chunk; `onChunk` must have taken the bytes when it returns. */
export type DrawDocument = (
  document: PrintableDocument,
  onChunk: (chunk: Uint8Array) => void,
  aborted: () => boolean,
) => Promise<void>;
