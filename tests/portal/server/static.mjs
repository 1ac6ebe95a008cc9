import { readFile } from 'node:fs/promises';
import { extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';

const APP = fileURLToPath(new URL('../app/', import.meta.url));

const TYPES = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
};

/** `{ type, body }` of a file of the application, undefined when there is none. */
export async function readAsset(name) {
  const path = normalize(join(APP, name));
  const type = TYPES[extname(path)];
  if (!path.startsWith(APP) || !type) return undefined;
  try {
    return { type, body: await readFile(path) };
  } catch (error) {
    if (error.code === 'ENOENT' || error.code === 'EISDIR') return undefined;
    throw error;
  }
}
