import type { Verdict } from './check.ts';

/** What an intact bundle shows of its origin, from the least to the most. */
export const LEVELS = ['intact', 'sealed', 'stamped'] as const;
export type Level = (typeof LEVELS)[number];

export interface SealingKey {
  /** SHA-256 of the public key, lowercase hex. */
  readonly spkiSha256: string;
  /** Against the fingerprint that the reader knows from elsewhere. */
  readonly compared: 'same' | 'other' | 'not-compared';
}

/**
 * Null for a bundle that is not intact. A key that is not the expected one adds nothing: anybody can make one. `stamped`:
 * by an authority for which a root of the reader's vouches.
 */
export function levelOf(verdict: Verdict, key: SealingKey | null, stamped: boolean): Level | null {
  if (verdict !== 'intact') return null;
  if (key === null || key.compared === 'other') return 'intact';
  return stamped ? 'stamped' : 'sealed';
}

export function compareKey(spkiSha256: string, expected: string | undefined): SealingKey {
  const compared = expected === undefined ? 'not-compared' : expected === spkiSha256 ? 'same' : 'other';
  return { spkiSha256, compared };
}
