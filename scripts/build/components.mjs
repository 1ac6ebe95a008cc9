import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../setup/run.mjs';

/** Packages that do not declare what their own licence file says (read on 2026-11-21). */
const UNDECLARED = { 'png-js': 'MIT' };

/** Code that a build tool writes by itself, by the beginning of its module's name. */
const WRITTEN_BY = [
  ['rolldown/', 'node_modules/rolldown'],
  ['vite/', 'node_modules/vite'],
  ['virtual:wxt', 'node_modules/wxt'],
];

const readJson = (...path) => JSON.parse(readFileSync(join(...path), 'utf8'));

/**
 * Where in package-lock.json the package of a module is, e.g. `node_modules/pdfkit/node_modules/@noble/hashes`; null
 * for a module of our own. Throws for a module that cannot be told.
 */
export function packagePathOf(moduleId, root = ROOT) {
  const ours = root.replaceAll('\\', '/');
  const id = moduleId.replaceAll('\\', '/').replaceAll('\0', '').replace(/\?.*$/, '');
  // From the first folder of packages to the last: a package may hold packages of its own.
  const below = id.replace(ours, '').replace(/^.*?(?=node_modules\/)/, '');
  const [, path] = /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)/.exec(below) ?? [];
  if (path) return path;
  const [, tool] = WRITTEN_BY.find(([beginning]) => id.startsWith(beginning)) ?? [];
  if (tool) return tool;
  if (id.startsWith(ours)) return null;
  throw new Error(`No package is known for the module ${JSON.stringify(moduleId)}`);
}

/** Notes what the bundler really writes: a Vite plugin, and which package paths went into which files. */
export function createRecord() {
  const filesByPackage = new Map();
  const plugin = {
    name: 'record-components',
    generateBundle(_options, bundle) {
      for (const chunk of Object.values(bundle)) {
        for (const [id, { renderedLength }] of Object.entries(chunk.modules ?? {})) {
          const path = packagePathOf(id);
          // A style sheet leaves nothing in the script that imports it.
          if (path === null || (renderedLength === 0 && !/\.css(\?|$)/.test(id))) continue;
          filesByPackage.set(path, (filesByPackage.get(path) ?? new Set()).add(chunk.fileName));
        }
      }
    },
  };
  return { plugin, filesByPackage };
}

const byName = (a, b) => (a.name + a.version < b.name + b.version ? -1 : 1);

/**
 * What package-lock.json says of each recorded package: `{ path, name, version, licence, sha512, files }`, by name.
 * `sha512`: of the package as the registry gives it, in hexadecimal.
 */
export function componentsOf(filesByPackage, packages = readJson(ROOT, 'package-lock.json').packages) {
  return [...filesByPackage]
    .map(([path, files]) => {
      const locked = packages[path];
      if (!locked) throw new Error(`package-lock.json does not know ${path}`);
      const name = path.replace(/^.*node_modules\//, '');
      return {
        path,
        name,
        version: locked.version,
        licence: locked.license ?? UNDECLARED[name] ?? 'unknown',
        sha512: Buffer.from(locked.integrity.replace(/^sha512-/, ''), 'base64').toString('hex'),
        files: [...files].sort(),
      };
    })
    .sort(byName);
}
