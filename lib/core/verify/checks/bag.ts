import { PATHS, PAYLOAD_FOLDER } from '../../bundle/layout.ts';
import type { Check, OpenedBundle, Problem } from '../check.ts';
import { missing } from '../compare-manifest.ts';
import { readShort } from '../guarded.ts';

/** RFC 8493: the declaration, and the number of files and bytes that the bag announces. */
export const bag: Check = {
  id: 'bag',
  async run(bundle) {
    const problems: Problem[] = [];
    const declaration = await textOf(bundle, PATHS.bagit, problems);
    if (
      declaration !== undefined &&
      !/^BagIt-Version: 1\.0\r?\nTag-File-Character-Encoding: UTF-8\r?\n?$/.test(declaration)
    ) {
      problems.push({ kind: 'altered', id: 'bagit-content', values: { path: PATHS.bagit } });
    }
    const info = await textOf(bundle, PATHS.bagInfo, problems);
    if (info !== undefined) problems.push(...announcedContent(bundle, info));
    for (const path of bundle.paths) {
      if (OTHER_LIST.test(path)) problems.push({ kind: 'unknown', id: 'other-list', values: { path } });
    }
    return problems;
  },
};

/** Lists that programs for BagIt follow, and that format 1 does not have: what they say is not checked here. */
const OTHER_LIST = /^(?:fetch\.txt|(?:tag)?manifest-(?!sha256\.txt$)[^/]*\.txt)$/i;

function announcedContent(bundle: OpenedBundle, info: string): readonly Problem[] {
  const [told, ...more] = [...info.matchAll(/^payload-oxum *:(.*)$/gim)];
  const [, bytes, files] = /^ *(\d+)\.(\d+)\s*$/.exec(told?.[1] ?? '') ?? [];
  // Given twice, each program would choose.
  if (bytes === undefined || files === undefined || more.length > 0)
    return [{ kind: 'unknown', id: 'no-content-announced', values: { path: PATHS.bagInfo } }];
  return compareOxum(bundle, Number(bytes), Number(files));
}

async function textOf(bundle: OpenedBundle, path: string, problems: Problem[]): Promise<string | undefined> {
  if (bundle.paths.has(path)) return readShort(bundle, path);
  problems.push(missing(path));
  return undefined;
}

function compareOxum(bundle: OpenedBundle, bytes: number, files: number): readonly Problem[] {
  const payload = [...bundle.paths].filter((path) => path.startsWith(PAYLOAD_FOLDER));
  if (payload.length !== files) {
    const kind = payload.length < files ? 'missing' : 'altered';
    return [{ kind, id: 'count-of-files', values: { announced: files, found: payload.length } }];
  }
  const found = payload.reduce((sum, path) => sum + bundle.size(path), 0);
  if (found === bytes) return [];
  return [{ kind: 'altered', id: 'count-of-bytes', values: { announced: bytes, found } }];
}
