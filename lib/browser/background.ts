import { endIdleNeighbour, endNeighbours } from '../app/access/neighbours.ts';
import { createSessions } from '../app/access/sessions.ts';
import { createCaptureQueue } from '../app/capture/capture-queue.ts';
import { createCaptures } from '../app/capture/captures.ts';
import { createAbsences } from '../app/dossier/absences.ts';
import { createDossierHandlers } from '../app/dossier/dossier-handlers.ts';
import { createDossierWriter } from '../app/dossier/dossier-writer.ts';
import { createErasures } from '../app/dossier/erasures.ts';
import { createKeeping } from '../app/dossier/keeping.ts';
import { createReopenedStore } from '../app/dossier/reopened-store.ts';
import { createTroubles } from '../app/dossier/troubles.ts';
import { badgeOf } from '../app/popup/badge-state.ts';
import { createFilingLooks } from '../app/popup/filing-view.ts';
import { createHiddenIncidents, NONE_HIDDEN } from '../app/popup/hidden-incidents.ts';
import { createPopupHandlers } from '../app/popup/popup-handlers.ts';
import { createPopupService } from '../app/popup/popup-service.ts';
import type { RequestsUnderWay } from '../app/protocol.ts';
import type { Handlers } from '../app/router.ts';
import { createRehearsalHandlers } from '../app/settings/rehearsal-handlers.ts';
import { createSettingsHandlers } from '../app/settings/settings-handlers.ts';
import { createTimestamps } from '../app/timestamps/timestamps.ts';
import { createIncidentDesk } from '../app/witness/incident-desk.ts';
import { createPageHandlers } from '../app/witness/page-handlers.ts';
import { leanWhenFull } from '../app/witness/state-writer.ts';
import { createStoredAlready } from '../app/witness/stored-already.ts';
import { createTabBook } from '../app/witness/tab-book.ts';
import type { TabState } from '../app/witness/tab-state.ts';
import { createWitness } from '../app/witness/witness.ts';
import { createStateKeeper } from '../app/witness/witness-state.ts';
import type { FrontEpoch } from '../app/witness-ports.ts';
import { timestampCrypto } from '../reader/timestamp-crypto.ts';
import { isAuthorityUrl } from './access/authority-url.ts';
import { privateConsent } from './access/private-windows.ts';
import { askAllowedAuthority, timestampQueueStore, wakeForTimestamps } from './access/timestamps.ts';
import { noteMishap } from './mishaps.ts';
import { once } from './once.ts';
import { rememberedSettings } from './remembered/remembered-settings.ts';
import { timestamps as timestampSettings } from './remembered/settings.ts';
import { sessionStateStorage } from './remembered/state-storage.ts';
import { isFirefox, readSurroundings, software } from './remembered/surroundings.ts';
import { systemClock as clock, withLock as lock, systemRandomness as random } from './runtime-deps.ts';
import { openDatabase } from './store/database.ts';
import { openDeviceKey } from './store/device-key.ts';
import { hasRoomFor, hasSpaceAgain } from './store/disk-space.ts';
import { hashing } from './store/hashing.ts';
import { createKeyRing } from './store/key-ring.ts';
import { createWitnessStore } from './store/witness-store.ts';
import { showBadge } from './tabs/badge.ts';
import { createCamera } from './tabs/camera.ts';
import { createInspection, injectWatchers } from './tabs/inspect-tab.ts';

/**
 * Builds everything the background needs, once it has woken: real dependencies, no listener. It is awake without its
 * database: whose session it is, and what is seen, must be followed whatever the disk refuses. What the person must
 * know of failures goes through `troubles`; nothing personal is ever logged.
 */
