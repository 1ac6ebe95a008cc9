import { parseManifest } from '../bundle/manifests.ts';
import { type OpenedBundle, type Problem, UnreadableFile } from './check.ts';
import { readLines } from './guarded.ts';

/** Files that are read and hashed at once: each place has its own part of the work. */
const AT_ONCE = 4;

/** Has files hashed in the order in which the bundle holds them, which is the fastest to read; it knows the hashes then. */
async function hashInPlace(bundle: OpenedBundle, wanted: ReadonlySet<string>): Promise<void> {
  const left = [...bundle.paths].filter((path) => wanted.has(path)).values();
  const hashOneByOne = async (): Promise<void> => {
    // Whoever asks for it gets what went wrong.
    for (const path of left) await bundle.hash(path).catch(() => undefined);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, hashOneByOne));
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
  await hashInPlace(bundle, new Set(entries.map(({ path }) => path)));
  const listed = new Set<string>();
  for (const { path, sha256 } of entries) {
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
