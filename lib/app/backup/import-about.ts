import * as z from 'zod/mini';
import { NotABackup } from '../../core/backup/format.ts';
import type { ImportAbout } from './backup-ports.ts';

const sha256 = z.string().check(z.regex(/^[0-9a-f]{64}$/));
const number = z.number().check(z.gte(0));

const about = z.object({
  name: z.string().check(z.maxLength(300)),
  bytes: number,
  sha256,
  crc32: number,
  importedAt: number,
  level: z.enum(['intact', 'sealed', 'stamped']),
  keySha256: z.nullable(sha256),
  rehearsal: z.boolean(),
});

/** What is said of an imported bundle. Throws NotABackup when it does not read. */
export function parseImport(bytes: Uint8Array): ImportAbout {
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    value = undefined;
  }
  const result = about.safeParse(value);
  if (!result.success) throw new NotABackup('damaged', 'what is said of an import does not read');
  return result.data;
}

export const importText = (told: ImportAbout): string => `${JSON.stringify(told, null, 1)}\n`;
