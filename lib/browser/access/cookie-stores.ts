import type { Tabs } from 'webextension-polyfill';
import { isPublicSite, neighbourOf } from '../../core/detect/hosts.ts';
import { neighbourStore } from '../../core/dossier/neighbour-store.ts';
import { REHEARSAL_STORE } from '../../core/dossier/rehearsal.ts';
import { browser } from '../api.ts';
import { isRehearsalUrl } from '../tabs/rehearsal-page.ts';
import { isPortalUrl } from './hosts.ts';

/**
 * Which cookie store (so which portal session) a tab belongs to. Firefox says it itself, containers included, without
 * the `cookies` permission; Chromium says whether the window is private.
 */
const known = new Map<number, string>();

export const storeOfTab = (tab: Tabs.Tab): string =>
  tab.cookieStoreId ?? (tab.incognito ? 'private' : 'default');

/** The session that an address belongs to, in a cookie store: a rehearsal and each other site have one of their own. */
export const storeOfUrl = (cookieStore: string, url: string | undefined): string => {
  if (isRehearsalUrl(url)) return REHEARSAL_STORE;
  if (url === undefined || isPortalUrl(url)) return cookieStore;
  return neighbourOf(url) !== undefined || isPublicSite(url)
    ? neighbourStore(cookieStore, new URL(url).hostname)
    : cookieStore;
};

export const storeOfPage = (tab: Tabs.Tab, url: string | undefined): string =>
  storeOfUrl(storeOfTab(tab), url);

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
  readonly url: string;
}): string | undefined => {
  const cookieStore = details.cookieStoreId ?? known.get(details.tabId);
  return cookieStore && storeOfUrl(cookieStore, details.url);
};

/** Cookie stores that have a tab now. */
export const openStores = async (): Promise<ReadonlySet<string>> =>
  new Set((await browser.tabs.query({})).map(storeOfTab));
