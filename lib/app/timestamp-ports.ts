import type { TimestampProblem } from '../core/timestamp/check-reply.ts';
import type { Bytes } from '../core/timestamp/der.ts';

/** Why there was no reply at all. */
export const AUTHORITY_FAILURES = [
  /** Nobody answered: the device is offline, or the authority is. */
  'offline',
  'time-out',
  /** It answered with an error, or sent us elsewhere. */
  'http-error',
  /** More than any reply is. */
  'too-large',
  /** Not an address that is ever asked, or one that the person does not allow. */
  'not-allowed',
] as const;
export type AuthorityFailure = (typeof AUTHORITY_FAILURES)[number];

export class AuthorityError extends Error {
  readonly failure: AuthorityFailure;
  constructor(failure: AuthorityFailure, message: string) {
    super(message);
    this.name = 'AuthorityError';
    this.failure = failure;
  }
}

/** Sends one request, and nothing else. Rejects with AuthorityError. */
export type AskAuthority = (url: string, query: Bytes) => Promise<Bytes>;

/** Why something has no timestamp: words that may stand in a journal. */
export type TimestampFailure = AuthorityFailure | TimestampProblem;
