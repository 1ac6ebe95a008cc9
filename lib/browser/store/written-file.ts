import type { WrittenFile } from '../backup/backup-messages.ts';
import { createOpfsFile, type OpfsFile } from './opfs.ts';

/** A new file of the private file system; gone again when the job fails. The job says under which name it is offered. */
export async function intoFile<Value extends Pick<WrittenFile, 'fileName'>>(
  job: (file: OpfsFile) => Promise<Value>,
): Promise<Value & WrittenFile> {
  const file = await createOpfsFile();
  let bytes = 0;
  let refusal: unknown;
  const counted: OpfsFile = {
    ...file,
    write(chunk) {
      try {
        file.write(chunk);
        bytes += chunk.length;
      } catch (error) {
        refusal ??= error;
        throw error;
      }
    },
  };
  try {
    const value = await job(counted);
    file.close();
    return { ...value, opfsName: file.name, bytes };
  } catch (error) {
    await file.remove().catch(() => undefined); // the next start of the extension takes it away
    // Streams may have put their own error in the place of the disk's.
    throw refusal ?? error;
  }
}
