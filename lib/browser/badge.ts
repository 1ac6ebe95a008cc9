import type { BadgeState } from '../app/badge-state.ts';
import { browser } from './api.ts';

/** Colours with at least 4.5:1 against the white text of the badge. */
const COLOURS = { calm: '#1f6f54', alert: '#b3261e', ask: '#8a5300' } as const;

/** Draws the badge of one tab. The words of the tooltip come from the browser's language: no page can set them. */
export async function showBadge(tabId: number, state: BadgeState): Promise<void> {
  try {
    await browser.action.setBadgeText({ tabId, text: state.text });
    await browser.action.setBadgeBackgroundColor({ tabId, color: COLOURS[state.tone] });
    await browser.action.setBadgeTextColor({ tabId, color: '#ffffff' });
    const words = browser.i18n.getMessage(state.title).replace('{count}', String(state.count));
    await browser.action.setTitle({ tabId, title: words });
  } catch {
    // The tab was closed between the event and now: it has no badge any more.
  }
}
