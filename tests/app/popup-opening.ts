import { endIdleNeighbour } from '../../lib/app/access/neighbours.ts';
import type { Consent } from '../../lib/app/access/private-windows.ts';
import { createTroubles } from '../../lib/app/dossier/troubles.ts';
import { createFilingLooks } from '../../lib/app/popup/filing-view.ts';
import { createPopupHandlers } from '../../lib/app/popup/popup-handlers.ts';
import { createPopupService } from '../../lib/app/popup/popup-service.ts';
import type { Inspection, Trouble } from '../../lib/app/popup/popup-view.ts';
import { createRehearsalHandlers } from '../../lib/app/settings/rehearsal-handlers.ts';
import { createPageHandlers } from '../../lib/app/witness/page-handlers.ts';
import { PORTAL } from './page-tells.ts';
import { type Device, TAB, wake } from './waking.ts';

/** What a test may change of the browser and of the settings. */
export interface Around {
  status: Inspection['kind'];
  /** The document that answers from the tab. */
  stands: { document: string; loadedAt: number };
  place: { store: string; windowId: number; origin: string } | undefined;
  noticeAcceptedAt: number | null;
  language: string | null;
  trouble: Trouble | null;
  /** The disk takes something again. */
  hasSpace: boolean;
  /** What was said of private windows; null outside them. */
  consent: Consent | null;
  /** Tabs in which nothing of ours is left. */
  left: number[];
}

/** The background with its popup, over a tab of the portal. */
export async function openPopup(on?: Device) {
  const woken = await wake(on);
  const { store, state, sessions, writer, keeping, witness, book, captures, clock, badges } = woken;
  const around: Around = {
    status: 'watched',
    stands: { document: 'document-a', loadedAt: 0 },
    place: { store: 'default', windowId: 5, origin: PORTAL },
    noticeAcceptedAt: 1,
    language: null,
    trouble: null,
    hasSpace: false,
    consent: null,
    left: [],
  };
  const settings = {
    savedElsewhere: async () => ({}),
    noticeAcceptedAt: async () => around.noticeAcceptedAt,
    acceptNotice: async (at: number) => {
      around.noticeAcceptedAt = at;
    },
    language: async () => around.language,
    timestamps: async () => false,
    chooseLanguage: async (code: string | null) => {
      around.language = code;
    },
  };
  const inspect = async (): Promise<Inspection> => {
    const { status: kind, stands } = around;
    if (kind === 'offered') return { kind, host: new URL(around.place?.origin ?? PORTAL).host };
    return kind === 'watched' ? { kind, ...stands } : { kind };
  };
  const looks = createFilingLooks(woken.camera);
  const popup = createPopupService({
    looks,
    store,
    state,
    sessions,
    book,
    settings,
    inspect,
    originOf: async () => PORTAL,
    placeOf: async () => around.place,
    privateConsentOf: async () => around.consent,
    pending: captures.pending,
    trouble: () => around.trouble,
    hasSpace: async () => around.hasSpace,
    spaceAgain() {
      around.trouble = null;
    },
  });
  const troubles = createTroubles(
    () => undefined,
    () => undefined,
  );
  /** Tabs that the watchers were brought to. */
  const brought: number[] = [];
  const handlers = {
    ...createPageHandlers({
      book,
      witness,
      writer,
      store,
      settings,
      privateConsent: { get: async () => around.consent ?? 'unasked' },
      software: { version: '0.1.0', commit: 'abc1234' },
      pageLoaded: (cookieStore) => endIdleNeighbour({ state, sessions }, cookieStore, clock.now()),
      bringWatchers: async (tabId) => void brought.push(tabId),
      underWay: () => ({ open: 0, oldestMs: 0, lastAt: 0, answers: [] }),
    }),
    ...createRehearsalHandlers({ store, state, sessions, writer, keeping, captures }),
    ...createPopupHandlers({
      state,
      book,
      sessions,
      writer,
      keeping,
      witness,
      hidden: woken.hidden,
      looks,
      popup,
      settings,
      inspect,
      placeOf: async () => around.place,
      privateConsentOf: async () => around.consent,
      visit: async () => ({
        ...around.stands,
        address: { origin: around.place?.origin ?? '', path: '/', route: '' },
      }),
      leave: async (tabId) => {
        around.left.push(tabId);
      },
      answerInPrivate: async (consent) => {
        around.consent = consent;
      },
      now: clock.now,
      showBadge: ({ id }) => badges.push(id),
      trouble: troubles.note,
    }),
  };
  const person = { from: 'ui', tabId: null, windowId: null, store: null } as const;
  return {
    ...woken,
    around,
    brought,
    handlers,
    person /** The toolbar button is clicked, or what the open popup shows is read again. */,
    read: (opened = true) => handlers['popup.read']({ tabId: TAB, opened }, person),
  };
}