export async function wakeBackground(
  front: FrontEpoch,
  underWay: (tabId: number, now: number) => RequestsUnderWay,
) {
  const troubles = createTroubles(
    () => state.tabs().forEach(refreshBadge),
    (name) => console.error(name),
  );
  const storage = troubles.watchState(leanWhenFull(sessionStateStorage));
  const state = createStateKeeper(storage, clock, random);
  const bareStore = createReopenedStore({
    async open(closed) {
      const database = await openDatabase(undefined, undefined, closed);
      return createWitnessStore(database, createKeyRing(database));
    },
    hasRoomFor,
    clock,
  });
  await state.ready;
  const store = troubles.watch(bareStore);
  const report = (error: unknown): void => {
    noteMishap(error);
    troubles.note(error);
  };
  const stored = createStoredAlready(store);

  const writer = createDossierWriter({ store, hashing, random, clock, places: state.places, lock });
  // A badge that cannot be read is no trouble to tell of: telling draws the badges.
  const hiddenIncidents = createHiddenIncidents({ store: bareStore, writer });
  const sessions = createSessions({
    state,
    writer,
    clock,
    random,
    report,
    changed: (cookieStore) => {
      book.sessionChanged(cookieStore);
      const tabs = state.tabs().filter((tab) => tab.store === cookieStore);
      witness.sessionChanged(tabs.map(({ id }) => id));
      tabs.forEach(refreshBadge);
      endNeighbours({ state, sessions }, cookieStore);
    },
  });
  const book = createTabBook({ state, sessions, clock, grantEndsWithDocument: isFirefox() });
  const camera = createCamera();
  const timestamps = createTimestamps({
    store,
    writer,
    queue: timestampQueueStore,
    ask: askAllowedAuthority,
    crypto: timestampCrypto,
    settings: () => timestampSettings.getValue(),
    clock,
    random,
    wakeAt: wakeForTimestamps,
    report,
  });
  const keeping = createKeeping({ store, writer, sessions, captured: timestamps.captured });
  const queue = createCaptureQueue({ camera, clock, front });
  const surroundings = once(readSurroundings);
  const captures = createCaptures({
    state,
    book,
    sessions,
    keeping,
    stored,
    queue,
    camera,
    clock,
    random,
    hashing,
    surroundings,
    tsaOffset: timestamps.offset,
    report,
    showBadge: refreshBadge,
  });
  const desk = createIncidentDesk({
    state,
    sessions,
    keeping,
    captures,
    stored,
    clock,
    random,
    hashing,
    report,
    version: software().version,
    showBadge: (tabId) => {
      const tab = state.tab(tabId);
      if (tab) refreshBadge(tab);
    },
  });
  const witness = createWitness({ state, book, sessions, desk, captures, clock, showBadge: refreshBadge });

  function refreshBadge(tab: TabState): void {
    drawBadge(tab).catch(report);
  }

  async function drawBadge(tab: TabState): Promise<void> {
    const { kind, id } = sessions.owner(tab);
    const bound = kind === 'dossier';
    const hidden = bound ? await hiddenIncidents.of(id) : NONE_HIDDEN;
    // Whoever changed it meanwhile has asked for the badge, too.
    if (sessions.owner(tab).id !== id) return;
    const trouble = troubles.current() !== null;
    const failures = desk.failures(tab, hidden);
    await showBadge(tab.id, badgeOf({ failures, pictures: tab.pictures, bound, trouble }));
  }

  const inspection = createInspection();
  const settings = rememberedSettings;
  const looks = createFilingLooks(camera);
  const popup = createPopupService({
    store,
    state,
    sessions,
    book,
    looks,
    settings,
    ...inspection,
    privateConsentOf: privateConsent.of,
    pending: captures.pending,
    trouble: troubles.current,
    hasSpace: () => hasSpaceAgain(),
    spaceAgain: troubles.spaceAgain,
  });
  const handlers: Handlers = {
    ...createPageHandlers({
      book,
      witness,
      writer,
      store,
      settings,
      privateConsent,
      software: software(),
      pageLoaded: (cookieStore) => endIdleNeighbour({ state, sessions }, cookieStore, clock.now()),
      bringWatchers: injectWatchers,
      underWay: (tabId) => underWay(tabId, clock.now()),
    }),
    ...createSettingsHandlers({
      timestamps,
      settings: {
        read: () => timestampSettings.getValue(),
        choose: (decided) => timestampSettings.setValue(decided),
      },
      isAuthorityUrl,
      sealingKey: async () => {
        const database = await openDatabase();
        try {
          return hashing.sha256((await openDeviceKey(database)).spki);
        } finally {
          database.close();
        }
      },
    }),
    ...createDossierHandlers(
      createErasures({ store, writer }),
      createAbsences({ store, writer, clock, version: software().version }),
    ),
    ...createRehearsalHandlers({ store, state, sessions, writer, keeping, captures }),
    ...createPopupHandlers({
      state,
      book,
      sessions,
      writer,
      keeping,
      witness,
      hidden: hiddenIncidents,
      popup,
      looks,
      settings,
      privateConsentOf: privateConsent.of,
      answerInPrivate: privateConsent.set,
      ...inspection,
      now: clock.now,
      showBadge: refreshBadge,
      trouble: troubles.note,
    }),
  };
  captures.resume();
  timestamps.resume();
  desk.resume().catch(report);
  witness.resume().catch(report);
  return { handlers, state, sessions, book, witness, timestamps, report };
}
export type Background = Awaited<ReturnType<typeof wakeBackground>>;
