import type { BundleFile } from '../../core/bundle/dossier-record.ts';
import type { BundleSink, Hashing, StoredFile } from '../ports.ts';

/** Writes files below the top folder and remembers what the manifests must say of them. */
export function createBundleWriter(sink: BundleSink, hashing: Hashing, topFolder: string) {
  const encoder = new TextEncoder();
  const files: BundleFile[] = [];
  const inZip = (path: string) => `${topFolder}/${path}`;

  const add = async (file: BundleFile, bytes: Uint8Array<ArrayBuffer>): Promise<BundleFile> => {
    await sink.add(inZip(file.path), bytes, file.crc32);
    files.push(file);
    return file;
  };

  const addBytes = async (path: string, bytes: Uint8Array<ArrayBuffer>): Promise<BundleFile> => {
    const sha256 = await hashing.digest(bytes);
    return add({ path, bytes: bytes.length, sha256, crc32: hashing.crc32(bytes) }, bytes);
  };

  return {
    files: files as readonly BundleFile[],
    addText: (path: string, text: string): Promise<BundleFile> => addBytes(path, encoder.encode(text)),
    addBytes,
    /** With the hashes that the store vouches for: hashing all pictures again would be a good part of an export. */
    addStored: (path: string, { bytes, sha256, crc32 }: StoredFile): Promise<BundleFile> =>
      add({ path, bytes: bytes.length, sha256, crc32 }, bytes),
    async addLarge(file: BundleFile, chunks: AsyncIterable<Uint8Array<ArrayBuffer>>): Promise<void> {
      await sink.addLarge({ ...file, path: inZip(file.path) }, chunks);
      files.push(file);
    },
  };
}
export type BundleWriter = ReturnType<typeof createBundleWriter>;
