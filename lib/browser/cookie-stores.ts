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

/** Must run synchronously when the worker starts. What it returns resolves once the tabs already open are known. */
export function followCookieStores(): () => Promise<void> {
  let read = false;
  browser.tabs.onCreated.addListener(remember);
  browser.tabs.onRemoved.addListener((tabId) => known.delete(tabId));
  browser.tabs.onReplaced.addListener((added, removed) => {
    const store = known.get(removed);
    if (store !== undefined) known.set(added, store);
    known.delete(removed);
  });
  return async () => {
    if (!read) (await browser.tabs.query({})).forEach(remember);
    read = true;
  };
}

/** Undefined for a tab that is not known (any more): whose request it is cannot be told, so it is nobody's. */
export const storeOfRequest = (details: {
  readonly tabId: number;
  readonly cookieStoreId: string | undefined;
}): string | undefined => details.cookieStoreId ?? known.get(details.tabId);

/** Cookie stores that have a tab now. */
export const openStores = async (): Promise<ReadonlySet<string>> =>
  new Set((await browser.tabs.query({})).map(storeOfTab));
