import type { CheckResult } from './check.ts';

/** Whether some checks could not be made, for the one reason that the profile of the bundle leaves out what they take. */
export const isInPart = (results: readonly CheckResult[]): boolean =>
  results.some(({ problems }) => problems.some(({ kind }) => kind === 'left-out'));

/** Whether there is a journal to follow, as far as these results tell. */
export const hasJournal = (results: readonly CheckResult[]): boolean =>
  !results.some(({ problems }) => problems.some(({ id }) => id === 'journal-left-out'));
