import { parseManifest } from '../bundle/manifests.ts';
import { type OpenedBundle, type Problem, UnreadableFile } from './check.ts';
import { readLines } from './guarded.ts';

/** Files that are read and hashed while one is waited for: each place has its own part of the work. */
const AHEAD = 4;

function hashAhead(bundle: OpenedBundle, path: string): void {
  // Whoever asks for it gets what went wrong.
  if (bundle.paths.has(path)) bundle.hash(path).catch(() => undefined);
}

/** Problems of one manifest: files missing, changed, not listed (of those that `covers` says it must list). */
export async function compareManifest(
  bundle: OpenedBundle,
  manifest: string,
  covers: (path: string) => boolean,
): Promise<readonly Problem[]> {
  if (!bundle.paths.has(manifest)) return [missing(manifest)];
  const { entries, badLines } = parseManifest(await readLines(bundle, manifest));
  const problems: Problem[] = badLines.map((line) => ({
    kind: 'altered',
    id: 'manifest-line',
    values: { line, manifest },
  }));
  const listed = new Set<string>();
  for (const [at, { path, sha256 }] of entries.entries()) {
    for (const next of entries.slice(at + 1, at + 1 + AHEAD)) hashAhead(bundle, next.path);
    if (listed.has(path)) problems.push({ kind: 'altered', id: 'listed-twice', values: { path, manifest } });
    listed.add(path);
    const problem = await compareFile(bundle, path, sha256);
    if (problem) problems.push(problem);
  }
  for (const path of bundle.paths) {
    if (covers(path) && !listed.has(path)) {
      problems.push({ kind: 'altered', id: 'file-added', values: { path, manifest } });
    }
  }
  return problems;
}

export const missing = (path: string): Problem => ({ kind: 'missing', id: 'file-missing', values: { path } });

/** Undefined when the file has this hash. */
export async function compareFile(
  bundle: OpenedBundle,
  path: string,
  sha256: string,
): Promise<Problem | undefined> {
  if (!bundle.paths.has(path)) return missing(path);
  try {
    const found = await bundle.hash(path);
    return found === sha256 ? undefined : { kind: 'altered', id: 'file-altered', values: { path } };
  } catch (error) {
    if (!(error instanceof UnreadableFile)) throw error;
    return { kind: 'altered', id: 'file-damaged', values: { path } };
  }
}
