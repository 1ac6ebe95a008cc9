import type { Inspection, Visit } from '../../app/popup/popup-view.ts';
import type { PageMoment } from '../../app/protocol.ts';
import { isPublicSite, neighbourOf } from '../../core/detect/hosts.ts';
import { addressOf } from '../../core/detect/routes.ts';
import { storeOfPage } from '../access/cookie-stores.ts';
import { hasHostAccess } from '../access/host-access.ts';
import { isPortalUrl, PORTAL_MATCHES } from '../access/hosts.ts';
import { chosenMatches, chosenNeighbour } from '../access/neighbours.ts';
import { browser } from '../api.ts';
import { presence } from './camera.ts';
import { isRehearsalUrl } from './rehearsal-page.ts';

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

/** Brings the watchers of blocked forms to a page that asked for them. Without them the witness goes on alone. */
export async function injectWatchers(tabId: number): Promise<void> {
  try {
    // At once: a page that never finishes loading is one of those that they are for.
    await browser.scripting.executeScript({
      target: { tabId },
      files: ['/watchers.js'],
      injectImmediately: true,
    });
  } catch {
    // The page is gone, or takes no script.
  }
}

/** The script that is there stops: what it told while nobody might listen is lost, and the next one looks afresh. */
async function stopWitness(tabId: number): Promise<void> {
  try {
    await browser.scripting.executeScript({ target: { tabId }, func: stopHandle });
  } catch {
    // As above.
  }
}

/** Runs in the page's isolated world, on its own: it can use nothing of this file. */
function stopHandle(): void {
  const world = globalThis as { [name: symbol]: { stop(): void } | undefined };
  world[Symbol.for('anef-temoin.witness')]?.stop();
}

/** Into every page of these sites that is open. `afresh`: also where a script of ours is already. */
export async function injectEverywhere({
  afresh = false,
  matches = PORTAL_MATCHES as readonly string[],
} = {}): Promise<void> {
  const tabs = await browser.tabs.query({ url: [...matches] });
  const ids = tabs.flatMap(({ id }) => (id === undefined ? [] : [id]));
  if (afresh) await Promise.all(ids.map(stopWitness));
  await Promise.all(ids.map(injectWitness));
}

/**
 * Into every page that is witnessed at the first start after an install, an update, a reload, or a time switched off, of which no
 * event tells. The session storage is empty then and only then.
 */
export async function comeBack(): Promise<void> {
  const { started } = await browser.storage.session.get('started');
  if (started === true) return;
  await browser.storage.session.set({ started: true });
  await injectEverywhere({ matches: [...PORTAL_MATCHES, ...chosenMatches()] });
}

/** What a tab shows, as far as the extension may know. The address is visible thanks to the click or to host access. */
export function createInspection() {
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
    if (isRehearsalUrl(url)) return answered(await presence(tabId)) ?? { kind: 'silent' };
    if (isPortalUrl(url)) return (await hasHostAccess()) ? watch(tabId) : { kind: 'no-access' };
    if (chosenNeighbour(url) !== undefined) return watch(tabId);
    const offered = neighbourOf(url);
    if (offered !== undefined) return { kind: 'offered', host: offered };
    return { kind: isPublicSite(url) ? 'once' : 'unsupported' };
  }

  async function watch(tabId: number): Promise<Inspection> {
    const watched = answered(await presence(tabId));
    if (watched) return watched;
    await injectWitness(tabId);
    return answered(await presence(tabId)) ?? { kind: 'silent' };
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

  async function visit(tabId: number): Promise<Visit | undefined> {
    const url = await urlOf(tabId);
    if (url === undefined) return undefined;
    await injectWitness(tabId);
    const moment = await presence(tabId);
    return (
      moment && { document: moment.document, loadedAt: moment.loadedAt, address: addressOf(url).address }
    );
  }

  return { inspect, originOf, placeOf, visit, leave: stopWitness };
}
