import { hostOf } from '../../core/dossier/neighbour-store.ts';
import { parseRoom, roomId } from '../../core/dossier/owner.ts';
import { isRehearsalRoom, REHEARSAL_STORE } from '../../core/dossier/rehearsal.ts';
import type { Consent } from '../access/private-windows.ts';
import type { Sessions } from '../access/sessions.ts';
import type { TabBook } from '../witness/tab-book.ts';
import type { TabState } from '../witness/tab-state.ts';
import type { StateKeeper } from '../witness/witness-state.ts';
import type { DossierHead, PageLook, WitnessStore } from '../witness-ports.ts';
import { type FilingLooks, type FilingView, lastDocuments, latestKnown } from './filing-view.ts';
import { countOnlyHere } from './only-here.ts';
import type { DossierChoice, Inspection, PageStatus, PopupView, Trouble, WaitingRoom } from './popup-view.ts';
import { readSights, toCaptures, toIncidents } from './seen.ts';

interface Deps {
  readonly store: WitnessStore;
  readonly state: StateKeeper;
  readonly sessions: Sessions;
  readonly book: Pick<TabBook, 'heard'>;
  readonly settings: {
    noticeAcceptedAt(): Promise<number | null>;
    language(): Promise<string | null>;
    /** Of each dossier, how many captures are in a file outside of this profile. */
    savedElsewhere(): Promise<Readonly<Record<string, number>>>;
  };
  /** What the tab shows, without its pictures. */
  readonly inspect: (tabId: number) => Promise<Inspection>;
  /** What the person said of private windows; null for a tab that is in none. */
  readonly privateConsentOf: (tabId: number) => Promise<Consent | null>;
  readonly originOf: (tabId: number) => Promise<string>;
  /** The store that the tab's page belongs to now, whatever the tab showed before. */
  readonly placeOf: (
    tabId: number,
  ) => Promise<{ readonly store: string; readonly windowId: number } | undefined>;
  readonly looks: FilingLooks;
  readonly pending: () => ReadonlySet<string>;
  readonly trouble: () => Trouble | null;
  /** Whether a disk that was full takes something again. */
  readonly hasSpace: () => Promise<boolean>;
  readonly spaceAgain: () => void;
}

const NO_CHOICE: Choices = { dossiers: [], onlyHere: 0 };
interface Choices {
  readonly dossiers: readonly DossierChoice[];
  readonly onlyHere: number;
}
const NOTHING_SEEN: Awaited<ReturnType<typeof readSights>> = { incidents: [], captures: [] };

