import type { Verdict } from './check.ts';

/** What an intact bundle shows of its origin, from the least to the most. No timestamp is checked yet. */
export const LEVELS = ['intact', 'sealed', 'stamped'] as const;
export type Level = (typeof LEVELS)[number];

export interface SealingKey {
  /** SHA-256 of the public key, lowercase hex. */
  readonly spkiSha256: string;
  /** Against the fingerprint that the reader knows from elsewhere. */
  readonly compared: 'same' | 'other' | 'not-compared';
}

/** Null for a bundle that is not intact. A key that is not the expected one adds nothing: anybody can make one. */
export function levelOf(verdict: Verdict, key: SealingKey | null): Level | null {
  if (verdict !== 'intact') return null;
  return key !== null && key.compared !== 'other' ? 'sealed' : 'intact';
}

export function compareKey(spkiSha256: string, expected: string | undefined): SealingKey {
  const compared = expected === undefined ? 'not-compared' : expected === spkiSha256 ? 'same' : 'other';
  return { spkiSha256, compared };
}
