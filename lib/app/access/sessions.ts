import type { Owner } from '../../core/dossier/owner.ts';
import { ownerOf } from '../../core/dossier/owner.ts';
import {
  afterPortalEvent,
  bindSession,
  type PortalEvent,
  type PortalSession,
} from '../../core/dossier/portal-session.ts';
import type { DossierWriter } from '../dossier/dossier-writer.ts';
import type { Clock, Randomness } from '../ports.ts';
import type { TabState } from '../witness/tab-state.ts';
import type { StateKeeper } from '../witness/witness-state.ts';

interface Deps {
  readonly state: StateKeeper;
  readonly writer: DossierWriter;
  readonly clock: Clock;
  readonly random: Randomness;
  /** Told after each change of who the portal serves. */
  readonly changed: (store: string) => void;
  readonly report: (error: unknown) => void;
}

/** Who the portal serves, for each cookie store, and for whom it is witnessed. */
export function createSessions({ state, writer, clock, random, changed, report }: Deps) {
  /** `at`: when it happened (ms); the worker may have had to wake up first. The memory changes at once, before anything is awaited: nothing seen from now on reaches the old dossier. */
  function tell(store: string, event: PortalEvent, at: number = clock.now()): void {
    const before = state.session(store);
    const after = afterPortalEvent(before, event, random.uuid(), at, clock.now());
    if (after === before) return;
    state.putSession(after);
    // A worker that died without it would let the next one go on for whoever was there before.
    state.saveNow().catch(report);
    if (before.epoch === after.epoch) return;
    if (before.dossier !== null) unbind(before.dossier).catch(report);
    changed(store);
  }

  const unbind = (dossierId: string): Promise<unknown> =>
    writer.write(dossierId, (draft) => {
      draft.endAttempt();
      draft.line({ type: 'session.unbound' });
    });

  return {
    tell,
    of: (store: string): PortalSession => state.session(store),
    owner: (tab: TabState): Owner => ownerOf(state.session(tab.store), tab.documentEpoch),
    /** True while the portal session is still the one of that epoch. */
    isStill: (store: string, epoch: string): boolean => state.session(store).epoch === epoch,

    /** Its dossier is about to be erased: nothing more goes there, and the question is put again. */
    release(store: string): void {
      const session = state.session(store);
      state.restartScopes(session.epoch);
      state.putSession({ ...session, dossier: null, previous: null });
      changed(store);
    },

    /** What happened meanwhile is not known: nobody is who they were. */
    renewAll(): void {
      for (const store of state.stores()) tell(store, { kind: 'logged-out' });
    },

    /** The person said whose session this is. Nothing reaches the dossier before from the moment she has said it. */
    async bind(tab: TabState, dossierId: string): Promise<void> {
      const session = state.session(tab.store);
      if (session.dossier === dossierId) return;
      if (session.dossier !== null) {
        state.putSession({ ...session, dossier: null, previous: session.dossier });
        changed(tab.store);
        await unbind(session.dossier);
      }
      state.restartScopes(session.epoch);
      await writer.write(dossierId, (draft) => draft.line({ type: 'session.bound' }));
      const now = state.session(tab.store);
      if (now.epoch === session.epoch) state.putSession(bindSession(now, dossierId));
      // Somebody has logged in meanwhile: the dossier was hers for no time at all.
      else await unbind(dossierId);
      await state.save();
    },
  };
}
export type Sessions = ReturnType<typeof createSessions>;
