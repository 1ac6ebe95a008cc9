import { endNeighbours } from '../../lib/app/access/neighbours.ts';
import { createSessions } from '../../lib/app/access/sessions.ts';
import { createCaptureQueue } from '../../lib/app/capture/capture-queue.ts';
import { createCaptures } from '../../lib/app/capture/captures.ts';
import { createDossierWriter } from '../../lib/app/dossier/dossier-writer.ts';
import { createKeeping } from '../../lib/app/dossier/keeping.ts';
import { createHiddenIncidents } from '../../lib/app/popup/hidden-incidents.ts';
import { createIncidentDesk } from '../../lib/app/witness/incident-desk.ts';
import { createStoredAlready } from '../../lib/app/witness/stored-already.ts';
import { createTabBook, presenceOf } from '../../lib/app/witness/tab-book.ts';
import { createWitness } from '../../lib/app/witness/witness.ts';
import { createStateKeeper, type StateStorage } from '../../lib/app/witness/witness-state.ts';
import type { Signal } from '../../lib/core/detect/signals.ts';
import { hashing } from '../../lib/node/hashing.ts';
import { type FakeStore, fakeStore } from './fake-store.ts';
import { fakeCamera } from './page-camera.ts';
import { steppingClock } from './stepping-clock.ts';

export const TAB = 7;

/** The browser's session storage: outlives the worker, holds nothing but JSON. */
export function sessionStorage(): StateStorage & { saves: number } {
  let stored: string | undefined;
  return {
    saves: 0,
    load: async () => (stored === undefined ? undefined : JSON.parse(stored)),
    async save(state) {
      this.saves++;
      stored = JSON.stringify(state);
    },
  };
}

/** Chance that can be told in advance: `id-1`, `id-2`… */
export function countedChance() {
  let next = 0;
  return { uuid: () => `id-${++next}`, hex: (length: number) => 'ab'.repeat(length) };
}

/** Each job after the one before, by name. */
export function lockByName() {
  const tails = new Map<string, Promise<unknown>>();
  return <Value>(name: string, job: () => Promise<Value>): Promise<Value> => {
    const result = (tails.get(name) ?? Promise.resolve()).then(job);
    tails.set(
      name,
      result.catch(() => undefined),
    );
    return result;
  };
}

export const device = () => ({
  clock: steppingClock(),
  store: fakeStore(),
  storage: sessionStorage(),
  camera: fakeCamera(),
  random: countedChance(),
});
export type Device = ReturnType<typeof device>;

/** The use cases of the background over a device that is all memory. Waking again on the same device: the worker died. */
export async function wake(on: Device = device(), { grantEndsWithDocument = false } = {}) {
  const { clock, storage, camera, random } = on;
  const store: FakeStore = on.store;
  const state = createStateKeeper(storage, clock, random);
  await state.ready;
  const errors: unknown[] = [];
  const badges: number[] = [];
  const report = (error: unknown): void => void errors.push(error);
  const writer = createDossierWriter({
    store,
    hashing,
    random,
    clock,
    places: state.places,
    lock: lockByName(),
  });
  const hidden = createHiddenIncidents({ store, writer });
  const sessions = createSessions({
    state,
    writer,
    clock,
    random,
    report,
    changed: (cookieStore) => {
      book.sessionChanged(cookieStore);
      witness.sessionChanged(
        state
          .tabs()
          .filter((tab) => tab.store === cookieStore)
          .map(({ id }) => id),
      );
      endNeighbours({ state, sessions }, cookieStore);
    },
  });
  const book = createTabBook({ state, sessions, clock, grantEndsWithDocument });
  const keeping = createKeeping({ store, writer, sessions });
  const queue = createCaptureQueue({ camera, clock, front: { current: () => 0 } });
  const stored = createStoredAlready(store);
  const common = { state, sessions, keeping, stored, clock, random, hashing, report };
  const captures = createCaptures({
    ...common,
    book,
    queue,
    camera,
    surroundings: async () => ({
      extension: '0.1.0',
      browser: 'Chrome/156',
      os: 'linux x86-64',
      languages: ['fr'],
    }),
    showBadge: ({ id }) => badges.push(id),
  });
  const desk = createIncidentDesk({
    ...common,
    captures,
    version: '0.1.0',
    showBadge: (id) => badges.push(id),
  });
  const witness = createWitness({
    state,
    book,
    sessions,
    desk,
    captures,
    clock,
    showBadge: ({ id }) => badges.push(id),
  });

  /** A page of the portal speaks, by default the only one; resolves when it is acknowledged. */
  const tells = (
    signals: readonly Signal[],
    { tabId = TAB, document = 'document-a', cookieStore = 'default' } = {},
  ): Promise<number> => {
    const sender = { from: 'page', tabId, windowId: 5, store: cookieStore } as const;
    return witness.hear(book.heard(sender, presenceOf(document, signals)), signals);
  };

  return {
    ...on,
    state,
    sessions,
    book,
    writer,
    keeping,
    hidden,
    captures,
    desk,
    witness,
    errors,
    badges,
    tells,
    /** The person says whose session this is. Resolves with the dossier's id. */
    async bind(label = 'Dossier A. K.', tab = book.open(TAB, 'default', 5)): Promise<string> {
      const id = await writer.open(label);
      await clock.until(sessions.bind(tab, id));
      return id;
    },
    /** Somebody logs in: whatever is seen from now on may be another person's. */
    changeOfUser: (cookieStore = 'default') => sessions.tell(cookieStore, { kind: 'logged-out' }),
  };
}
export type Woken = Awaited<ReturnType<typeof wake>>;
