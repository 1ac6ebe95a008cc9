import { PATHS, PAYLOAD_FOLDER } from '../../bundle/layout.ts';
import type { Check } from '../check.ts';
import { compareManifest } from '../compare-manifest.ts';

export const payload: Check = {
  id: 'payload',
  run: (bundle) => compareManifest(bundle, PATHS.manifest, (path) => path.startsWith(PAYLOAD_FOLDER)),
};
