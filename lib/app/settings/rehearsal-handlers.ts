import { isRehearsalRoom, REHEARSAL_STORE } from '../../core/dossier/rehearsal.ts';
import type { Sessions } from '../access/sessions.ts';
import type { Captures } from '../capture/captures.ts';
import type { DossierWriter } from '../dossier/dossier-writer.ts';
import type { Keeping } from '../dossier/keeping.ts';
import type { Handlers } from '../router.ts';
import type { StateKeeper } from '../witness/witness-state.ts';
import type { WitnessStore } from '../witness-ports.ts';

interface Deps {
  readonly store: WitnessStore;
  readonly state: Pick<StateKeeper, 'save'>;
  readonly sessions: Sessions;
  readonly writer: DossierWriter;
  readonly keeping: Keeping;
  readonly captures: Pick<Captures, 'abandon'>;
}

/** What is left of rehearsals, and its end. Evidence is out of reach here. */
export function createRehearsalHandlers({
  store,
  state,
  sessions,
  writer,
  keeping,
  captures,
}: Deps): Pick<Handlers, 'rehearsal.describe' | 'rehearsal.erase'> {
  const dossiers = async () => (await store.dossiers()).filter(({ head }) => head.rehearsal === true);
  const waiting = async () => (await store.waiting()).filter(({ room }) => isRehearsalRoom(room));

  return {
    async 'rehearsal.describe'() {
      const heads = (await dossiers()).map(({ head }) => head);
      const apart = await waiting();
      const count = (kind: 'capture' | 'incident'): number =>
        heads.reduce((sum, head) => sum + head[`${kind}s`], 0) +
        apart.filter((item) => item.kind === kind).length;
      return { dossiers: heads.length, captures: count('capture'), incidents: count('incident') };
    },

    async 'rehearsal.erase'() {
      // First of all nothing more goes there: a capture under way is thrown away with the rest.
      sessions.release(REHEARSAL_STORE);
      captures.abandon(REHEARSAL_STORE);
      const erased = await dossiers();
      for (const { head } of erased) await writer.eraseRehearsal(head.id);
      for (const room of new Set((await waiting()).map((item) => item.room))) await keeping.discard(room);
      await state.save();
      return { dossiers: erased.length };
    },
  };
}
