import { conceptsOf } from './concepts.ts';
import { foldText } from './fold.ts';
import type { Finding } from './signals.ts';

/** Computes SHA-256: 32 bytes from any bytes. */
export type Sha256 = (bytes: Uint8Array) => Uint8Array;

export const FINGERPRINT_VERSION = 'anef-fp/1';

/** Ideas of a generic message, the same in French and in English; the words themselves are dropped. */
export const messageConcepts = (text: string): readonly string[] => conceptsOf(foldText(text));

/** The exact text that is hashed: five lines without a final newline. See `docs/empreintes.md`. */
export const fingerprintText = (
  finding: Pick<Finding, 'ruleId' | 'status' | 'concepts'>,
  route: string,
): string =>
  [
    FINGERPRINT_VERSION,
    finding.ruleId,
    route,
    finding.status === undefined ? '-' : String(finding.status),
    [...new Set(finding.concepts ?? [])].sort().join(' '),
  ].join('\n');

/**
 * Name of a malfunction, equal on two machines, in both languages and both browsers: 32 lowercase hex digits.
 * `route` is `routeTemplate` of the page on which it was found. Carries nothing personal.
 */
export const fingerprintOf = (
  finding: Pick<Finding, 'ruleId' | 'status' | 'concepts'>,
  route: string,
  sha256: Sha256,
): string =>
  Array.from(sha256(new TextEncoder().encode(fingerprintText(finding, route))).subarray(0, 16), (byte) =>
    byte.toString(16).padStart(2, '0'),
  ).join('');
