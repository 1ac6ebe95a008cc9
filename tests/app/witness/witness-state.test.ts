import { describe, expect, it } from 'vitest';
import { createTroubles } from '../../../lib/app/dossier/troubles.ts';
import { leanWhenFull } from '../../../lib/app/witness/state-writer.ts';
import type { TabState } from '../../../lib/app/witness/tab-state.ts';
import {
  createStateKeeper,
  type OwedCapture,
  type StateStorage,
  type WitnessState,
} from '../../../lib/app/witness/witness-state.ts';
import { StoreError } from '../../../lib/app/witness-ports.ts';
import { fakeClock } from '../fake-clock.ts';
import { countedChance, sessionStorage } from '../waking.ts';

/** As full as the caps of the tab book and the request log let a tab become. */
const tab = (id: number): TabState => ({
  id,
  store: 'default',
  windowId: 1,
  document: 'document-a',
  documentEpoch: 'epoch-a',
  loadedAt: 0,
  address: { origin: 'https://portal.example', path: '/usagers/', route: '#/demande' },
  title: 'Ma demande',
  pictures: 'probable',
  grantedOn: null,
  trail: Array.from({ length: 40 }, () => ({
    at: '2026-11-21T09:04:07.000Z',
    kind: 'click',
    label: 'x'.repeat(200),
  })),
  requests: Array.from({ length: 50 }, () => ({
    method: 'GET',
    path: `/api/${'x'.repeat(200)}`,
    status: 200,
    startedAt: '2026-11-21T09:04:07.000Z',
    durationMs: 12,
    contentType: 'application/json',
  })),
  main: null,
  serverOffsetMs: null,
});
const owed = (number: number): OwedCapture => ({
  incidentId: `incident ${number}`,
  tab: tab(7),
  owner: { kind: 'room', id: 'default|epoch-a', epoch: 'epoch-a' },
  startedAt: number,
  trigger: { kind: 'finding', fingerprint: `f${number}` },
});

/** The browser's 10 MB of session storage, or as many as told. */
function limited(most: number): StateStorage & { readonly kept: WitnessState | undefined } {
  let kept: WitnessState | undefined;
  return {
    get kept() {
      return kept;
    },
    load: async () => kept,
    async save(state) {
      const text = JSON.stringify(state);
      if (text.length > most) throw new StoreError('memory-full', 'too large');
      kept = JSON.parse(text) as WitnessState;
    },
  };
}

const keeper = (storage: StateStorage) => createStateKeeper(storage, fakeClock(), countedChance());

describe('captures that are owed and cannot be stored', () => {
  it('stay far below what the session storage holds, however many', async () => {
    const storage = limited(10_000_000);
    const state = keeper(storage);
    let givenUp = 0;
    for (let number = 0; number < 1_000; number++) givenUp += state.owe(owed(number));
    await state.save();
    expect(givenUp).toBe(600);
    expect(state.owed()).toHaveLength(400);
    expect(JSON.stringify(storage.kept).length).toBeLessThan(2_000_000);
  });

  it('keep the newest whole, and of the others what tells whose and why', () => {
    const state = keeper(sessionStorage());
    for (let number = 0; number < 41; number++) state.owe(owed(number));
    const [oldest] = state.owed();
    expect(oldest).toMatchObject({ incidentId: 'incident 0', trigger: { fingerprint: 'f0' } });
    expect(oldest?.tab).toMatchObject({ trail: [], requests: [], address: { route: '#/demande' } });
    expect(state.owed().at(-1)?.tab.trail).toHaveLength(40);
  });
});

describe('a session storage that refuses the state', () => {
  it('gets the essential of it', async () => {
    const storage = limited(60_000);
    const state = keeper(leanWhenFull(storage));
    for (let id = 0; id < 20; id++) state.putTab(tab(id));
    state.owe(owed(1));
    await state.save();
    expect(Object.keys(storage.kept?.tabs ?? {})).toHaveLength(20);
    expect(storage.kept?.owed).toHaveProperty('incident 1');
    expect(state.tab(3)?.trail).toHaveLength(40);
  });

  it('is told to the person, until it takes one', async () => {
    const told: (string | null)[] = [];
    const troubles = createTroubles(
      () => told.push(troubles.current()),
      () => undefined,
    );
    let refuses = true;
    const storage = troubles.watchState({
      load: () => Promise.reject(new StoreError('memory-full', 'unreadable')),
      save: () => (refuses ? Promise.reject(new StoreError('memory-full', 'too large')) : Promise.resolve()),
    });
    const state = keeper(storage);
    await state.ready;
    expect(state.tabs()).toEqual([]);
    await expect(state.save()).rejects.toMatchObject({ trouble: 'memory-full' });
    refuses = false;
    await state.save();
    expect(told).toEqual(['memory-full', null]);
  });

  it('hides no trouble of the disk, and is hidden by none', async () => {
    const troubles = createTroubles(
      () => undefined,
      () => undefined,
    );
    troubles.note(new StoreError('memory-full', 'too large'));
    troubles.note(new StoreError('disk-full', 'refused'));
    expect(troubles.current()).toBe('disk-full');
    await troubles.watchState(sessionStorage()).save({} as WitnessState);
    expect(troubles.current()).toBe('disk-full');
  });
});
