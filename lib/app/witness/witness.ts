import type { FilingPage } from '../../core/detect/filing/page-signs.ts';
import { judge, judgeUnreachable, keepRecent } from '../../core/detect/judge.ts';
import { pathTemplate, routeTemplate } from '../../core/detect/routes.ts';
import { CONNECTION_LOST } from '../../core/detect/rules/http.ts';
import type { DocumentSignal, PageAddress, RequestSignal, Signal } from '../../core/detect/signals.ts';
import { beganWith } from '../../core/dossier/portal-session.ts';
import type { Sessions } from '../access/sessions.ts';
import type { Captures } from '../capture/captures.ts';
import type { CaptureOutcome } from '../popup/popup-view.ts';
import type { Clock } from '../ports.ts';
import type { IncidentDesk, Settled } from './incident-desk.ts';
import { type ObservedRequest, SSO_HOST } from './request-log.ts';
import type { TabBook } from './tab-book.ts';
import { NOWHERE, type TabState } from './tab-state.ts';
import { createUnsavedWork } from './unsaved-work.ts';
import type { NetworkFailure, StateKeeper } from './witness-state.ts';

const MOST_REMEMBERED = 200;
/** A page tells of a failed answer within this time, or not at all (ms). */
const PAGE_FIRST = 250;
/** The same for a page whose batch died with a worker: it tries again half a second later, then a second (ms). */
const PAGE_AGAIN = 2_000;
/** The same answer, told by page and network, has the same time but for the clocks' grain (ms). */
const SAME_ANSWER = 2_000;

type Answer = Pick<RequestSignal, 'path' | 'status' | 'at'>;

interface Deps {
  readonly state: Pick<StateKeeper, 'network' | 'save' | 'saveNow'>;
  readonly book: TabBook;
  readonly sessions: Sessions;
  readonly desk: IncidentDesk;
  readonly captures: Captures;
  readonly clock: Clock;
  readonly showBadge: (tab: TabState) => void;
}

