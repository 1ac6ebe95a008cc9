/** For whom an export is: see `rules.ts` for what each carries. */
export const PROFILES = ['complete', 'court', 'administration', 'association'] as const;
export type Profile = (typeof PROFILES)[number];

export interface ProfileChoice {
  readonly profile: Profile;
  /** False: without the journal, where the profile leaves the choice. */
  readonly journal?: boolean;
}

export const COMPLETE: ProfileChoice = { profile: 'complete' };
