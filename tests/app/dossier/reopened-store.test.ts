import { describe, expect, it } from 'vitest';
import { createReopenedStore } from '../../../lib/app/dossier/reopened-store.ts';
import { toJsonBytes } from '../../../lib/app/witness/witnessed.ts';
import { NotOpened } from '../../../lib/app/witness-ports.ts';
import { fakeStore } from '../fake-store.ts';
import { steppingClock } from '../stepping-clock.ts';
import { incident } from '../witnessed-builders.ts';

function device() {
  const clock = steppingClock();
  const inside = fakeStore();
  const about = { opens: 0, room: Number.POSITIVE_INFINITY, refusal: null as NotOpened | null };
  let close: () => void = () => undefined;
  const store = createReopenedStore({
    async open(closed) {
      about.opens++;
      close = closed;
      if (about.refusal) throw about.refusal;
      return inside;
    },
    hasRoomFor: async (bytes) => bytes <= about.room,
    clock,
  });
  return { clock, inside, about, store, closes: () => close() };
}

const item = { room: 'default|e', kind: 'incident', at: 0 } as const;
const facts = toJsonBytes(incident().facts);
const content = { facts, picture: new Uint8Array(100) };
const REFUSED = new NotOpened('disk-full', 'no room');

describe('a store over a database that goes away', () => {
  it('is opened before anybody asks, once', async () => {
    const { about, store } = device();
    expect(about.opens).toBe(1);
    await Promise.all([store.dossiers(), store.waiting()]);
    expect(about.opens).toBe(1);
  });

  it('is opened anew by whatever asks after it has gone', async () => {
    const { about, store, closes } = device();
    await store.wait(item, content);
    closes();
    expect(await store.waiting()).toHaveLength(1);
    expect(about.opens).toBe(2);
  });

  it('that does not open says so, and is tried again a little later', async () => {
    const { about, store, closes, clock } = device();
    about.refusal = REFUSED;
    closes();
    await expect(store.waiting()).rejects.toBe(REFUSED);
    await expect(store.wait(item, content)).rejects.toBe(REFUSED);
    expect(about.opens).toBe(2);
    about.refusal = null;
    await clock.pass(500);
    expect(await store.waiting()).toEqual([]);
  });

  it('is not told twice that it went: what was opened since stays', async () => {
    const { about, store, closes } = device();
    await store.waiting();
    closes();
    await store.waiting();
    await store.waiting();
    expect(about.opens).toBe(2);
  });
});

describe('a write for which there is no room', () => {
  it('is refused before the database hears of it; reading goes on', async () => {
    const { about, store, inside } = device();
    await store.wait(item, content);
    about.room = facts.length + 99;
    await expect(store.wait(item, content)).rejects.toMatchObject({ trouble: 'disk-full' });
    expect(inside.waitingFacts()).toHaveLength(1);
    expect(await store.waiting()).toHaveLength(1);
    await store.wait(item, { facts, picture: null });
    expect(inside.waitingFacts()).toHaveLength(2);
  });
});
