import * as z from 'zod/mini';
import { PATHS } from '../bundle/layout.ts';
import { PUBLIC_KEY } from '../seal/device-key.ts';
import { derOfPem } from '../seal/pem.ts';
import type { OpenedBundle, Problem } from './check.ts';
import { missing } from './compare-manifest.ts';
import { readForeignJson, readShort } from './guarded.ts';

const description = z.object({ key: z.object({ spkiSha256: z.string() }) });

/** Each seal, and the manifest that it is over. */
const SEALS = [
  [PATHS.manifestSignature, PATHS.manifest],
  [PATHS.tagManifestSignature, PATHS.tagManifest],
] as const;

export interface SealReport {
  /** SHA-256 of the public key; null in a bundle that is not sealed, or whose seals do not hold. */
  readonly spkiSha256: string | null;
  readonly problems: readonly Problem[];
}

/** A check and the level need it: it is looked at once. */
const looked = new WeakMap<OpenedBundle, Promise<SealReport>>();

/** The seals against the manifests, and their key against the one that the description names. */
export function sealOf(bundle: OpenedBundle): Promise<SealReport> {
  const found = looked.get(bundle) ?? lookAtSeals(bundle);
  looked.set(bundle, found);
  return found;
}

async function lookAtSeals(bundle: OpenedBundle): Promise<SealReport> {
  const announced = await announcedKey(bundle);
  const paths = [PATHS.publicKey, ...SEALS.map(([seal]) => seal)];
  if (announced === null && !paths.some((path) => bundle.paths.has(path)))
    return { spkiSha256: null, problems: [] };
  const problems: Problem[] = paths.filter((path) => !bundle.paths.has(path)).map(missing);
  if (!bundle.paths.has(PATHS.publicKey)) return { spkiSha256: null, problems };
  const spki = derOfPem(PUBLIC_KEY, await readShort(bundle, PATHS.publicKey));
  if (!spki) {
    problems.push({ kind: 'altered', id: 'key-format', values: { path: PATHS.publicKey } });
    return { spkiSha256: null, problems };
  }
  const spkiSha256 = bundle.sha256(spki);
  if (announced !== spkiSha256) problems.push({ kind: 'altered', id: 'key-other' });
  for (const [seal, sealed] of SEALS) {
    if (!bundle.paths.has(seal) || !bundle.paths.has(sealed)) continue;
    if (await bundle.isSigned(spki, await bundle.read(seal), await bundle.read(sealed))) continue;
    problems.push({ kind: 'altered', id: 'seal-other', values: { seal, sealed } });
  }
  return { spkiSha256: problems.length === 0 ? spkiSha256 : null, problems };
}

/** Null when the description names none, or is not there. */
async function announcedKey(bundle: OpenedBundle): Promise<string | null> {
  if (!bundle.paths.has(PATHS.dossier)) return null;
  const parsed = description.safeParse(await readForeignJson(bundle, PATHS.dossier));
  return parsed.success ? parsed.data.key.spkiSha256 : null;
}
