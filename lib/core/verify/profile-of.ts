import * as z from 'zod/mini';
import { PATHS } from '../bundle/layout.ts';
import { PROFILES, type Profile } from '../profile/profile.ts';
import { PROFILE_RULES } from '../profile/rules.ts';
import type { OpenedBundle } from './check.ts';
import { readForeignJson } from './guarded.ts';

const naming = z.object({ profile: z.string() });

/** The profile that a description claims: null when it claims none, `unknown` for one of another version. Never rejects. */
export async function claimedProfile(bundle: OpenedBundle): Promise<Profile | 'unknown' | null> {
  if (!bundle.paths.has(PATHS.dossier)) return null;
  const parsed = naming.safeParse(await readForeignJson(bundle, PATHS.dossier).catch(() => undefined));
  if (!parsed.success) return null;
  return PROFILES.find((profile) => profile === parsed.data.profile) ?? 'unknown';
}

/** The rules that a bundle says it follows. Those of the complete one for whatever says nothing that is known. */
export async function claimedRules(bundle: OpenedBundle) {
  const claimed = await claimedProfile(bundle);
  return PROFILE_RULES[claimed === null || claimed === 'unknown' ? 'complete' : claimed];
}

/** Whether there is no journal, and the profile says why. */
export const isWithoutJournal = async (bundle: OpenedBundle): Promise<boolean> =>
  !bundle.paths.has(PATHS.journal) && (await claimedRules(bundle)).journal !== 'carried';
