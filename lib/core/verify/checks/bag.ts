import { PATHS, PAYLOAD_FOLDER } from '../../bundle/layout.ts';
import type { Check, OpenedBundle, Problem } from '../check.ts';

/** RFC 8493: the declaration, and the number of files and bytes that the bag announces. */
export const bag: Check = {
  id: 'bag',
  title: 'Le nombre de fichiers et d’octets est celui annoncé (BagIt)',
  async run(bundle) {
    const problems: Problem[] = [];
    const declaration = await textOf(bundle, PATHS.bagit, problems);
    if (
      declaration !== undefined &&
      !/^BagIt-Version: 1\.0\r?\nTag-File-Character-Encoding: UTF-8\r?\n?$/.test(declaration)
    ) {
      problems.push({ kind: 'altered', text: `${PATHS.bagit} n’a pas le contenu attendu.` });
    }
    const info = await textOf(bundle, PATHS.bagInfo, problems);
    const oxum = info === undefined ? undefined : /^Payload-Oxum: *(\d+)\.(\d+)\s*$/m.exec(info);
    if (oxum === null) problems.push({ kind: 'unknown', text: `${PATHS.bagInfo} n’annonce pas de contenu.` });
    if (oxum) problems.push(...(await compareOxum(bundle, Number(oxum[1]), Number(oxum[2]))));
    return problems;
  },
};

async function textOf(bundle: OpenedBundle, path: string, problems: Problem[]): Promise<string | undefined> {
  if (bundle.paths.has(path)) return new TextDecoder('utf-8').decode(await bundle.read(path));
  problems.push({ kind: 'missing', text: `Le fichier ${path} est absent.` });
  return undefined;
}

async function compareOxum(bundle: OpenedBundle, bytes: number, files: number): Promise<readonly Problem[]> {
  const payload = [...bundle.paths].filter((path) => path.startsWith(PAYLOAD_FOLDER));
  if (payload.length !== files) {
    const kind = payload.length < files ? 'missing' : 'altered';
    return [{ kind, text: `${files} fichiers annoncés, ${payload.length} trouvés.` }];
  }
  const found = payload.reduce((sum, path) => sum + bundle.size(path), 0);
  return found === bytes ? [] : [{ kind: 'altered', text: `${bytes} octets annoncés, ${found} trouvés.` }];
}