/** Judges what pages and network tell. */
export function createWitness({ state, book, sessions, desk, captures, clock, showBadge }: Deps) {
  /** What the page in each tab told on its present route, for judging. */
  const recent = new Map<number, { readonly document: string | null; readonly signals: readonly Signal[] }>();
  /** Failed answers that the page in each tab told, wherever it stood: the network need not repeat them. */
  const toldByPage = new Map<number, readonly Answer[]>();

  const work = createUnsavedWork({ book, desk, sessions, clock });
  const isThere = (tab: TabState): boolean => book.of(tab.id)?.document === tab.document;

  function rememberAnswer(tab: TabState, { path, status, at }: RequestSignal): void {
    const since = clock.now() - SAME_ANSWER;
    const known = (toldByPage.get(tab.id) ?? []).filter((told) => told.at >= since);
    toldByPage.set(tab.id, [...known, { path, status, at }].slice(-MOST_REMEMBERED));
  }

  /** What the network has told of that answer. */
  const byNetwork = (tab: TabState, answer: RequestSignal): readonly NetworkFailure[] =>
    state.network
      .all()
      .filter(({ place, request }) => place.tab === String(tab.id) && isSameAnswer(request, answer));

  /** Signals of one place: what came before a change of address was seen where the page stood then. */
  function judgeHere(tab: TabState, signals: readonly Signal[]): Promise<Settled> {
    const known = recent.get(tab.id);
    const context = {
      address: tab.address ?? NOWHERE,
      loggedIn: sessions.of(tab.store).recognisedAt !== null,
      recent: known?.document === tab.document ? known.signals : [],
    };
    const kept = keepRecent([...context.recent, ...signals], clock.now());
    // A page that has left the tab confirms nothing of the one that stands there.
    if (isThere(tab)) recent.set(tab.id, { document: tab.document, signals: kept });
    const found = judge(signals, context);
    return desk.settle(desk.hearingOf(tab), [...found, ...work.lostWith(tab, found)]);
  }

  function moveTo(tab: TabState, signal: DocumentSignal): void {
    const at = Math.min(signal.at, clock.now());
    // A batch may be told again long after, when somebody else has logged in: the page is of its own session only.
    if (signal.loginReturn) {
      sessions.tell(tab.store, { kind: 'login-returned', tab: tab.id }, at);
      if (beganWith(sessions.of(tab.store), tab.id, at)) book.adopt(tab);
    }
    // The login page may speak before the network tells that somebody is there. Once: what it tells later, another tab
    // may have logged in since.
    if (signal.first && signal.address.origin === `https://${SSO_HOST}`) {
      sessions.tell(tab.store, { kind: 'at-sso' }, at);
      const { phase, startedAt } = sessions.of(tab.store);
      if (phase === 'sso' && at >= startedAt) book.adopt(tab);
    }
    // What was seen elsewhere, or under somebody else, confirms nothing here.
    if (isThere(tab) && (signal.first || !isSameAddress(tab.address, signal.address))) recent.delete(tab.id);
    book.moved(tab, signal);
  }

  /**
   * A failed answer, as its page tells it. Undefined when it was stored under the session before. What the network has
   * spoken for goes by the name that it got then, and is counted once.
   */
  function heardAnswer(tab: TabState, signal: RequestSignal): RequestSignal | undefined {
    const { key, place } = desk.hearingOf(tab);
    const known = byNetwork(tab, signal);
    for (const failure of known) if (failure.standing === 'waiting') state.network.remove(failure);
    const spoken = known.find(({ standing }) => standing !== 'waiting');
    if (spoken && spoken.key !== key) return undefined;
    rememberAnswer(tab, signal);
    // Nothing was stored of it, and it was taken to be of a page where it is not.
    const misplaced = spoken?.standing === 'joined' && spoken.place.route !== place.route;
    return spoken && !misplaced ? { ...signal, at: spoken.request.at } : signal;
  }

  async function hear(tab: TabState, signals: readonly Signal[]): Promise<number> {
    const judged: Promise<Settled>[] = [];
    let here: Signal[] = [];
    for (const signal of signals) {
      if (signal.kind === 'document') {
        judged.push(judgeHere(tab, here));
        here = [];
        const lost = work.leave(tab, signal);
        moveTo(tab, signal);
        if (lost) judged.push(lost());
        continue;
      }
      if (signal.kind === 'step') {
        work.note(tab, signal);
        book.stepped(tab, { at: signal.at, kind: signal.step, label: signal.label });
      }
      const failed = signal.kind === 'request' && signal.status >= 400;
      const heard = failed ? heardAnswer(tab, signal) : signal;
      if (heard) here.push(heard);
    }
    judged.push(judgeHere(tab, here));
    showBadge(tab);
    const settled = await Promise.all(judged);
    // What is acknowledged is not told again: where the page stands must outlive this worker. A refusal is told elsewhere.
    await state.save().catch(() => undefined);
    return settled.reduce((sum, { stored }) => sum + stored, 0);
  }

  /** The page knows better where it stands, so the network speaks only for a page that does not. */
  async function speakFor(failure: NetworkFailure, { asHeard = desk.recall, patience = PAGE_FIRST } = {}) {
    await clock.wait(patience);
    if (!state.network.all().includes(failure)) return;
    failure.standing = 'spoken';
    const { key, place, loggedIn, request } = failure;
    const hearing = asHeard(key, place);
    const live = book.of(hearing.tab.id);
    const isHere = live?.document === hearing.tab.document && desk.hearingOf(live).key === key;
    const address = hearing.tab.address ?? NOWHERE;
    const settled = isHere
      ? judgeHere(live, [request])
      : desk.settle(hearing, judge([request], { address, loggedIn, recent: [] }));
    if ((await settled).joined > 0) failure.standing = 'joined';
  }

  return {
    hear,

    /** A failed request, as the network tells it: the page may not have been able to, and nobody tells it again. */
    async noteFailure(tab: TabState, request: ObservedRequest): Promise<void> {
      const { pathname, origin } = new URL(request.url);
      const path = pathTemplate(pathname);
      const at = request.endedAt;
      if (request.mainFrame) {
        if (request.error === null) return; // an answer: the page that it is speaks for itself
        book.unreachable(tab, { origin, path, route: '' });
        const settled = desk.settle(desk.hearingOf(tab), [judgeUnreachable(pathname, at)]);
        await Promise.all([settled, state.saveNow()]);
        return;
      }
      const status = request.status ?? CONNECTION_LOST;
      const durationMs = Math.round(at - request.startedAt);
      const told = { kind: 'request', at, path, status, durationMs, navigation: false } as const;
      if ((toldByPage.get(tab.id) ?? []).some((answer) => isSameAnswer(answer, told))) return;
      const hearing = desk.hearingOf(tab);
      const { key, place } = hearing;
      const loggedIn = sessions.of(tab.store).recognisedAt !== null;
      const failure: NetworkFailure = { key, place, loggedIn, request: told, standing: 'waiting' };
      state.network.add(failure);
      // A page met again asks before it has said that it is back: it says itself what it asked for, if it is given time.
      const patience = isAskedElsewhere(request, tab) ? PAGE_AGAIN : PAGE_FIRST;
      await Promise.all([speakFor(failure, { asHeard: () => hearing, patience }), state.saveNow()]);
    },

    /** Speaks for the pages of which a worker that died had heard through the network alone. */
    async resume(): Promise<void> {
      const left = state.network.all().filter(({ standing }) => standing === 'waiting');
      await Promise.all(left.map((failure) => speakFor(failure, { patience: PAGE_AGAIN })));
    },

    /** « Photographier cette page »; `step`: the page kept before sending that it is. */
    async photograph(
      tab: TabState,
      statement: string | null,
      step: FilingPage | null = null,
    ): Promise<CaptureOutcome> {
      const outcome = await captures.manual(tab, sessions.owner(tab), statement, step);
      // It prolongs the attempt, so what is seen next is counted on, not anew.
      if (outcome.kind === 'stored') desk.goesOn(tab);
      return outcome;
    },

    /** What A's page told confirms nothing of B's, even on the same page. */
    sessionChanged(tabIds: readonly number[]): void {
      for (const tabId of tabIds) recent.delete(tabId);
    },

    forget(tabId: number): void {
      recent.delete(tabId);
      toldByPage.delete(tabId);
      work.forget(tabId);
      desk.forget(tabId);
    },
  };
}
export type Witness = ReturnType<typeof createWitness>;

const isSameAddress = (a: PageAddress | null, b: PageAddress): boolean =>
  a !== null && a.origin === b.origin && routeTemplate(a) === routeTemplate(b);

/** By another page than the one that is known to stand there. */
const isAskedElsewhere = ({ askedBy }: ObservedRequest, { address }: TabState): boolean => {
  if (askedBy === undefined || address === null || !URL.canParse(askedBy)) return false;
  const { origin, pathname } = new URL(askedBy);
  return origin !== address.origin || pathTemplate(pathname) !== address.path;
};

const isSameAnswer = (a: Answer, b: Answer): boolean =>
  a.path === b.path && a.status === b.status && Math.abs(a.at - b.at) < SAME_ANSWER;
