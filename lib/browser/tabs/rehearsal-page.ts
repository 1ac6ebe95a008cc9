import type { Runtime } from 'webextension-polyfill';
import { browser } from '../api.ts';

export const REHEARSAL_PAGE = '/rehearsal.html';

/** The page to practise on, by its address as the browser says it. */
export const isRehearsalUrl = (url: string | undefined): boolean =>
  url?.replace(/[?#].*$/s, '') === browser.runtime.getURL(REHEARSAL_PAGE);

/** No script can be injected into a page of the extension: this one is asked. */
interface SnapshotQuestion {
  readonly to: 'rehearsal';
  readonly ask: 'snapshot';
}

const isSnapshotQuestion = (message: unknown): message is SnapshotQuestion =>
  typeof message === 'object' && message !== null && 'to' in message && message.to === 'rehearsal';

/** Called by the page itself. */
export function answerSnapshots(take: () => Promise<unknown>): void {
  browser.runtime.onMessage.addListener((message: unknown, sender: Runtime.MessageSender) =>
    isSnapshotQuestion(message) && sender.id === browser.runtime.id ? take() : undefined,
  );
}

/** What the page answers; rejects when it does not. */
export function askSnapshot(tabId: number): Promise<unknown> {
  const question: SnapshotQuestion = { to: 'rehearsal', ask: 'snapshot' };
  return browser.tabs.sendMessage(tabId, question, { frameId: 0 });
}
