import { type Owner, parseRoom, roomId } from '../../core/dossier/owner.ts';
import type { Sessions } from '../access/sessions.ts';
import { parseWitnessed, toJsonBytes, type Witnessed, type WitnessedFacts } from '../witness/witnessed.ts';
import { NotOpened, StoreError, type WitnessStore } from '../witness-ports.ts';
import type { Arrival, ChainDraft } from './chain-draft.ts';
import type { DossierWriter } from './dossier-writer.ts';

interface Deps {
  readonly store: WitnessStore;
  readonly writer: DossierWriter;
  readonly sessions: Sessions;
  /** A capture has just come into that dossier's chain. */
  readonly captured?: (dossierId: string) => void;
}

const place = (draft: ChainDraft, { facts, picture }: Witnessed, arrival: Arrival): number =>
  facts.kind === 'incident'
    ? draft.incident({ facts, picture }, arrival)
    : draft.capture({ facts, picture }, arrival);

const seenAt = (facts: WitnessedFacts): number =>
  Date.parse(facts.kind === 'incident' ? facts.record.at : facts.record.startedAt);

/** Puts what was witnessed where it belongs: at once in a dossier's chain, or in a waiting room. */
export function createKeeping({ store, writer, sessions, captured = () => undefined }: Deps) {
  const wait = (room: string, { facts, picture }: Witnessed): Promise<number> =>
    store.wait({ room, kind: facts.kind, at: seenAt(facts) }, { facts: toJsonBytes(facts), picture });

  let emptying: Promise<unknown> = Promise.resolve();
  /** One after the other: two clicks at once would put each thing into the chain twice. */
  const inTurn = <Value>(job: () => Promise<Value>): Promise<Value> => {
    const result = emptying.then(job);
    emptying = result.catch(() => undefined); // whoever asked gets the failure itself
    return result;
  };

  const arrivalFrom = (room: string, dossierId: string): Arrival => {
    const { store: cookieStore, epoch, across } = parseRoom(room);
    const session = sessions.of(cookieStore);
    const same = session.epoch === epoch && session.dossier === dossierId && !across;
    return same ? 'same-session' : 'other-session';
  };

  async function empty(room: string, dossierId: string): Promise<number> {
    const items = (await store.waiting()).filter((item) => item.room === room);
    const arrival = arrivalFrom(room, dossierId);
    let put = 0;
    let captures = 0;
    for (const { key } of items) {
      const content = await store.waitingContent(key);
      const facts = content && parseWitnessed(content.facts);
      if (!content || !facts) continue; // damaged: it stays where it is, nothing is thrown away
      const { picture } = content;
      await writer.write(dossierId, (draft) => place(draft, { facts, picture }, arrival), [key]);
      put++;
      if (facts.kind === 'capture') captures++;
    }
    if (captures > 0) captured(dossierId);
    if (put > 0) await writer.write(dossierId, (draft) => draft.endPutAway());
    return put;
  }

  async function putAway(rooms: readonly string[], dossierId: string): Promise<number> {
    let put = 0;
    for (const room of rooms) put += await empty(room, dossierId);
    return put;
  }

  return {
    /**
     * `owner` is whose it was when it was seen. If the session has changed since, it waits: between the sighting and
     * the disk somebody else may have logged in. What was seen in a session before she said whose it is, is hers.
     */
    async keep(cookieStore: string, owner: Owner, witnessed: Witnessed): Promise<void> {
      const { epoch, dossier } = sessions.of(cookieStore);
      const room = owner.kind === 'room' ? owner.id : roomId(cookieStore, owner.epoch, owner.epoch);
      const named = owner.kind === 'room' && room === roomId(cookieStore, epoch, epoch);
      const unchanged = owner.kind === 'dossier' && epoch === owner.epoch && dossier === owner.id;
      if (dossier !== null && (unchanged || named)) {
        try {
          await writer.write(dossier, (draft) => place(draft, witnessed, named ? 'same-session' : 'live'));
          if (witnessed.facts.kind === 'capture') captured(dossier);
          return;
        } catch (error) {
          // One damaged dossier takes nothing any more; the store may still take what waits beside it.
          const isDamaged = error instanceof StoreError && error.trouble === 'database-broken';
          if (!isDamaged || error instanceof NotOpened) throw error;
        }
      }
      await wait(room, witnessed);
    },

    /**
     * The person said whose these are. One item at a time, each in one transaction with its leaving the room. Resolves
     * with the number of items put away; what is damaged stays.
     */
    putAway: (rooms: readonly string[], dossierId: string): Promise<number> =>
      inTurn(() => putAway(rooms, dossierId)),

    async discard(room: string): Promise<number> {
      const keys = (await store.waiting()).filter((item) => item.room === room).map(({ key }) => key);
      await store.discardWaiting(keys);
      return keys.length;
    },
  };
}
export type Keeping = ReturnType<typeof createKeeping>;
