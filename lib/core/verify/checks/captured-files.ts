import { sideFilePath } from '../../bundle/layout.ts';
import { CAPTURE_PATH, captureOf } from '../capture-of.ts';
import type { Check, Problem } from '../check.ts';
import { compareFile } from '../compare-manifest.ts';

/** Pictures and snapshots against the hashes that their capture records keep from the moment of capture. */
export const capturedFiles: Check = {
  id: 'captured-files',
  async run(bundle) {
    const problems: Problem[] = [];
    const expected = new Set<string>();
    for (const path of bundle.paths) {
      const seq = CAPTURE_PATH.exec(path)?.[1];
      if (seq === undefined) continue;
      const record = await captureOf(bundle, path);
      if (!record) {
        problems.push({ kind: 'unknown', id: 'capture-format', values: { path } });
        continue;
      }
      for (const [kind, kept] of [
        ['picture', record.picture],
        ['snapshot', record.snapshot],
      ] as const) {
        if (kept === null) continue;
        const file = sideFilePath(kind, Number(seq));
        expected.add(file);
        const problem = await compareFile(bundle, file, kept);
        if (problem) problems.push(problem);
      }
    }
    for (const path of bundle.paths) {
      if (/^data\/captures\/.*\.(?:png|html)$/.test(path) && !expected.has(path)) {
        problems.push({ kind: 'altered', id: 'picture-unannounced', values: { path } });
      }
    }
    return problems;
  },
};
