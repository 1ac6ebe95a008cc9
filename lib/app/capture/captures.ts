import type { FilingPage } from '../../core/detect/filing/page-signs.ts';
import { routeTemplate } from '../../core/detect/routes.ts';
import type { Owner } from '../../core/dossier/owner.ts';
import type { Sessions } from '../access/sessions.ts';
import type { Keeping } from '../dossier/keeping.ts';
import type { CaptureOutcome } from '../popup/popup-view.ts';
import type { Clock, Hashing, Randomness } from '../ports.ts';
import type { StoredAlready } from '../witness/stored-already.ts';
import type { TabBook } from '../witness/tab-book.ts';
import type { TabState } from '../witness/tab-state.ts';
import type { OwedCapture, StateKeeper } from '../witness/witness-state.ts';
import type { Witnessed, WitnessedCapture } from '../witness/witnessed.ts';
import { type Camera, type PictureOutcome, StoreError, type Surroundings } from '../witness-ports.ts';
import type { CaptureQueue, PictureOrder } from './capture-queue.ts';
import { describeCapture, missingReason, storedOutcome } from './describe-capture.ts';
import { createFitting } from './fitting.ts';

/** Before what the disk refused is tried again (ms), then again and again as long as the worker lives. */
const RETRY_AFTER: readonly number[] = [1_000, 2_000, 5_000, 10_000];
const LONGEST_RETRY = 20_000;
/** Captures held in memory meanwhile, about 1 MB each; the others are taken anew, of whatever stands there then. */
const MOST_HELD = 12;

interface Deps {
  readonly state: StateKeeper;
  readonly book: TabBook;
  readonly sessions: Sessions;
  readonly keeping: Keeping;
  readonly stored: StoredAlready;
  readonly queue: CaptureQueue;
  readonly camera: Camera;
  readonly clock: Clock;
  readonly random: Randomness;
  readonly hashing: Hashing;
  readonly surroundings: () => Promise<Surroundings>;
  readonly showBadge: (tab: TabState) => void;
  /** The clock of a timestamp authority less the device's (ms), when it was measured not long ago. */
  readonly tsaOffset?: () => number | null;
  readonly report: (error: unknown) => void;
}

/** What is to be photographed: the tab as it was when asked for, and whose it was. */
interface Subject {
  readonly tab: TabState;
  readonly owner: Owner;
  /** The person asks for what stands there now, wherever the page has gone meanwhile. */
  readonly anyRoute: boolean;
}

