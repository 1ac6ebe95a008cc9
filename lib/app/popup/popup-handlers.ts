import type { FilingPage } from '../../core/detect/filing/page-signs.ts';
import { roomId } from '../../core/dossier/owner.ts';
import { isRehearsalRoom, REHEARSAL_STORE, rehearsalLabel } from '../../core/dossier/rehearsal.ts';
import type { Consent } from '../access/private-windows.ts';
import type { Sessions } from '../access/sessions.ts';
import type { DossierWriter } from '../dossier/dossier-writer.ts';
import type { Keeping } from '../dossier/keeping.ts';
import type { Handlers } from '../router.ts';
import type { TabBook } from '../witness/tab-book.ts';
import type { TabState } from '../witness/tab-state.ts';
import type { Witness } from '../witness/witness.ts';
import type { StateKeeper } from '../witness/witness-state.ts';
import type { FilingLooks } from './filing-view.ts';
import type { HiddenIncidents } from './hidden-incidents.ts';
import type { PopupService } from './popup-service.ts';
import type { CaptureOutcome, Inspection, Trouble, Visit } from './popup-view.ts';

interface Deps {
  readonly state: StateKeeper;
  readonly book: TabBook;
  readonly sessions: Sessions;
  readonly writer: DossierWriter;
  readonly keeping: Keeping;
  readonly witness: Witness;
  readonly hidden: HiddenIncidents;
  readonly popup: PopupService;
  readonly looks: FilingLooks;
  readonly inspect: (tabId: number) => Promise<Inspection>;
  readonly placeOf: (
    tabId: number,
  ) => Promise<{ store: string; windowId: number; origin: string } | undefined>;
  /** Looks at a page that is not witnessed, as the click allows; undefined where it does not. */
  readonly visit: (tabId: number) => Promise<Visit | undefined>;
  /** Nothing of ours stays in that page. */
  readonly leave: (tabId: number) => Promise<void>;
  readonly settings: {
    noticeAcceptedAt(): Promise<number | null>;
    acceptNotice(at: number): Promise<void>;
    chooseLanguage(code: string | null): Promise<void>;
  };
  /** What the person said of private windows; null for a tab that is in none. */
  readonly privateConsentOf: (tabId: number) => Promise<Consent | null>;
  readonly answerInPrivate: (consent: Consent) => Promise<void>;
  readonly now: () => number;
  readonly showBadge: (tab: TabState) => void;
  readonly trouble: (error: unknown) => Trouble | null;
}

type PopupHandlers = Pick<
  Handlers,
  | 'popup.read'
  | 'popup.start'
  | 'popup.refuse'
  | 'popup.capture'
  | 'popup.assign'
  | 'popup.discard'
  | 'popup.hide'
  | 'settings.language'
>;

/** A rehearsal and evidence in one dossier: no button asks for it. */
class RehearsalMixed extends Error {
  override readonly name = 'RehearsalMixed';
}

