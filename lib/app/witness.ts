import { judge, judgeUnreachable, keepRecent } from '../core/detect/judge.ts';
import { pathTemplate, routeTemplate } from '../core/detect/routes.ts';
import { CONNECTION_LOST } from '../core/detect/rules/http.ts';
import type { DocumentSignal, PageAddress, RequestSignal, Signal } from '../core/detect/signals.ts';
import type { Captures } from './captures.ts';
import { type Hearing, type IncidentDesk, NOWHERE } from './incident-desk.ts';
import type { CaptureOutcome } from './popup-view.ts';
import type { Clock } from './ports.ts';
import type { ObservedRequest } from './request-log.ts';
import type { Sessions } from './sessions.ts';
import type { TabBook } from './tab-book.ts';
import type { TabState } from './witness-state.ts';

const MOST_REMEMBERED = 200;
/** A page tells of a failed answer within this time, or not at all (ms). */
const PAGE_FIRST = 250;
/** The same answer, told by page and network, has the same time but for the clocks' grain (ms). */
const SAME_ANSWER = 2_000;

/** A failed answer, by whom it was told and whose page it was. */
interface ToldAnswer extends Pick<RequestSignal, 'path' | 'status' | 'at'> {
  readonly by: 'page' | 'network';
  /** As in `Hearing`. */
  readonly key: string;
}

interface Deps {
  readonly book: TabBook;
  readonly sessions: Sessions;
  readonly desk: IncidentDesk;
  readonly captures: Captures;
  readonly clock: Clock;
  readonly showBadge: (tab: TabState) => void;
}

/** Judges what pages and network tell. */
export function createWitness({ book, sessions, desk, captures, clock, showBadge }: Deps) {
  /** What the page in each tab told on its present route, for judging. */
  const recent = new Map<number, { readonly document: string | null; readonly signals: readonly Signal[] }>();
  /** Failed answers that were told, wherever the page stood: page and network need not repeat each other. */
  const answers = new Map<number, readonly ToldAnswer[]>();

  const isThere = (tab: TabState): boolean => book.of(tab.id)?.document === tab.document;

  const rememberAnswer = (tab: TabState, by: ToldAnswer['by'], { path, status, at }: RequestSignal): void => {
    const since = clock.now() - SAME_ANSWER;
    const known = (answers.get(tab.id) ?? []).filter((told) => told.at >= since);
    const told = { by, path, status, at, key: desk.hearingOf(tab).key };
    answers.set(tab.id, [...known, told].slice(-MOST_REMEMBERED));
  };

  const isTold = (
    tabId: number,
    { path, status, at }: RequestSignal,
    how: (told: ToldAnswer) => boolean,
  ): boolean =>
    (answers.get(tabId) ?? []).some(
      (told) =>
        told.path === path && told.status === status && Math.abs(told.at - at) < SAME_ANSWER && how(told),
    );

  /** Signals of one place: what came before a change of address was seen where the page stood then. */
  function judgeHere(tab: TabState, signals: readonly Signal[]): Promise<number> {
    const known = recent.get(tab.id);
    const context = {
      address: tab.address ?? NOWHERE,
      loggedIn: sessions.of(tab.store).recognisedAt !== null,
      recent: known?.document === tab.document ? known.signals : [],
    };
    const kept = keepRecent([...context.recent, ...signals], clock.now());
    // A page that has left the tab confirms nothing of the one that stands there.
    if (isThere(tab)) recent.set(tab.id, { document: tab.document, signals: kept });
    return desk.settle(desk.hearingOf(tab), judge(signals, context));
  }

  function moveTo(tab: TabState, signal: DocumentSignal): void {
    if (signal.loginReturn) {
      sessions.tell(tab.store, { kind: 'login-returned', tab: tab.id }, Math.min(signal.at, clock.now()));
      book.adopt(tab);
    }
    // What was seen elsewhere, or under somebody else, confirms nothing here.
    if (isThere(tab) && (signal.first || !isSameAddress(tab.address, signal.address))) recent.delete(tab.id);
    book.moved(tab, signal);
  }

  async function hear(tab: TabState, signals: readonly Signal[]): Promise<number> {
    const judged: Promise<number>[] = [];
    let here: Signal[] = [];
    for (const signal of signals) {
      if (signal.kind === 'document') {
        judged.push(judgeHere(tab, here));
        here = [];
        moveTo(tab, signal);
        continue;
      }
      if (signal.kind === 'step')
        book.stepped(tab, { at: signal.at, kind: signal.step, label: signal.label });
      if (signal.kind === 'request' && signal.status >= 400) {
        const { key } = desk.hearingOf(tab);
        // The network told it under the session before: it is stored there, once.
        if (isTold(tab.id, signal, (told) => told.by === 'network' && told.key !== key)) continue;
        rememberAnswer(tab, 'page', signal);
      }
      here.push(signal);
    }
    judged.push(judgeHere(tab, here));
    showBadge(tab);
    const stored = await Promise.all(judged);
    return stored.reduce((sum, count) => sum + count, 0);
  }

  /** The page knows better where it stands, so the network speaks only for a page that does not. */
  async function noteFailedCall(tab: TabState, told: RequestSignal): Promise<void> {
    const then = desk.hearingOf(tab);
    const loggedIn = sessions.of(tab.store).recognisedAt !== null;
    const context = { address: tab.address ?? NOWHERE, loggedIn };
    await clock.wait(PAGE_FIRST);
    if (isTold(tab.id, told, ({ by }) => by === 'page')) return;
    rememberAnswer(then.tab, 'network', told);
    const now = desk.hearingOf(tab);
    if (isSamePage(then, now)) await judgeHere(tab, [told]);
    else await desk.settle(then, judge([told], { ...context, recent: [] }));
  }

  return {
    hear,

    /** A failed request, as the network tells it: the page may not have been able to. */
    async noteFailure(tab: TabState, request: ObservedRequest): Promise<void> {
      const { pathname, origin } = new URL(request.url);
      const path = pathTemplate(pathname);
      if (!request.mainFrame) {
        const status = request.status ?? CONNECTION_LOST;
        const durationMs = Math.round(request.endedAt - request.startedAt);
        const at = request.endedAt;
        await noteFailedCall(tab, { kind: 'request', at, path, status, durationMs, navigation: false });
        return;
      }
      if (request.error === null) return; // an answer: the page that it is speaks for itself
      book.unreachable(tab, { origin, path, route: '' });
      await desk.settle(desk.hearingOf(tab), [judgeUnreachable(pathname, request.endedAt)]);
    },

    /** « Photographier cette page ». */
    async photograph(tab: TabState, statement: string | null): Promise<CaptureOutcome> {
      const outcome = await captures.manual(tab, sessions.owner(tab), statement);
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
      answers.delete(tabId);
      desk.forget(tabId);
    },
  };
}
export type Witness = ReturnType<typeof createWitness>;

const isSameAddress = (a: PageAddress | null, b: PageAddress): boolean =>
  a !== null && a.origin === b.origin && routeTemplate(a) === routeTemplate(b);

const isSamePage = (a: Hearing, b: Hearing): boolean => a.key === b.key && a.tab.document === b.tab.document;
