import type { OpenedBundle } from '../core/verify/check.ts';

/** Bytes that can be read anywhere: a file on disk, a file that somebody chose. */
export interface ByteSource {
  readonly size: number;
  /** At most `length` bytes from `at`; fewer where the source ends. */
  read(at: number, length: number): Promise<Uint8Array<ArrayBuffer>>;
  /** The same, of a few bytes that nothing near is read with; where it is another way. */
  readApart?(at: number, length: number): Promise<Uint8Array<ArrayBuffer>>;
}

/** What the reader needs of the place where it runs. */
export interface ReaderPorts {
  readonly sha256: OpenedBundle['sha256'];
  /** SHA-256 chunk after chunk; lowercase hex. */
  running(): { update(chunk: Uint8Array): void; digest(): string };
  /** The same of bytes that are all there, where that is faster. */
  digest?(bytes: Uint8Array<ArrayBuffer>): Promise<string>;
  readonly isSigned: OpenedBundle['isSigned'];
  readonly timestamps?: OpenedBundle['timestamps'];
}

/** One thing in an archive or in a folder that was given. */
export interface Item {
  /** As it stands there, `/` between folders; may be anything. */
  readonly name: string;
  /** `odd`: a link, or something that programs do not agree about. */
  readonly kind: 'file' | 'folder' | 'odd';
  /** Bytes announced. */
  readonly size: number;
  /** Hands over exactly `size` bytes, or rejects with UnreadableFile. */
  read(onChunk: (chunk: Uint8Array<ArrayBuffer>) => void): Promise<void>;
}
