import type { Tabs } from 'webextension-polyfill';
import { browser } from './api.ts';

/**
 * Which cookie store (so which portal session) a tab belongs to. Firefox says it itself, containers included, without
 * the `cookies` permission; Chromium says whether the window is private.
 */
const known = new Map<number, string>();

export const storeOfTab = (tab: Tabs.Tab): string =>
  tab.cookieStoreId ?? (tab.incognito ? 'private' : 'default');

const remember = (tab: Tabs.Tab): void => {
  if (tab.id !== undefined) known.set(tab.id, storeOfTab(tab));
};

/** Must run synchronously when the worker starts. Resolves once the tabs already open are known. */
export async function followCookieStores(): Promise<void> {
  browser.tabs.onCreated.addListener(remember);
  browser.tabs.onRemoved.addListener((tabId) => known.delete(tabId));
  for (const tab of await browser.tabs.query({})) remember(tab);
}

export const storeOfRequest = (details: { tabId: number; cookieStoreId?: string | undefined }): string =>
  details.cookieStoreId ?? known.get(details.tabId) ?? 'default';
