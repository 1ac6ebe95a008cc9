import type { Inspection } from '../app/popup-view.ts';
import type { PageMoment } from '../app/protocol.ts';
import type { Camera } from '../app/witness-ports.ts';
import { browser } from './api.ts';
import { isPortalUrl, PORTAL_MATCHES } from './hosts.ts';
import { isRehearsalUrl, storeOfPage } from './rehearsal-page.ts';

/**
 * Puts the page's script into a page that was open before the extension was installed or updated. It refuses to run
 * twice; a page that cannot take it stays silent, and the popup says so.
 */
export async function injectWitness(tabId: number): Promise<void> {
  try {
    await browser.scripting.executeScript({ target: { tabId }, files: ['/witness.js'] });
  } catch {
    // Host access withdrawn, or the page is gone: the caller looks again and tells the person.
  }
}

/** Into every portal page that is open. */
export async function injectEverywhere(): Promise<void> {
  const tabs = await browser.tabs.query({ url: [...PORTAL_MATCHES] });
  await Promise.all(tabs.flatMap(({ id }) => (id === undefined ? [] : [injectWitness(id)])));
}

/** What a tab shows, as far as the extension may know. The address is visible thanks to the click or to host access. */
export function createInspection(camera: Camera) {
  const urlOf = async (tabId: number): Promise<string | undefined> => {
    try {
      return (await browser.tabs.get(tabId)).url;
    } catch {
      return undefined; // closed meanwhile
    }
  };

  const originOf = async (tabId: number): Promise<string> => {
    const url = await urlOf(tabId);
    return url === undefined ? '' : new URL(url).origin;
  };

  const answered = (moment: PageMoment | undefined): Inspection | undefined =>
    moment && { kind: 'watched', document: moment.document, loadedAt: moment.loadedAt };

  async function inspect(tabId: number): Promise<Inspection> {
    const url = await urlOf(tabId);
    if (isRehearsalUrl(url)) return answered(await camera.moment(tabId)) ?? { kind: 'silent' };
    if (!isPortalUrl(url)) return { kind: 'unsupported' };
    const origins = [`${await originOf(tabId)}/*`];
    if (!(await browser.permissions.contains({ origins }))) return { kind: 'no-access' };
    const watched = answered(await camera.moment(tabId));
    if (watched) return watched;
    await injectWitness(tabId);
    return answered(await camera.moment(tabId)) ?? { kind: 'silent' };
  }

  async function placeOf(
    tabId: number,
  ): Promise<{ store: string; windowId: number; origin: string } | undefined> {
    try {
      const tab = await browser.tabs.get(tabId);
      if (tab.url === undefined) return undefined;
      const { origin } = new URL(tab.url);
      return { store: storeOfPage(tab, tab.url), windowId: tab.windowId ?? -1, origin };
    } catch {
      return undefined; // closed meanwhile
    }
  }

  return { inspect, originOf, placeOf };
}
