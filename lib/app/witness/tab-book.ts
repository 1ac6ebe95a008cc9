import type { DocumentSignal, PageAddress, Signal } from '../../core/detect/signals.ts';
import { isoTime } from '../../core/time.ts';
import type { Sessions } from '../access/sessions.ts';
import { areProbable } from '../popup/popup-view.ts';
import type { Clock } from '../ports.ts';
import type { Sender } from '../router.ts';
import { isResumed } from './handover.ts';
import { blankTab, type TabState } from './tab-state.ts';
import type { StateKeeper } from './witness-state.ts';

/** Steps kept with each tab: the last ones are what a capture shows. */
const KEPT_STEPS = 40;

/** The network tells of a change of session within this time (ms): Firefox is some 60 ms late when it is busy. */
const NETWORK_LATE = 5_000;

/** The browser tells of a page that does not come before its own error stands in the tab, at most so long (ms). */
const ERROR_SHOWN = 500;

/** How a document presents itself. */
export interface Presence {
  /** Random id that its script gave it. */
  readonly document: string;
  /** Milliseconds since 1970; null when it has not said. */
  readonly loadedAt: number | null;
  /** It says that it is on the screen now. */
  readonly shown: boolean;
  /** When it told of that by itself (ms since 1970), not because it was asked. */
  readonly shownAt?: number;
}

/** How the author of a batch presents itself in it: by its last word on the matter. */
export function presenceOf(document: string, signals: readonly Signal[]): Presence {
  const last = signals.findLast((signal) => signal.kind === 'document');
  const presence = { document, loadedAt: last?.loadedAt ?? null, shown: last?.visible ?? false };
  return last ? { ...presence, shownAt: last.at } : presence;
}

interface Deps {
  readonly state: StateKeeper;
  readonly sessions: Sessions;
  readonly clock: Pick<Clock, 'now'>;
  /** Firefox takes the picture grant back at every full page load, Chromium when the site changes. */
  readonly grantEndsWithDocument: boolean;
}