/** What each button of the popup does. */
export function createPopupHandlers(deps: Deps): PopupHandlers {
  const { state, book, sessions, writer, keeping, witness, popup, looks, settings } = deps;

  /**
   * The popup is open over this tab: its toolbar button was clicked, which grants the picture. Once the notice has been
   * read, that click is all it takes.
   */
  async function clicked(tabId: number): Promise<TabState | undefined> {
    const place = await deps.placeOf(tabId);
    const seen = await deps.inspect(tabId);
    if (!place || seen.kind !== 'watched' || !(await agreed(tabId))) return state.tab(tabId);
    const tab = book.heard({ tabId, store: place.store, windowId: place.windowId }, { ...seen, shown: true });
    if ((await settings.noticeAcceptedAt()) !== null) book.granted(tab, place.origin);
    // The page may say nothing for longer than the worker lives.
    state.save().catch(deps.trouble);
    deps.showBadge(tab);
    return tab;
  }

  const agreed = async (tabId: number): Promise<boolean> => {
    const consent = await deps.privateConsentOf(tabId);
    return consent === null || consent === 'agreed';
  };

  async function photograph(
    tabId: number,
    statement: string | null,
    isProof: boolean,
  ): Promise<CaptureOutcome> {
    const { kind: status } = await deps.inspect(tabId);
    if (status === 'no-access') return { kind: 'refused', reason: 'no-access' };
    if (status === 'once' || status === 'offered') return photographOnce(tabId, statement);
    const tab = await clicked(tabId);
    if (status === 'unsupported' || !tab || !(await agreed(tabId)))
      return { kind: 'refused', reason: 'unsupported-page' };
    const step = isProof ? (await looks.at(tab, false)).page : null;
    return take(tab, statement, step);
  }

  async function take(
    tab: TabState,
    statement: string | null,
    step: FilingPage | null = null,
  ): Promise<CaptureOutcome> {
    try {
      return await witness.photograph(tab, statement, step);
    } catch (error) {
      if (deps.trouble(error) === null) throw error;
      return { kind: 'refused', reason: 'trouble' };
    }
  }

  /** A page that is not witnessed: the click on the toolbar button lets it be looked at this once. */
  async function photographOnce(tabId: number, statement: string | null): Promise<CaptureOutcome> {
    const refused = { kind: 'refused', reason: 'unsupported-page' } as const;
    const place = await deps.placeOf(tabId);
    if (!place || !(await agreed(tabId))) return refused;
    const visit = await deps.visit(tabId);
    if (!visit) return refused;
    const { address, ...presence } = visit;
    const tab = book.heard({ tabId, ...place }, { ...presence, shown: true });
    tab.address = address;
    book.granted(tab, place.origin);
    try {
      return await take(tab, statement);
    } finally {
      await deps.leave(tabId);
    }
  }

  const openDossier = (label: string, rehearsal: boolean): Promise<string> =>
    writer.open(rehearsal ? rehearsalLabel(label) : label, { rehearsal });

  return {
    async 'popup.read'({ tabId, opened }) {
      if (opened) await clicked(tabId);
      return popup.view(tabId, opened);
    },

    async 'popup.start'({ tabId }) {
      await settings.acceptNotice(deps.now());
      if (!(await agreed(tabId))) await deps.answerInPrivate('agreed');
      await clicked(tabId);
      return popup.view(tabId);
    },

    async 'popup.refuse'({ tabId }) {
      await deps.answerInPrivate('refused');
      return popup.view(tabId);
    },

    async 'popup.capture'({ tabId, statement, proof }) {
      const words = statement?.trim() ?? '';
      const outcome = await photograph(tabId, words === '' ? null : words, proof === true);
      return { outcome, view: await popup.view(tabId) };
    },

    async 'popup.assign'({ tabId, dossier, bind, epoch, rooms }) {
      const asked = state.tab(tabId);
      // Somebody has logged in since the question was put: it is put again.
      if (bind && asked && sessions.of(asked.store).epoch !== epoch) return popup.view(tabId);
      // The tab may have left the page to practise on: then what is put away says which kind it is.
      const rehearsal = bind ? asked?.store === REHEARSAL_STORE : rooms.some(isRehearsalRoom);
      if (rooms.some((room) => isRehearsalRoom(room) !== rehearsal)) throw new RehearsalMixed();
      const id = 'id' in dossier ? dossier.id : await openDossier(dossier.label.trim(), rehearsal);
      if ((await writer.isRehearsal(id)) !== rehearsal) throw new RehearsalMixed();
      const tab = state.tab(tabId);
      if (bind && tab && tab.store === asked?.store) await sessions.bind(tab, id);
      const session = bind && tab ? sessions.of(tab.store) : undefined;
      // What came into the session's own room since the question was put is hers like the rest.
      const own = session?.dossier === id ? [roomId(session.store, session.epoch, session.epoch)] : [];
      await keeping.putAway([...new Set([...rooms, ...own])], id);
      for (const other of state.tabs()) deps.showBadge(other);
      return popup.view(tabId);
    },

    async 'popup.discard'({ room }) {
      return { discarded: await keeping.discard(room) };
    },

    async 'popup.hide'({ tabId, dossier, fingerprint, hidden }) {
      const tab = state.tab(tabId);
      const owner = tab && sessions.owner(tab);
      // Somebody else may have logged in since it was shown: her dossier stays as it is.
      if (owner?.kind === 'dossier' && owner.id === dossier) {
        await deps.hidden.set(dossier, fingerprint, hidden);
        for (const other of state.tabs()) deps.showBadge(other);
      }
      return popup.view(tabId);
    },

    async 'settings.language'({ language }) {
      await settings.chooseLanguage(language);
      return { language };
    },
  };
}