/** Computes what the popup shows. Reading changes nothing, but that the page which answers is the one that stands there. */
export function createPopupService(deps: Deps) {
  const { store, state, sessions, book, settings } = deps;
  const reading = {
    choices: rememberLast(NO_CHOICE),
    sights: rememberLast(NOTHING_SEEN),
    head: rememberLast<DossierHead | undefined>(undefined),
    documents: rememberLast<FilingView['documents']>(null),
    waiting: rememberLast<readonly WaitingRoom[]>([]),
  };

  /** What was wrong may be over, though nothing was written or read since. */
  async function presentTrouble(): Promise<Trouble | null> {
    const trouble = deps.trouble();
    // What is owed is tried again by itself, and must not be tried against.
    const mayTry = trouble === 'disk-full' && deps.pending().size === 0;
    if (mayTry && (await deps.hasSpace())) deps.spaceAgain();
    if (trouble?.startsWith('database')) await store.dossiers().catch(() => undefined); // noted with the trouble
    return deps.trouble();
  }

  async function choices(rehearsal: boolean): Promise<Choices> {
    const [all, saved] = await Promise.all([store.dossiers(), settings.savedElsewhere()]);
    const dossiers = all
      .filter(({ head }) => (head.rehearsal ?? false) === rehearsal)
      .map(({ head, label }) => ({ id: head.id, label, lastUsedAt: head.lastAt }))
      .sort((a, b) => b.lastUsedAt - a.lastUsedAt);
    const heads = all.map(({ head }) => head);
    return { dossiers, onlyHere: rehearsal ? 0 : countOnlyHere(heads, saved) };
  }

  async function pageStatus(tabId: number, consent: Consent | null): Promise<PageStatus> {
    const seen = await deps.inspect(tabId);
    if (seen.kind === 'no-access') return { kind: seen.kind, origin: await deps.originOf(tabId) };
    if (seen.kind === 'unsupported' || seen.kind === 'silent') return { kind: seen.kind };
    if (consent !== null && consent !== 'agreed') return { kind: 'private', refused: consent === 'refused' };
    if (seen.kind === 'once' || seen.kind === 'offered') return seen;
    const known = state.tab(tabId);
    const place = known && (await deps.placeOf(tabId));
    const tab = place && book.heard({ ...place, tabId }, { ...seen, shown: true });
    if (tab && isAcross(tab)) return { kind: 'across' };
    const host = tab ? hostOf(tab.store) : null;
    return { kind: 'watched', pictures: tab?.pictures ?? 'not-started', ...(host === null ? {} : { host }) };
  }

  const isAcross = (tab: TabState): boolean => tab.documentEpoch !== sessions.of(tab.store).epoch;

  async function waitingRooms(tab: TabState | undefined, rehearsal: boolean): Promise<WaitingRoom[]> {
    const items = (await store.waiting()).filter(({ room }) => isRehearsalRoom(room) === rehearsal);
    const rooms = Map.groupBy(items, ({ room }) => room);
    return [...rooms.entries()].map(([id, inRoom]) => {
      const { store: cookieStore, epoch, across } = parseRoom(id);
      const current = tab && id === roomId(tab.store, sessions.of(tab.store).epoch, tab.documentEpoch);
      const live = tab?.store === cookieStore && sessions.of(cookieStore).epoch === epoch;
      const host = hostOf(cookieStore);
      return {
        id,
        ...(host === null ? {} : { host }),
        firstAt: Math.min(...inRoom.map(({ at }) => at)),
        lastAt: Math.max(...inRoom.map(({ at }) => at)),
        captures: inRoom.filter(({ kind }) => kind === 'capture').length,
        incidents: inRoom.filter(({ kind }) => kind === 'incident').length,
        from: across ? 'across' : current || live ? 'current' : 'earlier',
      };
    });
  }

  /** Whether the page in front is one to keep before sending: the portal's own only. Never rejects. */
  const lookAt = async (page: PageStatus, tab: TabState | undefined, opened: boolean) => {
    const isPortal = page.kind === 'watched' && page.host === undefined && tab?.store !== REHEARSAL_STORE;
    return isPortal && tab ? deps.looks.at(tab, opened) : undefined;
  };

  return {
    /** `opened`: for the first time by this popup. */
    async view(tabId: number, opened = false): Promise<PopupView> {
      const consent = await deps.privateConsentOf(tabId);
      const [page, accepted, language, trouble] = await Promise.all([
        pageStatus(tabId, consent),
        settings.noticeAcceptedAt(),
        settings.language(),
        presentTrouble(),
      ]);
      const known = state.tab(tabId);
      const rehearsal = page.kind === 'watched' && known?.store === REHEARSAL_STORE;
      // The tab has left the page to practise on: nothing of it is shown elsewhere.
      const tab = known?.store === REHEARSAL_STORE && !rehearsal ? undefined : known;
      const looking = lookAt(page, tab, opened);
      const session = tab && sessions.of(tab.store);
      const owner = tab && sessions.owner(tab);
      const inPrivate = consent !== null;
      const base = { page, rehearsal, inPrivate, noticeAccepted: accepted !== null, language };
      const isClosed = trouble?.startsWith('database') === true;
      /** A disk that takes nothing more still has what it took before; what it hides too, the trouble explains. */
      const read = async <Value>(
        last: Last<Value>,
        key: string,
        job: () => Promise<Value>,
      ): Promise<Value> => {
        if (isClosed) return last.otherwise;
        try {
          return last.keep(key, await job());
        } catch (error) {
          if (trouble === null && deps.trouble() !== 'disk-full') throw error;
          return deps.trouble() === 'disk-full' ? last.of(key) : last.otherwise;
        }
      };
      const { dossiers, onlyHere } = await read(reading.choices, String(rehearsal), () => choices(rehearsal));
      const byId = (id: string | null | undefined) => dossiers.find((dossier) => dossier.id === id) ?? null;
      const dossier = owner?.kind === 'dossier' ? byId(owner.id) : null;
      const suggested = dossier ? null : byId(session?.dossier ?? session?.previous);
      const sights = owner
        ? await read(reading.sights, `${owner.kind} ${owner.id}`, () => readSights(store, owner))
        : NOTHING_SEEN;
      const head = dossier ? await read(reading.head, dossier.id, () => store.head(dossier.id)) : undefined;
      const documents = head
        ? await read(reading.documents, head.id, () => lastDocuments(store, head))
        : null;
      const place = `${rehearsal} ${tab?.store} ${tab?.documentEpoch} ${session?.epoch}`;
      const waiting = await read(reading.waiting, place, () => waitingRooms(tab, rehearsal));
      return {
        ...base,
        // Reading may have been what was wrong, or what shows that it is over.
        trouble: deps.trouble(),
        dossier,
        epoch: session?.epoch ?? null,
        dossiers,
        suggested,
        question: dossier || page.kind !== 'watched' ? 'none' : suggested ? 'still' : 'who',
        waiting,
        incidents: toIncidents(sights, deps.pending(), new Set(head?.hidden)),
        captures: toCaptures(sights),
        filing: {
          page: keepable(await looking, sights),
          filed: latestKnown(head?.filings ?? []),
          documents,
        },
        totals: { captures: head?.captures ?? 0, incidents: head?.incidents ?? 0 },
        ...(onlyHere > 0 ? { onlyHere } : {}),
      };
    },
  };
}

/** What was read last, by what was asked for: Chromium cannot even open the database of a disk that is full. */
interface Last<Value> {
  readonly otherwise: Value;
  keep(key: string, value: Value): Value;
  of(key: string): Value;
}

function rememberLast<Value>(otherwise: Value): Last<Value> {
  let last: { readonly key: string; readonly value: Value } | null = null;
  return {
    otherwise,
    keep(key, value) {
      last = { key, value };
      return value;
    },
    of: (key) => (last?.key === key ? last.value : otherwise),
  };
}

function keepable(look: PageLook | undefined, sights: typeof NOTHING_SEEN): FilingView['page'] {
  if (!look || look.page === null) return null;
  const { page: kind, documents } = look;
  return { kind, documents, keptAt: sights.captures.findLast(({ step }) => step === kind)?.at ?? null };
}
export type PopupService = ReturnType<typeof createPopupService>;
