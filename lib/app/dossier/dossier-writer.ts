import { nextLine } from '../../core/journal/chain.ts';
import { GENESIS } from '../../core/journal/line.ts';
import { isoTime } from '../../core/time.ts';
import type { Clock, Hashing, Randomness } from '../ports.ts';
import { StoreError, type WitnessStore } from '../witness-ports.ts';
import { type ChainDraft, draftChain, type Places } from './chain-draft.ts';

/** Times a commit is made again when another context has written first. */
const RETRIES = 5;

interface Deps {
  readonly store: WitnessStore;
  readonly hashing: Hashing;
  readonly random: Randomness;
  readonly clock: Clock;
  readonly places: Places;
  /** One writer at a time for each dossier, whatever the context. */
  readonly lock: <Value>(name: string, job: () => Promise<Value>) => Promise<Value>;
}

/** The only way into a dossier's chain. */
export function createDossierWriter({ store, hashing, random, clock, places, lock }: Deps) {
  return {
    /** Opens a dossier with its first line. Returns its id. `rehearsal`: marked as one for ever. */
    async open(label: string, { rehearsal = false } = {}): Promise<string> {
      const now = clock.now();
      const id = random.uuid();
      const first = nextLine(
        { seq: 0, hash: GENESIS },
        { type: 'dossier.opened', dossier: id, ...(rehearsal ? { rehearsal: true as const } : {}) },
        isoTime(now),
        hashing.sha256,
      );
      const head = {
        id,
        ...(rehearsal ? { rehearsal } : {}),
        createdAt: isoTime(now),
        seq: first.seq,
        hash: first.hash,
        lastAt: now,
        attempts: 0,
        attempt: null,
        late: null,
        captures: 0,
        incidents: 0,
        hidden: [],
        filings: [],
        documents: null,
      };
      await store.createDossier(head, label, first.raw);
      return id;
    },

    isRehearsal: async (dossierId: string): Promise<boolean> =>
      (await store.head(dossierId))?.rehearsal === true,

    /** Only ever a rehearsal: rejects for any other dossier. Waits for what is being written to it. */
    eraseRehearsal: (dossierId: string): Promise<void> =>
      lock(`dossier ${dossierId}`, async () => {
        const head = await store.head(dossierId);
        if (head?.rehearsal !== true) throw new Error('not a rehearsal');
        await store.eraseDossier(dossierId);
      }),

    /**
     * Adds what `compose` drafts, all or nothing. `compose` is run again when the chain has grown meanwhile, so it
     * must draft the same things each time. `drained`: waiting items that this empties.
     */
    write<Value>(
      dossierId: string,
      compose: (draft: ChainDraft) => Value,
      drained: readonly number[] = [],
    ): Promise<Value> {
      return lock(`dossier ${dossierId}`, async () => {
        for (let rest = RETRIES; rest > 0; rest--) {
          const before = await store.head(dossierId);
          if (!before) throw new StoreError('database-broken', `no dossier ${dossierId}`);
          const draft = draftChain(before, { hashing, random, now: clock.now(), places });
          draft.noteClock();
          const value = compose(draft);
          if (await store.commit({ ...draft.result(), drained })) return value;
        }
        throw new StoreError('database-blocked', 'the chain kept growing elsewhere');
      });
    },
  };
}
export type DossierWriter = ReturnType<typeof createDossierWriter>;
