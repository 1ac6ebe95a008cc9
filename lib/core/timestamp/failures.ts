/** Why something has no timestamp, in closed lists: these words stand in a journal. */

/** There was no reply at all. */
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

/** There was one, which is not kept, or not believed. */
export const TIMESTAMP_PROBLEMS = [
  /** Not a reply of RFC 3161 at all. */
  'malformed',
  /** The authority said no. */
  'refused',
  /** It said yes and gave nothing. */
  'no-token',
  /** What it gave is no token that can be read. */
  'unreadable-token',
  'wrong-imprint',
  'wrong-nonce',
  /** The signed digest is not the content's, or the content is said to be something else. */
  'changed-content',
  /** None of its certificates is the one that it says has signed. */
  'no-signer',
  /** That certificate is for something else, or for something else too. */
  'wrong-purpose',
  /** That certificate had ended, or not begun. */
  'certificate-not-valid',
  'unsupported-algorithm',
  'bad-signature',
] as const;
export type TimestampProblem = (typeof TIMESTAMP_PROBLEMS)[number];

/** `not-stored`: the disk did not take it. */
export const TIMESTAMP_FAILURES = [...AUTHORITY_FAILURES, ...TIMESTAMP_PROBLEMS, 'not-stored'] as const;
export type TimestampFailure = (typeof TIMESTAMP_FAILURES)[number];
