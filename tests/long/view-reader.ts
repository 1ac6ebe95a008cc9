import type { Page } from 'puppeteer-core';
import type { PopupView } from '../../lib/app/popup/popup-view.ts';
import type { Witnessed } from '../e2e/browser/witnessed.ts';
import { openDesk } from './desk.ts';

/** Reads what the popup would show for a tab, again and again. */
export async function createViewReader(witnessed: Witnessed, page: Page): Promise<() => Promise<PopupView>> {
  const { ask, tabId } = await openDesk(witnessed, page);
  return () => ask('popup.read', { tabId, opened: false });
}
