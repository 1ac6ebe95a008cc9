import type { FileHandle } from 'node:fs/promises';
import type { ByteSource } from '../reader/ports.ts';

export const fileSource = (handle: FileHandle, size: number): ByteSource => ({
  size,
  async read(at, length) {
    const bytes = new Uint8Array(Math.max(0, Math.min(length, size - at)));
    const { bytesRead } = await handle.read(bytes, 0, bytes.length, at);
    return bytes.subarray(0, bytesRead);
  },
});
