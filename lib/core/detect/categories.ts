/** The kinds of trouble, and the two that are none (`eligibility` is a legal rule, `confirmation` a success). */
export const CATEGORIES = [
  'account',
  'session',
  'server-error',
  'unavailable',
  'blocked-form',
  'refused',
  'duplicate',
  'eligibility',
  'upload',
  'payment',
  'appointment',
  'captcha',
  'correction',
  'attestation',
  'status',
  'confirmation',
] as const;
export type Category = (typeof CATEGORIES)[number];

/** A finding of these categories is kept but is no failure of the portal. */
export const isFailure = (category: Category): boolean =>
  category !== 'eligibility' && category !== 'confirmation';

/** The five measures ordered by the Conseil d'État on 5 May 2026. */
export const MEASURES = [
  'substitute-solution',
  'report-correct-complete',
  'attestation',
  'rights-maintained',
  'several-requests',
] as const;
export type Measure = (typeof MEASURES)[number];
