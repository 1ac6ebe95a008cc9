import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const sha256 = (file) => createHash('sha256').update(readFileSync(file)).digest('hex');

/**
 * What a build left in its output folder: `hashes`, SHA-256 by path of each file of both extensions and of both packages;
 * `sources`, the names of its archives of sources, which are not built.
 */
export function hashBuild(output) {
  const files = readdirSync(output, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.startsWith('.stamp'))
    .map(({ parentPath, name }) =>
      join(parentPath, name)
        .slice(output.length + 1)
        .replaceAll('\\', '/'),
    )
    .sort();
  const isSources = (path) => path.endsWith('-sources.zip');
  return {
    hashes: new Map(
      files.filter((path) => !isSources(path)).map((path) => [path, sha256(join(output, path))]),
    ),
    sources: files.filter(isSources),
  };
}

/** One line a file, in the way of `sha256sum`; a file that is not the same in both has two, marked. */
export function compareBuilds(first, second) {
  const paths = [...new Set([...first.keys(), ...second.keys()])].sort();
  const lines = paths.flatMap((path) => {
    const [one = 'missing', two = 'missing'] = [first.get(path), second.get(path)];
    return one === two ? [`${one}  ${path}`] : [`< ${one}  ${path}`, `> ${two}  ${path}`];
  });
  const packages = paths.filter((path) => path.endsWith('.zip'));
  return { lines, same: packages.length === 2 && lines.length === paths.length };
}
