import type { TabState } from './tab-state.ts';

/** A form that nobody has touched for so long is not being filled any more (ms). */
export const UNTOUCHED = 30 * 60_000;

/**
 * Whether a page of the portal is being used: somebody clicked, typed, sent or chose a file there lately. Looking
 * around is no use of a form, and a clock that was set back makes nothing recent.
 */
export const isFormUnderWay = (tabs: readonly Pick<TabState, 'touchedAt'>[], now: number): boolean =>
  tabs.some(({ touchedAt }) => touchedAt !== undefined && Math.abs(now - touchedAt) <= UNTOUCHED);
