import type { BadgeState } from '../app/badge-state.ts';
import { browser } from './api.ts';

/** Colours with at least 4.5:1 against the white text of the badge. */
const COLOURS = { calm: '#1f6f54', alert: '#b3261e', ask: '#8a5300' } as const;

/** What is to be said last, by tab. */
const latest = new Map<number, BadgeState>();
/** A worker of Chromium's that has just begun has no words for a while: asked again that often, that many times (ms). */
const AGAIN = 250;
const TIMES = 40;

async function wordsOf(key: BadgeState['title']): Promise<string> {
  for (let rest = TIMES; rest > 0; rest--) {
    const words = browser.i18n.getMessage(key);
    if (words !== '') return words;
    await new Promise((resolve) => setTimeout(resolve, AGAIN));
  }
  return '';
}

/** Draws the badge of one tab. The words of the tooltip come from the browser's language: no page can set them. */
export async function showBadge(tabId: number, state: BadgeState): Promise<void> {
  latest.set(tabId, state);
  try {
    await browser.action.setBadgeText({ tabId, text: state.text });
    await browser.action.setBadgeBackgroundColor({ tabId, color: COLOURS[state.tone] });
    await browser.action.setBadgeTextColor({ tabId, color: '#ffffff' });
    const words = await wordsOf(state.title);
    // Something newer is to be said, or there are no words: better those that stand there than none.
    if (words === '' || latest.get(tabId) !== state) return;
    await browser.action.setTitle({ tabId, title: words.replace('{count}', String(state.count)) });
  } catch {
    // The tab was closed between the event and now: it has no badge any more.
  }
}