/** Has pages photographed, and what is known of them stored, with or without a picture. */
export function createCaptures(deps: Deps) {
  const { state, book, sessions, queue, camera, clock, random, hashing } = deps;
  const keepWhatFits = createFitting(deps);

  /** Captures that wait in memory for the disk. */
  let held = 0;
  /** How often what was seen in a cookie store has been thrown away. */
  const abandoned = new Map<string, number>();

  /** From now on, tells whether what is being made for that cookie store is still wanted. */
  function wantedFor(store: string): () => boolean {
    const times = abandoned.get(store);
    return () => abandoned.get(store) === times;
  }

  function order({ tab, owner, anyRoute }: Subject): PictureOrder {
    const { id, store, document, documentEpoch, address } = tab;
    return {
      tabId: id,
      document,
      route: anyRoute || !address ? null : routeTemplate(address),
      // By store and document too: a tab that B's page replaced is no more A's.
      sameSession: () =>
        sessions.isStill(store, owner.epoch) &&
        (state.tab(id)?.documentEpoch ?? documentEpoch) === documentEpoch,
    };
  }

  async function look(subject: Subject): Promise<PictureOutcome> {
    const { tab, anyRoute } = subject;
    // No page of that load ever spoke: whatever stands there now is another one.
    if (tab.document === null && !anyRoute) return { kind: 'missing', reason: 'page-gone', facts: undefined };
    const live = state.tab(tab.id);
    if (live?.pictures === 'not-started') return queue.describe(order(subject), 'not-started');
    if (live?.pictures === 'click-needed') return queue.describe(order(subject), 'click-needed');
    const outcome = await queue.take(order(subject));
    if (missingReason(outcome) === 'click-needed' && live) {
      book.loseGrant(live);
      deps.showBadge(live);
    }
    return outcome;
  }

  async function describe(
    tab: TabState,
    owner: Owner,
    outcome: PictureOutcome,
    about: Pick<OwedCapture, 'startedAt' | 'trigger' | 'confirmation'> & {
      incidentId: string | null;
      statement: string | null;
    },
  ): Promise<Witnessed<WitnessedCapture>> {
    const thumbnail = outcome.kind === 'taken' ? await smallPicture(outcome) : null;
    const surroundings = await deps.surroundings();
    return describeCapture(
      tab,
      outcome,
      { ...about, epoch: owner.epoch, thumbnail },
      { clock, hashing, random, surroundings, tsaOffsetMs: deps.tsaOffset?.() ?? null },
    );
  }

  async function smallPicture(outcome: PictureOutcome & { kind: 'taken' }): Promise<string | null> {
    try {
      return await camera.thumbnail(outcome.picture);
    } catch (error) {
      deps.report(error); // a convenience: the picture itself is kept
      return null;
    }
  }

  async function pay(owed: OwedCapture): Promise<void> {
    const { tab, owner, incidentId, startedAt, trigger, confirmation } = owed;
    const isWanted = wantedFor(tab.store);
    const outcome = await look({ tab, owner, anyRoute: false });
    const witnessed = await describe(tab, owner, outcome, {
      startedAt,
      trigger,
      incidentId,
      statement: null,
      ...(confirmation ? { confirmation } : {}),
    });
    if (!isWanted()) return;
    const kept = await keepAtLast(owed, witnessed);
    if (kept === 'dropped') return pay(owed);
    if (kept === 'stored') {
      state.paid(incidentId);
      await state.save();
    }
  }

  async function resume(owed: OwedCapture): Promise<void> {
    const isStored = await isStoredAtLast(owed);
    if (!state.isOwed(owed.incidentId)) return;
    if (!isStored) return pay(owed);
    state.paid(owed.incidentId);
    await state.save();
  }

  /** Whether a worker that died had stored it: asked until the disk lets it be known. */
  async function isStoredAtLast({ owner, startedAt, trigger }: OwedCapture): Promise<boolean> {
    for (let tries = 0; ; tries++) {
      try {
        return await deps.stored.capture(owner, { at: startedAt, fingerprint: trigger.fingerprint });
      } catch (error) {
        if (!(error instanceof StoreError)) throw error;
        deps.report(error);
      }
      await clock.wait(RETRY_AFTER[tries] ?? LONGEST_RETRY);
    }
  }

  /**
   * Writes until the disk takes it. `dropped`: too many wait already, this one is to be taken anew. `left`: it is no
   * longer wanted.
   */
  async function keepAtLast(
    { tab, owner, incidentId }: OwedCapture,
    witnessed: Witnessed<WitnessedCapture>,
  ): Promise<'stored' | 'dropped' | 'left'> {
    let holds = false;
    try {
      for (let tries = 0; ; tries++) {
        try {
          await keepWhatFits(tab.store, owner, witnessed, tries > 0);
          return 'stored';
        } catch (error) {
          if (!(error instanceof StoreError)) throw error;
          deps.report(error);
        }
        if (!holds && held < MOST_HELD) {
          held++;
          holds = true;
        }
        await clock.wait((holds ? RETRY_AFTER[tries] : undefined) ?? LONGEST_RETRY);
        if (!state.isOwed(incidentId)) return 'left';
        if (!holds) return 'dropped';
      }
    } finally {
      if (holds) held--;
    }
  }

  return {
    /** An incident has just been stored: its capture follows, and is remembered until it is stored too. */
    owe(owed: OwedCapture): void {
      const givenUp = state.owe(owed);
      // Their incidents are stored; that they have no capture is what the export will show.
      if (givenUp > 0) deps.report(new StoreError('disk-full', `${givenUp} owed captures were given up`));
      pay(owed).catch(deps.report);
    },

    /** Captures that the death of the worker interrupted. */
    resume(): void {
      for (const owed of state.owed()) resume(owed).catch(deps.report);
    },

    /** Fingerprints whose capture is under way. */
    pending: (): ReadonlySet<string> =>
      new Set(
        state
          .owed()
          .flatMap(({ trigger }) => (trigger.fingerprint === undefined ? [] : [trigger.fingerprint])),
      ),

    /** All that was seen in that cookie store is being erased: what is under way is not kept, nor owed any more. */
    abandon(store: string): void {
      abandoned.set(store, (abandoned.get(store) ?? 0) + 1);
      for (const { incidentId, tab } of state.owed()) if (tab.store === store) state.paid(incidentId);
    },

    /** `step`: the page kept before sending that it is. */
    async manual(
      tab: TabState,
      owner: Owner,
      statement: string | null,
      step: FilingPage | null = null,
    ): Promise<CaptureOutcome> {
      const startedAt = clock.now();
      const before = { ...tab };
      const isWanted = wantedFor(tab.store);
      const outcome = await look({ tab: before, owner, anyRoute: true });
      const trigger = { kind: 'manual' as const, ...(step === null ? {} : { step }) };
      const about = { startedAt, trigger, incidentId: null, statement };
      const witnessed = await describe(before, owner, outcome, about);
      if (!isWanted() || !sessions.isStill(tab.store, owner.epoch)) {
        return { kind: 'refused', reason: 'session-changed' };
      }
      const { facts } = await keepWhatFits(tab.store, owner, witnessed);
      return storedOutcome(facts);
    },
  };
}
export type Captures = ReturnType<typeof createCaptures>;