/** What is known of each tab, kept up to date by its page and by the network. */
export function createTabBook({ state, sessions, clock, grantEndsWithDocument }: Deps) {
  const fresh = (id: number, store: string, windowId: number): TabState =>
    blankTab({ id, store, windowId, documentEpoch: sessions.of(store).epoch });

  /** A tab id is given again to another tab after a restart, and a tab can change its store: never trusted alone. */
  function open(id: number, store: string, windowId: number): TabState {
    const known = state.tab(id);
    if (known?.store === store) {
      known.windowId = windowId;
      return known;
    }
    const tab = fresh(id, store, windowId);
    state.putTab(tab);
    return tab;
  }

  function forget(tab: TabState): void {
    tab.trail = [];
    tab.requests = [];
  }

  /**
   * The session under which a document was loaded. One that is met again (back-forward cache) keeps its own; one never
   * met, and older than the session, was loaded for somebody who cannot be known any more.
   */
  function epochOf(store: string, document: string, loadedAt: number | null): string {
    const session = sessions.of(store);
    const known = state.documents.get(document);
    if (known !== undefined) return known;
    // A clock that was set back since tells nothing of what came first.
    const comparable = loadedAt !== null && session.startedAt <= clock.now();
    return !comparable || loadedAt >= session.startedAt ? session.epoch : `before ${session.epoch}`;
  }

  /**
   * What a page sends while it is leaving, or sends again, may come after the next page has spoken: it is heard, but
   * the tab is the next page's.
   */
  function takesOver(tab: TabState, { document, loadedAt, shown, shownAt }: Presence): boolean {
    const { left } = tab;
    if (shown && (tab.document !== null || left?.document !== document)) return true;
    // It stays on the screen until the browser's own error is there. Shown again later, it has come back.
    if (shown && left && shownAt !== undefined) return shownAt - left.at >= ERROR_SHOWN;
    // Not even of a tab in which no page stands: the browser may show its own error there.
    if (state.documents.get(document) !== undefined) return false;
    if (tab.document === null) return true;
    return loadedAt === null || tab.loadedAt === null || loadedAt >= tab.loadedAt;
  }

  /** A page that has left the tab, with what is known of it. Nothing it tells changes the tab. */
  const departed = (tab: TabState, { document, loadedAt }: Presence, documentEpoch: string): TabState =>
    blankTab({
      id: tab.id,
      store: tab.store,
      windowId: tab.windowId,
      document,
      documentEpoch,
      loadedAt,
    });

  function loseGrant(tab: TabState): void {
    if (areProbable(tab.pictures)) tab.pictures = 'click-needed';
    tab.grantedOn = null;
  }

  /** The login that this very document brought back is told: it belongs to the session that begins with it. */
  function adopt(tab: TabState): void {
    tab.documentEpoch = sessions.of(tab.store).epoch;
    if (tab.document !== null) state.documents.set(tab.document, tab.documentEpoch);
  }

  return {
    open,
    of: (id: number): TabState | undefined => state.tab(id),
    close: (id: number): void => state.dropTab(id),
    loseGrant,

    /** A page load has begun in the tab. `origin` is null when it went where the extension may not look. */
    loading(tab: TabState, origin: string | null): void {
      if (grantEndsWithDocument || tab.grantedOn !== origin) loseGrant(tab);
    },

    /** The toolbar button was clicked on this page. */
    granted(tab: TabState, origin: string): void {
      if (tab.pictures === 'click-needed') tab.pictures = 'resumed';
      if (tab.pictures === 'not-started') tab.pictures = 'probable';
      tab.grantedOn = origin;
    },

    /**
     * A page speaks: is it the document known so far? A new one belongs to the session of now. One that has left is
     * answered with a state of its own, apart from the tab's.
     */
    heard(sender: Pick<Sender, 'store' | 'windowId'> & { tabId: number }, told: Presence): TabState {
      const tab = open(sender.tabId, sender.store ?? 'default', sender.windowId ?? -1);
      const { document, loadedAt } = told;
      if (tab.document === document) return tab;
      const resumed = isResumed(tab, loadedAt);
      const epoch = resumed ? tab.documentEpoch : epochOf(tab.store, document, loadedAt);
      const stays = takesOver(tab, told);
      state.documents.set(document, epoch);
      if (!stays) return departed(tab, told, epoch);
      // The steps of another person's page are no trail of this one's.
      if (epoch !== tab.documentEpoch) forget(tab);
      if (!resumed) delete tab.heardUntil;
      if (grantEndsWithDocument && tab.document !== null) loseGrant(tab);
      delete tab.left;
      tab.document = document;
      tab.documentEpoch = epoch;
      tab.loadedAt = loadedAt;
      return tab;
    },

    adopt,

    /** The browser shows its own error in place of a page: no page stands there, and it was asked for just now. */
    unreachable(tab: TabState, address: PageAddress): void {
      const { epoch } = sessions.of(tab.store);
      if (epoch !== tab.documentEpoch) forget(tab);
      delete tab.heardUntil;
      const document = tab.document ?? tab.left?.document;
      if (document !== undefined) tab.left = { document, at: clock.now() };
      tab.document = null;
      tab.loadedAt = null;
      tab.documentEpoch = epoch;
      tab.address = address;
    },

    moved(tab: TabState, signal: DocumentSignal): void {
      tab.address = signal.address;
      tab.title = signal.title;
      const place = `${signal.address.path}${signal.address.route}`;
      this.stepped(tab, { at: signal.at, kind: 'navigation', label: place });
    },

    stepped(tab: TabState, step: { at: number; kind: string; label: string }): void {
      if (step.kind !== 'navigation') tab.touchedAt = step.at;
      const last = tab.trail.at(-1);
      if (last?.kind === step.kind && last.label === step.label) return;
      const entry = { at: isoTime(step.at), kind: step.kind, label: step.label.slice(0, 200) };
      tab.trail = [...tab.trail, entry].slice(-KEPT_STEPS);
    },

    /** Somebody else may be there now. */
    sessionChanged(store: string): void {
      const { startedAt } = sessions.of(store);
      const now = clock.now();
      const justTold = now - startedAt < NETWORK_LATE;
      for (const tab of state.tabs()) {
        if (tab.store !== store) continue;
        // What somebody did before is no business of the next person's captures.
        forget(tab);
        // The page was quicker to speak than the network. A load that is still to come is of a clock that was set back.
        const since = tab.loadedAt !== null && tab.loadedAt > startedAt && tab.loadedAt <= now;
        if (justTold && since) adopt(tab);
      }
    },
  };
}
export type TabBook = ReturnType<typeof createTabBook>;
