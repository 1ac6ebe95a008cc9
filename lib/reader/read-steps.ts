import type { ByteSource } from './ports.ts';

/** Bytes read at a time: most pictures come whole. */
const STEP = 2 * 1024 ** 2;

/** Hands over `length` bytes from `at`. Rejects where the source ends before, or can no longer be read. */
export async function readSteps(
  source: ByteSource,
  at: number,
  length: number,
  onChunk: (chunk: Uint8Array<ArrayBuffer>) => void,
): Promise<void> {
  for (let done = 0; done < length; ) {
    const chunk = await source.read(at + done, Math.min(STEP, length - done));
    if (chunk.length === 0) throw new Error('the source has ended');
    onChunk(chunk);
    done += chunk.length;
  }
}
