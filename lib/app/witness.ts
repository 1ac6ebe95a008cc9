import { fingerprintOf } from '../core/detect/fingerprint.ts';
import { collect, type IncidentPlace, type Sighting } from '../core/detect/incidents.ts';
import { judge, judgeUnreachable } from '../core/detect/judge.ts';
import { pathTemplate, routeTemplate } from '../core/detect/routes.ts';
import type { Finding, Signal } from '../core/detect/signals.ts';
import { type Owner, roomId } from '../core/dossier/owner.ts';
import type { Captures } from './captures.ts';
import { describeIncident, triggerOf } from './describe-incident.ts';
import type { Keeping } from './keeping.ts';
import type { Clock, Hashing, Randomness } from './ports.ts';
import type { ObservedRequest } from './request-log.ts';
import type { Sessions } from './sessions.ts';
import type { TabBook } from './tab-book.ts';
import type { StateKeeper, TabState } from './witness-state.ts';

/** Signals remembered for each tab, to confirm later ones (ms). */
const REMEMBERED = 10_000;

interface Deps {
  readonly state: StateKeeper;
  readonly book: TabBook;
  readonly sessions: Sessions;
  readonly keeping: Keeping;
  readonly captures: Captures;
  readonly clock: Clock;
  readonly random: Randomness;
  readonly hashing: Hashing;
  readonly version: string;
  readonly showBadge: (tab: TabState) => void;
  readonly report: (error: unknown) => void;
}

/** Whose is what is being judged: settled when the signals arrive, whatever happens while it is stored. */
interface Hearing {
  readonly tab: TabState;
  readonly owner: Owner;
  readonly key: string;
}

/** Judges what pages and network tell, and has every incident stored, then photographed. */
export function createWitness(deps: Deps) {
  const { state, book, sessions, keeping, captures, clock, random, hashing } = deps;
  const recent = new Map<number, readonly Signal[]>();
  /** Storing under way, by scope: a batch is acknowledged when the incident that it joined is on disk. */
  const storing = new Map<string, Promise<void>>();

  const bytesHash = (bytes: Uint8Array): Uint8Array =>
    Uint8Array.from(hashing.sha256(bytes).match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
  const fingerprint = (primary: Finding, route: string): string => fingerprintOf(primary, route, bytesHash);

  const hearingOf = (tab: TabState): Hearing => ({
    tab,
    owner: sessions.owner(tab),
    key: roomId(tab.store, sessions.of(tab.store).epoch, tab.documentEpoch),
  });

  function placeOf({ tab }: Hearing): IncidentPlace {
    const address = tab.address ?? { origin: '', path: '', route: '' };
    const host = URL.canParse(address.origin) ? new URL(address.origin).host : '';
    return { tab: String(tab.id), host, route: routeTemplate(address) };
  }

  async function record(hearing: Hearing, sighting: Sighting): Promise<void> {
    const { tab, owner, key } = hearing;
    const scope = state.scope(key);
    const id = random.uuid();
    scope.firsts[sighting.fingerprint] ??= id;
    const firstId = scope.firsts[sighting.fingerprint] ?? id;
    const incident = describeIncident(sighting, {
      id,
      firstId,
      epoch: owner.epoch,
      version: deps.version,
      clock,
    });
    await keeping.keep(tab.store, owner, { facts: incident, picture: null });
    scope.lastAt = clock.now();
    if (sighting.failure && !scope.failures.includes(sighting.fingerprint)) {
      scope.failures.push(sighting.fingerprint);
    }
    const trigger = triggerOf(sighting);
    captures.owe({ incidentId: id, tab: { ...tab }, owner, startedAt: clock.now(), trigger });
    await state.save();
    deps.showBadge(tab);
  }

  /** Collects, waits for cascades to settle, stores. Resolves when all that follows from `findings` is stored. */
  async function settle(
    hearing: Hearing,
    place: IncidentPlace,
    findings: readonly Finding[],
  ): Promise<number> {
    let next = findings.length > 0 ? [{ place, findings }] : [];
    let stored = 0;
    for (;;) {
      const scope = state.scope(hearing.key);
      const collected = collect(scope.incidents, next, clock.now(), fingerprint);
      scope.incidents = collected.state;
      state.save().catch(deps.report);
      const sightings = [...collected.opened, ...collected.recurred];
      stored += sightings.length;
      const job = (storing.get(hearing.key) ?? Promise.resolve())
        .catch(() => undefined) // its own batch has been told
        .then(async () => {
          for (const sighting of sightings) await record(hearing, sighting);
        });
      storing.set(hearing.key, job);
      await job;
      if (collected.wakeAt === null) return stored;
      await clock.wait(Math.max(0, collected.wakeAt - clock.now()));
      next = [];
    }
  }

  async function hear(tab: TabState, signals: readonly Signal[]): Promise<number> {
    for (const signal of signals) {
      if (signal.kind === 'document') {
        if (signal.loginReturn) {
          sessions.tell(tab.store, { kind: 'login-returned', tab: tab.id });
          tab.documentEpoch = sessions.of(tab.store).epoch;
        }
        book.moved(tab, signal);
      } else if (signal.kind === 'step') {
        book.stepped(tab, { at: signal.at, kind: signal.step, label: signal.label });
      }
    }
    const hearing = hearingOf(tab);
    const before = recent.get(tab.id) ?? [];
    const address = tab.address ?? { origin: '', path: '', route: '' };
    const loggedIn = sessions.of(tab.store).recognised;
    const findings = judge(signals, { address, loggedIn, recent: before });
    const since = clock.now() - REMEMBERED;
    recent.set(tab.id, [...before, ...signals].filter(({ at }) => at >= since).slice(-200));
    deps.showBadge(tab);
    return settle(hearing, placeOf(hearing), findings);
  }

  return {
    hear,

    /** A failed request, as the network tells it: the page may not have been able to. */
    async noteFailure(tab: TabState, request: ObservedRequest): Promise<void> {
      const { pathname, host, origin } = new URL(request.url);
      if (request.mainFrame) {
        if (request.error === null) return; // an answer: the page that it is speaks for itself
        const hearing = hearingOf(tab);
        tab.address = { origin, path: pathTemplate(pathname), route: '' };
        const place = { tab: String(tab.id), host, route: pathTemplate(pathname) };
        await settle(hearing, place, [judgeUnreachable(pathname, request.endedAt)]);
        return;
      }
      await hear(tab, [
        {
          kind: 'request',
          at: request.endedAt,
          path: pathTemplate(pathname),
          status: request.status ?? CONNECTION_LOST,
          durationMs: Math.round(request.endedAt - request.startedAt),
          navigation: false,
        },
      ]);
    },

    /** « Photographier cette page ». */
    photograph: (tab: TabState, statement: string | null) =>
      captures.manual(tab, sessions.owner(tab), statement),

    failures: (tab: TabState): number => state.scope(hearingOf(tab).key).failures.length,
    forget: (tabId: number): void => {
      recent.delete(tabId);
    },
  };
}
export type Witness = ReturnType<typeof createWitness>;

/** Stands for a status where a request got no answer at all: see the connection rule. */
const CONNECTION_LOST = -2;
