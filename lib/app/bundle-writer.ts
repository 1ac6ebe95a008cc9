import type { BundleFile } from '../core/bundle/dossier-record.ts';
import type { BundleSink, Hashing, StoredFile } from './ports.ts';

export type FileHashes = Pick<BundleFile, 'sha256' | 'crc32'>;

/** Writes files below the top folder and remembers what the manifests must say of them. */
export function createBundleWriter(sink: BundleSink, hashing: Hashing, topFolder: string) {
  const encoder = new TextEncoder();
  const files: BundleFile[] = [];
  const inZip = (path: string) => `${topFolder}/${path}`;

  const hash = async (
    bytes: Uint8Array<ArrayBuffer>,
    kept?: Pick<StoredFile, 'sha256' | 'crc32'>,
  ): Promise<FileHashes> => {
    // Hashed again, never taken from the store: the manifest must be true of the bytes written here.
    const sha256 = await hashing.digest(bytes);
    // What was kept with the same hash was kept of the same bytes.
    return { sha256, crc32: kept?.sha256 === sha256 ? kept.crc32 : hashing.crc32(bytes) };
  };
  const addBytes = async (
    path: string,
    bytes: Uint8Array<ArrayBuffer>,
    known?: FileHashes,
  ): Promise<BundleFile> => {
    const file = { path, bytes: bytes.length, ...(known ?? (await hash(bytes))) };
    await sink.add(inZip(path), bytes, file.crc32);
    files.push(file);
    return file;
  };

  return {
    files: files as readonly BundleFile[],
    /** What `addBytes` needs to know of bytes, which may be found out ahead. `kept`: what the store says of them. */
    hash,
    addBytes,
    addText: (path: string, text: string) => addBytes(path, encoder.encode(text)),
    async addLarge(file: BundleFile, chunks: AsyncIterable<Uint8Array<ArrayBuffer>>): Promise<void> {
      await sink.addLarge({ ...file, path: inZip(file.path) }, chunks);
      files.push(file);
    },
  };
}
export type BundleWriter = ReturnType<typeof createBundleWriter>;
