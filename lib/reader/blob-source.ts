import type { ByteSource } from './ports.ts';

/** A file that somebody chose; only what is asked for is read. */
export const blobSource = (blob: Blob): ByteSource => ({
  size: blob.size,
  read: async (at, length) => new Uint8Array(await blob.slice(at, at + length).arrayBuffer()),
});
