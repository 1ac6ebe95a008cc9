import { describe, expect, it } from 'vitest';
import { SILENT_SETTLE_MS } from '../../../lib/core/detect/incidents.ts';
import { stands } from '../page-tells.ts';
import { TAB, type Woken, wake } from '../waking.ts';
import { armed, networkTells } from '../witnessed-tab.ts';

/** Long enough for the network to speak and for the session's memory to be saved, too short to be stored. */
const UNSETTLED = 450;
/** From there, long enough for it to be stored. */
const THEN_STORED = SILENT_SETTLE_MS;

async function dieWhileSettling(woken: Woken): Promise<Woken> {
  void networkTells(woken);
  await woken.clock.pass(UNSETTLED);
  expect(woken.store.waitingFacts()).toEqual([]);
  woken.clock.die();
  return wake(woken);
}

/** What only the network tells, no page will tell again: it must survive the worker, and a disk that refuses it. */
describe('a failure that was settling when the worker died', () => {
  it('is stored by the next one, and photographed', async () => {
    const woken = await armed();
    const again = await dieWhileSettling(woken);
    expect(again.store.records(woken.id, 'incident')).toEqual([]);
    void again.desk.resume();
    await again.clock.pass(5_000);
    expect(again.store.records(woken.id, 'incident')).toMatchObject([{ httpStatus: 502, occurrence: 1 }]);
    expect(again.store.records(woken.id, 'capture')).toMatchObject([
      { image: { bytes: 4 }, trigger: { incidentSeq: 4 } },
    ]);
  });

  it('is stored where it was seen, without a picture, when the page has gone elsewhere', async () => {
    const woken = await armed();
    const again = await dieWhileSettling(woken);
    void again.tells([stands(again.clock.now(), '#/compte')]);
    void again.desk.resume();
    await again.clock.pass(5_000);
    expect(again.store.records(woken.id, 'incident')).toMatchObject([
      { routeTemplate: '/usagers/#/demande' },
    ]);
    expect(again.store.records(woken.id, 'capture')).toMatchObject([
      { page: { route: '#/demande' }, imageMissing: { reason: 'page-gone' } },
    ]);
  });

  it('is stored when its tab was closed', async () => {
    const woken = await armed();
    const again = await dieWhileSettling(woken);
    again.book.close(TAB);
    void again.desk.resume();
    await again.clock.pass(5_000);
    expect(again.store.records(woken.id, 'incident')).toHaveLength(1);
  });

  it('waits apart when the user has changed since', async () => {
    const woken = await armed();
    const again = await dieWhileSettling(woken);
    const { epoch } = again.sessions.of('default');
    again.changeOfUser();
    void again.desk.resume();
    await again.clock.pass(5_000);
    expect(again.store.records(woken.id, 'incident')).toEqual([]);
    const rooms = again.store.waitingFacts().map(({ room, facts }) => `${room} ${facts.kind}`);
    expect(rooms).toEqual([`default|${epoch} incident`, `default|${epoch} capture`]);
  });
});

describe('what was stored just before the worker died, and its memory not saved', () => {
  /** The worker dies with the memory of before, as it does within 100 ms of a write. */
  async function forget(woken: Woken, write: () => Promise<unknown>): Promise<Woken> {
    const { storage, clock } = woken;
    const before = await storage.load();
    await write();
    clock.die();
    await storage.save(before as Parameters<typeof storage.save>[0]);
    return wake(woken);
  }

  it('an incident is not stored again, and its capture follows', async () => {
    const woken = await armed();
    const { clock, camera, store, id } = woken;
    camera.whileShooting = () => new Promise(() => undefined);
    void networkTells(woken);
    await clock.pass(UNSETTLED);
    const again = await forget(woken, async () => {
      await clock.pass(THEN_STORED);
      expect(store.records(id, 'incident')).toHaveLength(1);
    });
    camera.whileShooting = () => undefined;
    void again.desk.resume();
    await clock.pass(5_000);
    expect(store.records(id, 'incident')).toHaveLength(1);
    expect(store.records(id, 'capture')).toMatchObject([{ trigger: { incidentSeq: 4 } }]);
  });

  it('a capture is not stored again', async () => {
    const woken = await armed();
    const { clock, camera, store, id } = woken;
    let shoot: () => void = () => undefined;
    camera.whileShooting = () =>
      new Promise((resolve) => {
        shoot = resolve;
      });
    await clock.until(networkTells(woken));
    await clock.pass(600);
    const again = await forget(woken, async () => {
      shoot();
      await clock.pass(50);
      expect(store.records(id, 'capture')).toHaveLength(1);
    });
    expect(again.captures.pending().size).toBe(1);
    camera.whileShooting = () => undefined;
    again.captures.resume();
    await clock.pass(5_000);
    expect(store.records(id, 'capture')).toHaveLength(1);
    expect(again.captures.pending().size).toBe(0);
  });
});

describe('a failure that the disk refuses', () => {
  it('is stored by itself once there is space again', async () => {
    const woken = await armed();
    const { clock, store, id } = woken;
    store.breakDown();
    const told = networkTells(woken);
    await expect(clock.until(told)).rejects.toThrow('a write was refused');
    await clock.pass(60_000);
    store.mend();
    await clock.pass(30_000);
    expect(store.records(id, 'incident')).toMatchObject([{ httpStatus: 502, occurrence: 1 }]);
    expect(store.records(id, 'capture')).toHaveLength(1);
  });

  it('even for hours', async () => {
    const woken = await armed();
    const { clock, store, id } = woken;
    store.breakDown();
    await expect(clock.until(networkTells(woken))).rejects.toThrow('a write was refused');
    await clock.pass(3 * 3_600_000);
    store.mend();
    await clock.pass(30_000);
    expect(store.records(id, 'incident')).toHaveLength(1);
  });
});
