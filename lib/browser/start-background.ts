import { loseHostAccess, regainHostAccess } from '../app/access/host-access.ts';
import { endLeftNeighbours } from '../app/access/neighbours.ts';
import { endPrivateSessions, isPrivateStore } from '../app/access/private-windows.ts';
import { noteRequest, tellSessionOfEnd, tellSessionOfStart } from '../app/witness/request-log.ts';
import { mayBePortalFailure } from '../core/detect/network-errors.ts';
import { cookieStoreOf } from '../core/dossier/neighbour-store.ts';
import { REHEARSAL_STORE } from '../core/dossier/rehearsal.ts';
import { followCookieStores, openStores, storeOfRequest } from './access/cookie-stores.ts';
import { followHostAccess, isAccessMissing } from './access/host-access.ts';
import { isPortalUrl } from './access/hosts.ts';
import { chosenNeighbour, followNeighbours } from './access/neighbours.ts';
import { followPrivateWindows, privateConsent } from './access/private-windows.ts';
import { TIMESTAMPS_ALARM } from './access/timestamps.ts';
import { browser } from './api.ts';
import { type Background, wakeBackground } from './background.ts';
import { answerMessages } from './messages.ts';
import { noteMishap } from './mishaps.ts';
import { followRestarts } from './remembered/state-storage.ts';
import { systemClock } from './runtime-deps.ts';
import { refuseSchemaCompilation } from './schemas.ts';
import { removeAbandonedExports } from './store/opfs.ts';
import { removeLeftStaging } from './store/staging.ts';
import { showBadge } from './tabs/badge.ts';
import { watchFront } from './tabs/front-epoch.ts';
import { comeBack, injectEverywhere } from './tabs/inspect-tab.ts';
import { observeRequests } from './tabs/observe-requests.ts';
import { isRehearsalUrl } from './tabs/rehearsal-page.ts';
import { followUpdates } from './updates.ts';
import { welcome } from './welcome.ts';

/**
 * Registers every listener at once, before anything is awaited: the worker may have been woken by the very event it
 * must hear. What they do waits for `awake`; events are handled in the order they came.
 */
