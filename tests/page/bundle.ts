import { join } from 'node:path';
import { build, type Rolldown } from 'vite';

const ROOT = join(import.meta.dirname, '../..');

/** Bundles one script as the extension's build does: one classic script, minified. */
export const bundle = async (entry: string): Promise<string> => {
  const built = (await build({
    configFile: false,
    root: ROOT,
    logLevel: 'warn',
    build: { write: false, lib: { entry: join(ROOT, entry), formats: ['iife'], name: 'bundled' } },
  })) as Rolldown.RolldownOutput[];
  const chunk = built[0]?.output[0];
  if (chunk === undefined) throw new Error(`nothing was built from ${entry}`);
  return chunk.code;
};
