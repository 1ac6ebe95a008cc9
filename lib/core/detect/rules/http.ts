import type { HttpRule } from '../rule.ts';

/** Stands for a status in the signal of a request that broke before its answer; the network observer says so. */
export const CONNECTION_LOST = -2;

const shared = { kind: 'http', version: 1, measure: 'substitute-solution' } as const;

/** Status rules. 404 and 204 are ordinary answers of the portal ("no such file"); 0 says nothing. */
export const HTTP_RULES: readonly HttpRule[] = [
  {
    ...shared,
    id: 'http-upload-failed',
    measure: 'report-correct-complete',
    category: 'upload',
    weight: 1,
    /** Told besides the server's own failure, and before it: it is the document that is missing. */
    statuses: [
      [500, 501],
      [505, 519],
    ],
    when: 'sending',
  },
  {
    ...shared,
    id: 'http-server-error',
    category: 'server-error',
    weight: 1,
    statuses: [
      [500, 501],
      [505, 519],
    ],
    when: 'any',
  },
  {
    ...shared,
    id: 'http-unavailable',
    category: 'unavailable',
    weight: 1,
    statuses: [
      [502, 504],
      [520, 599],
    ],
    when: 'any',
  },
  {
    ...shared,
    id: 'http-too-many-requests',
    category: 'unavailable',
    weight: 0.7,
    statuses: [[429, 429]],
    when: 'any',
  },
  {
    ...shared,
    id: 'http-session-lost',
    category: 'session',
    weight: 0.7,
    statuses: [[401, 401]],
    when: 'logged-in',
  },
  {
    ...shared,
    id: 'http-forbidden',
    category: 'refused',
    weight: 0.5,
    statuses: [[403, 403]],
    when: 'logged-in',
  },
  {
    ...shared,
    id: 'http-upload-too-large',
    measure: 'report-correct-complete',
    category: 'upload',
    weight: 1,
    /** Only a file makes a request too large. */
    statuses: [[413, 413]],
    when: 'any',
  },
  {
    ...shared,
    id: 'http-upload-refused',
    measure: 'report-correct-complete',
    category: 'upload',
    weight: 0.7,
    statuses: [
      [400, 400],
      [414, 415],
      [422, 422],
    ],
    when: 'upload',
  },
  {
    ...shared,
    id: 'http-connection-lost',
    category: 'unavailable',
    weight: 0.7,
    /** No answer at all, for a reason that the network gives and the page did not choose. */
    statuses: [[CONNECTION_LOST, CONNECTION_LOST]],
    when: 'any',
  },
  {
    ...shared,
    id: 'page-unreachable',
    category: 'unavailable',
    weight: 1,
    /** No answer, hence no status: told by `judgeUnreachable`. */
    statuses: [],
    when: 'any',
  },
];
