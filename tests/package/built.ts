import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const OUTPUT = resolve(import.meta.dirname, '../../.output');

/** One of the two built extensions, as its files. */
export interface Built {
  readonly name: 'chrome-mv3' | 'firefox-mv3';
  readonly folder: string;
  /** Paths, with `/`, in order. */
  readonly files: readonly string[];
  read(file: string): string;
}

export const BUILT: readonly Built[] = (['chrome-mv3', 'firefox-mv3'] as const).map((name) => {
  const folder = join(OUTPUT, name);
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(folder.length + 1)
        .replaceAll('\\', '/'),
    )
    .sort();
  return { name, folder, files, read: (file) => readFileSync(join(folder, file), 'utf8') };
});