export function startBackground(): void {
  refuseSchemaCompilation();
  followRestarts();
  const followedStores = followCookieStores();
  const front = watchFront();
  let awake: Promise<Background> | undefined;
  /** Events went by unheard: somebody may have logged in meanwhile. */
  let missed = false;
  /** Tried again at the next event after a failure. */
  const wake = (): Promise<Background> => {
    awake ??= Promise.all([followedStores(), accessKnown(), neighboursKnown()])
      .then(() => wakeBackground(front, underWay))
      .then((background) => {
        if (missed) background.sessions.renewAll();
        missed = false;
        return background;
      })
      .catch((error: unknown) => {
        awake = undefined;
        throw error;
      });
    return awake;
  };
  const whenAwake = (job: (background: Background) => unknown): void => {
    wake()
      .then(async (background) => {
        try {
          await job(background);
        } catch (error) {
          background.report(error);
        }
        background.state.save().catch(background.report);
      })
      .catch((error: unknown) => {
        missed = true; // every message is answered with that error
        noteMishap(error);
      });
  };

  answerMessages(() => wake().then(({ handlers }) => handlers));

  const underWay = observeRequests({
    started: (request) =>
      whenAwake(({ sessions, book }) => {
        const store = storeOfRequest(request);
        if (store === undefined || !isWitnessed(request.url)) return;
        if (isPortalUrl(request.url)) tellSessionOfStart(sessions, { ...request, store });
        const tab = book.of(request.tabId);
        if (request.mainFrame && tab) book.loading(tab, new URL(request.url).origin);
      }),
    ended: (request, shown) =>
      whenAwake(async ({ sessions, book, witness }) => {
        const store = storeOfRequest(request);
        if (store === undefined || !isWitnessed(request.url)) return;
        if (isBorrowed(request.mainFrame, book.of(request.tabId)?.store, store)) return;
        const observed = { ...request, store };
        if (isPortalUrl(request.url)) tellSessionOfEnd(sessions, observed);
        if (!shown) return; // the page tells of it once it is
        const tab = book.open(request.tabId, store, book.of(request.tabId)?.windowId ?? -1);
        noteRequest(tab, observed, sessions.of(store).startedAt);
        const { status, error } = request;
        const failed = status === null ? mayBePortalFailure(error ?? '') : status >= 400;
        if (failed && (await mayKeep(request.url, store))) await witness.noteFailure(tab, observed);
      }),
  });

  browser.tabs.onRemoved.addListener((tabId) =>
    whenAwake((background) => {
      background.book.close(tabId);
      background.witness.forget(tabId);
      endLeftNeighbours(background);
    }),
  );
  browser.tabs.onUpdated.addListener((tabId, change, { url }) => {
    // An address that may not be read: the tab went to a site without access, which takes the picture grant back.
    if (change.status !== 'loading' || isPortalUrl(url)) return;
    whenAwake(({ book }) => {
      const known = isRehearsalUrl(url) || chosenNeighbour(url) !== undefined;
      const origin = url !== undefined && known ? new URL(url).origin : null;
      const tab = book.of(tabId);
      if (tab) book.loading(tab, origin);
    });
  });
  browser.tabs.onReplaced.addListener((_added, removed) =>
    whenAwake(({ book, witness }) => {
      book.close(removed);
      witness.forget(removed);
    }),
  );
  const accessKnown = followHostAccess({
    withdrawn: () =>
      whenAwake(async (background) => {
        loseHostAccess(background, systemClock.now());
        const missing = { text: '!', tone: 'ask', title: 'badge_no_access', count: 0 } as const;
        const tabs = background.state.tabs().filter(({ store }) => store !== REHEARSAL_STORE);
        await Promise.all(tabs.map(({ id }) => showBadge(id, missing)));
      }),
    granted: () =>
      whenAwake(async (background) => {
        regainHostAccess(background, await openStores(), systemClock.now());
        await injectEverywhere({ afresh: true });
      }),
  });
  const neighboursKnown = followNeighbours((matches) => {
    injectEverywhere({ matches }).catch(() => undefined); // a page that cannot take it says so in the popup
  });
  browser.runtime.onInstalled.addListener((installed) => {
    // Without it the person still has the button; the popup leads there too.
    welcome(installed).catch(() => undefined);
  });
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === TIMESTAMPS_ALARM) whenAwake(({ timestamps }) => timestamps.resume());
  });
  followPrivateWindows(() => whenAwake(endPrivateSessions));
  followUpdates(whenAwake, () => awake);
  neighboursKnown()
    .then(comeBack)
    .catch(() => undefined); // a page that cannot take it says so in the popup
  removeAbandonedExports().catch(() => undefined); // tried again at the next start
  removeLeftStaging().catch(() => undefined); // tried again at the next start
}

/** Of a site that the person lets be witnessed. The click on the toolbar button shows more than that. */
const isWitnessed = (url: string): boolean => isPortalUrl(url) || chosenNeighbour(url) !== undefined;

/** What a page takes from another of these sites is that page's business, and no visit there. */
const isBorrowed = (mainFrame: boolean, shown: string | undefined, store: string): boolean =>
  !mainFrame && shown !== undefined && shown !== store && cookieStoreOf(shown) === cookieStoreOf(store);

/**
 * Nothing of a private window is kept before its person has agreed, and nothing while access is withdrawn: in
 * Chromium a click on the toolbar button lets requests be seen all the same.
 */
const mayKeep = async (url: string, store: string): Promise<boolean> =>
  !(isPortalUrl(url) && isAccessMissing()) &&
  (!isPrivateStore(store) || (await privateConsent.get()) === 'agreed');
