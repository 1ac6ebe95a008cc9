import { PATHS, PAYLOAD_FOLDER } from '../../bundle/layout.ts';
import type { Check } from '../check.ts';
import { compareManifest } from '../compare-manifest.ts';

/** A manifest cannot list itself, nor a signature over itself. */
const LISTED_NOWHERE = [PATHS.tagManifest, `scelles/${PATHS.tagManifest}.sig`];

export const tags: Check = {
  id: 'tags',
  run: (bundle) =>
    compareManifest(
      bundle,
      PATHS.tagManifest,
      (path) => !path.startsWith(PAYLOAD_FOLDER) && !LISTED_NOWHERE.includes(path),
    ),
};
