import type { BadgeState } from '../../app/popup/badge-state.ts';
import { browser } from '../api.ts';
import { badgeSentence } from './badge-words.ts';

/** Colours with at least 4.5:1 against the white text of the badge. */
const COLOURS = { calm: '#1f6f54', alert: '#b3261e', ask: '#8a5300' } as const;

/** Draws the badge of one tab. The words of its tooltip are ours: no page can set them. */
export async function showBadge(tabId: number, state: BadgeState): Promise<void> {
  try {
    const title = await badgeSentence(state);
    await browser.action.setBadgeText({ tabId, text: state.text });
    await browser.action.setBadgeBackgroundColor({ tabId, color: COLOURS[state.tone] });
    await browser.action.setBadgeTextColor({ tabId, color: '#ffffff' });
    await browser.action.setTitle({ tabId, title });
  } catch {
    // The tab was closed between the event and now: it has no badge any more.
  }
}
