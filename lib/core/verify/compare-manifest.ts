import { parseManifest } from '../bundle/manifests.ts';
import { type OpenedBundle, type Problem, UnreadableFile } from './check.ts';

/** Problems of one manifest: files missing, changed, not listed (of those that `covers` says it must list). */
export async function compareManifest(
  bundle: OpenedBundle,
  manifestPath: string,
  covers: (path: string) => boolean,
): Promise<readonly Problem[]> {
  if (!bundle.paths.has(manifestPath))
    return [{ kind: 'missing', text: `Le fichier ${manifestPath} est absent.` }];
  const { entries, badLines } = parseManifest(
    new TextDecoder('utf-8').decode(await bundle.read(manifestPath)),
  );
  const problems: Problem[] = badLines.map((line) => ({
    kind: 'altered',
    text: `La ligne ${line} de ${manifestPath} est illisible.`,
  }));
  const listed = new Set<string>();
  for (const { path, sha256 } of entries) {
    if (listed.has(path))
      problems.push({ kind: 'altered', text: `${path} figure deux fois dans ${manifestPath}.` });
    listed.add(path);
    const problem = await compareFile(bundle, path, sha256);
    if (problem) problems.push(problem);
  }
  for (const path of bundle.paths) {
    if (covers(path) && !listed.has(path)) {
      problems.push({ kind: 'altered', text: `${path} a été ajouté : ${manifestPath} ne le connaît pas.` });
    }
  }
  return problems;
}

/** Undefined when the file has this hash. */
export async function compareFile(
  bundle: OpenedBundle,
  path: string,
  sha256: string,
): Promise<Problem | undefined> {
  if (!bundle.paths.has(path)) return { kind: 'missing', text: `Le fichier ${path} est absent.` };
  try {
    const found = await bundle.hash(path);
    return found === sha256 ? undefined : { kind: 'altered', text: `Le fichier ${path} a été modifié.` };
  } catch (error) {
    if (!(error instanceof UnreadableFile)) throw error;
    return { kind: 'altered', text: `Le fichier ${path} est endommagé : il ne peut pas être lu.` };
  }
}
