/** What Mozilla's linter says of the Firefox package, and why each is harmless. Shorter is better. */
export interface ExpectedNotice {
  readonly code: string;
  readonly message: string;
  /** Names of built chunks end in a hash. */
  readonly file: RegExp;
  readonly reason: string;
}

export const EXPECTED_NOTICES: readonly ExpectedNotice[] = [
  {
    code: 'UNSAFE_VAR_ASSIGNMENT',
    message: 'Unsafe assignment to innerHTML',
    file: /^chunks\/[\w-]+\.js$/,
    reason:
      'Preact’s support of dangerouslySetInnerHTML. No component uses it, and the policy of the pages (Trusted Types) refuses it.',
  },
  {
    code: 'UNSAFE_VAR_ASSIGNMENT',
    message: 'Unsafe call to import for argument 0',
    file: /^chunks\/verifier-[\w-]+\.js$/,
    reason:
      'The workers of zip.js, which reads bundles. Our reader turns them off (`useWebWorkers: false`), and the policy of the pages lets no other script in.',
  },
];
