import type { Page } from 'puppeteer-core';
import type { PopupView } from '../../lib/app/popup-view.ts';
import type { MessageRequest } from '../../lib/app/protocol.ts';
import type { Witnessed } from '../e2e/browser/witnessed.ts';

interface Api {
  readonly tabs: { query(filter: object): Promise<{ id?: number }[]> };
  readonly runtime: {
    sendMessage(message: object): Promise<{ ok: true; value: PopupView } | { ok: false; error: string }>;
  };
}

/**
 * Reads what the popup would show for a tab, again and again, without the popup: that would lie over the page, and come
 * and go some hundred times. Asked from a page of the extension, which stays open behind.
 */
export async function createViewReader(witnessed: Witnessed, page: Page): Promise<() => Promise<PopupView>> {
  await page.bringToFront();
  const tabId = await witnessed.evaluateInBackground(async () => {
    const scope = globalThis as unknown as { browser?: Api; chrome: Api };
    const [tab] = await (scope.browser ?? scope.chrome).tabs.query({ active: true, lastFocusedWindow: true });
    return tab?.id ?? -1;
  });
  const desk = await witnessed.openExtensionPage('/export.html');
  await page.bringToFront();
  return async () => {
    const asked: MessageRequest<'popup.read'> = { tabId, opened: false };
    const reply = await desk.evaluate((data: object) => {
      const scope = globalThis as unknown as { browser?: Api; chrome: Api };
      const { runtime } = scope.browser ?? scope.chrome;
      return runtime.sendMessage({ to: 'background', name: 'popup.read', data });
    }, asked);
    if (!reply.ok) throw new Error(reply.error);
    return reply.value;
  };
}
