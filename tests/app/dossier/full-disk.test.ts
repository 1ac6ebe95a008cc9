import { describe, expect, it } from 'vitest';
import { createReopenedStore } from '../../../lib/app/dossier/reopened-store.ts';
import { NotOpened } from '../../../lib/app/witness-ports.ts';
import { answers, PORTAL, stands } from '../page-tells.ts';
import { device, TAB, wake } from '../waking.ts';

/** A background whose database a full disk has closed, and keeps closed until `empty`. */
async function onFullDisk() {
  const on = device();
  const disk = { full: false };
  let close: () => void = () => undefined;
  const inside = on.store;
  const reopened = createReopenedStore({
    async open(closed) {
      close = closed;
      if (disk.full) throw new NotOpened('disk-full', 'no room to open the database');
      return inside;
    },
    hasRoomFor: async () => !disk.full,
    clock: on.clock,
  });
  const woken = await wake({ ...on, store: { ...inside, ...reopened } });
  const id = await woken.bind();
  await woken.clock.until(woken.tells([stands(woken.clock.now(), '#/demande', { first: true })]));
  woken.book.granted(woken.book.open(TAB, 'default', 5), PORTAL);
  return {
    ...woken,
    id,
    store: inside,
    fill() {
      disk.full = true;
      close();
    },
    empty() {
      disk.full = false;
    },
  };
}

describe('what is seen while a full disk keeps the database closed', () => {
  it('goes into the same dossier by itself once there is room, with its picture', async () => {
    const woken = await onFullDisk();
    const { clock, tells, store, id, sessions } = woken;
    const { epoch } = sessions.of('default');
    woken.fill();
    const batch = [answers(clock.now(), 503)];
    await expect(clock.until(tells(batch))).rejects.toMatchObject({ trouble: 'disk-full' });
    await clock.pass(60_000);
    expect(store.records(id, 'incident')).toEqual([]);
    woken.empty();
    await clock.pass(30_000);
    expect(store.records(id, 'incident')).toMatchObject([{ httpStatus: 503, occurrence: 1 }]);
    expect(store.records(id, 'capture')).toMatchObject([{ image: { bytes: 4 } }]);
    expect(store.waitingFacts()).toEqual([]);
    expect(sessions.of('default').epoch).toBe(epoch);
  });

  it('is another person’s when somebody logs in meanwhile: that is heard all the same', async () => {
    const woken = await onFullDisk();
    const { clock, tells, store, id, book } = woken;
    woken.fill();
    woken.changeOfUser();
    const tab = book.of(TAB);
    expect(tab && woken.sessions.owner(tab).kind).toBe('room');
    await expect(clock.until(tells([answers(clock.now(), 503)]))).rejects.toThrow();
    woken.empty();
    await clock.pass(30_000);
    expect(store.records(id, 'incident')).toEqual([]);
    expect(store.waitingFacts()).toMatchObject([
      { facts: { kind: 'incident' } },
      { facts: { kind: 'capture' } },
    ]);
  });
});

describe('a capture owed by a worker that died on a full disk', () => {
  it('is taken by the next one, which wakes before the disk can be read', async () => {
    const woken = await onFullDisk();
    const { clock, tells, store, id, camera } = woken;
    camera.whileShooting = woken.fill;
    await clock.until(tells([answers(clock.now(), 503)]));
    await clock.pass(3_000);
    expect(store.records(id, 'capture')).toEqual([]);
    clock.die();
    camera.whileShooting = () => undefined;
    const next = await wake(woken);
    const { recentFiles } = store;
    store.recentFiles = () => Promise.reject(new NotOpened('disk-full', 'no room to open the database'));
    next.captures.resume();
    await clock.pass(5_000);
    expect(next.errors.length).toBeGreaterThan(0);
    store.recentFiles = recentFiles;
    await clock.pass(30_000);
    expect(store.records(id, 'capture')).toMatchObject([{ image: { bytes: 4 } }]);
  });
});
