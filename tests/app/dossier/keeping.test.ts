import { describe, expect, it } from 'vitest';
import { NotOpened, StoreError } from '../../../lib/app/witness-ports.ts';
import type { Owner } from '../../../lib/core/dossier/owner.ts';
import { TAB, wake } from '../waking.ts';
import { capture, incident } from '../witnessed-builders.ts';

const AT = Date.parse('2026-11-21T09:04:07.000Z');

/** A bound session, and whose things seen now are. */
async function bound() {
  const woken = await wake();
  const id = await woken.bind();
  const owner = woken.sessions.owner(woken.book.open(TAB, 'default', 5));
  return { ...woken, id, owner };
}

const room = (id: string): Owner => ({ kind: 'room', id, epoch: 'e' });

describe('what was seen', () => {
  it('goes into the dossier of whom it was seen with', async () => {
    const { keeping, owner, store, id } = await bound();
    await keeping.keep('default', owner, incident({ epoch: owner.epoch }));
    expect(store.records(id, 'incident')).toHaveLength(1);
    expect(store.waitingFacts()).toEqual([]);
  });

  it('waits when the session changed between the sighting and the disk', async () => {
    const { keeping, owner, store, changeOfUser, id } = await bound();
    changeOfUser();
    await keeping.keep('default', owner, capture({ epoch: owner.epoch }));
    expect(store.records(id, 'capture')).toEqual([]);
    expect(store.waitingFacts().map((item) => item.room)).toEqual([`default|${owner.epoch}`]);
  });

  it('waits when somebody logged out and in meanwhile, although she was named again', async () => {
    const { keeping, owner, store, changeOfUser, sessions, book, clock, id } = await bound();
    changeOfUser();
    await clock.until(sessions.bind(book.open(TAB, 'default', 5), id));
    await keeping.keep('default', owner, incident({ epoch: owner.epoch }));
    expect(store.records(id, 'incident')).toEqual([]);
    expect(store.waitingFacts()).toHaveLength(1);
  });

  it('waits when the same session has been given to another dossier meanwhile', async () => {
    const { keeping, owner, store, bind, id } = await bound();
    const other = await bind('Dossier B. L.');
    await keeping.keep('default', owner, incident({ epoch: owner.epoch }));
    expect([id, other].flatMap((dossier) => store.records(dossier, 'incident'))).toEqual([]);
    expect(store.waitingFacts()).toHaveLength(1);
  });

  it('goes nowhere else when the database did not open: that says nothing of the dossier', async () => {
    const { keeping, owner, store, id } = await bound();
    const { head } = store;
    store.head = () => Promise.reject(new NotOpened('database-broken', 'cannot open the database'));
    const seen = capture({ epoch: owner.epoch });
    await expect(keeping.keep('default', owner, seen)).rejects.toBeInstanceOf(NotOpened);
    expect(store.waitingFacts()).toEqual([]);
    store.head = head;
    await keeping.keep('default', owner, seen);
    expect(store.records(id, 'capture')).toHaveLength(1);
  });

  it('waits when the dossier’s own row is damaged: nothing seen is lost with it', async () => {
    const { keeping, owner, store, clock } = await bound();
    store.head = async () => {
      throw new StoreError('database-broken', 'the head is damaged');
    };
    await clock.until(keeping.keep('default', owner, capture({ epoch: owner.epoch })));
    expect(store.waitingFacts()).toHaveLength(1);
  });

  it('before anybody was named waits in its room, with the time it was seen', async () => {
    const { keeping, store } = await wake();
    await keeping.keep('default', room('default|e'), incident({ at: '2026-11-21T08:00:00.000Z' }));
    expect(await store.waiting()).toMatchObject([
      { room: 'default|e', kind: 'incident', at: AT - 3_847_000 },
    ]);
  });
});

describe('putting rooms away', () => {
  const PICTURE = new Uint8Array([137, 80, 78, 71]);

  async function withRooms() {
    const woken = await wake();
    const { keeping, writer } = woken;
    const seen = incident();
    await keeping.keep('default', room('default|e'), seen);
    await keeping.keep(
      'default',
      room('default|e'),
      capture({ incidentId: seen.facts.id, picture: PICTURE }),
    );
    await keeping.keep('default', room('private|f'), incident());
    return { ...woken, id: await writer.open('Dossier A. K.') };
  }

  it('takes the rooms named and no other, each thing in a transaction of its own', async () => {
    const { keeping, store, id } = await withRooms();
    const before = store.commits;
    await keeping.putAway(['default|e'], id);
    expect(store.commits - before).toBe(3);
    expect(store.waitingFacts().map((item) => item.room)).toEqual(['private|f']);
    expect(store.lines(id).map(({ type }) => type)).toEqual([
      'dossier.opened',
      'attempt.started',
      'incident',
      'capture',
      'attempt.ended',
    ]);
  });

  it('one room after the other, whatever the order in which things were seen', async () => {
    const { keeping, store, id } = await withRooms();
    await keeping.keep('default', room('default|e'), incident());
    expect(await keeping.putAway(['default|e', 'private|f'], id)).toBe(4);
    expect(store.records(id, 'incident').map(({ attempt }) => attempt)).toEqual([1, 1, 2]);
  });

  it('keeps the picture, the tie to the incident, and when it was really seen', async () => {
    const { keeping, clock, store, id } = await withRooms();
    await clock.pass(86_400_000);
    await keeping.putAway(['default|e'], id);
    const [line] = store.lines(id).filter(({ type }) => type === 'capture');
    expect(line).toMatchObject({ at: '2026-11-22T09:04:07.000Z', witnessedAt: '2026-11-21T09:04:07.000Z' });
    const [seen] = store.records(id, 'incident');
    expect(store.records(id, 'capture')).toMatchObject([{ trigger: { incidentSeq: seen?.seq } }]);
    expect(store.files(id).find(({ kind }) => kind === 'picture')?.bytes).toEqual(PICTURE);
  });

  it('leaves what is damaged where it is, and puts the rest away', async () => {
    const { keeping, store, id } = await withRooms();
    const [first] = await store.waiting();
    store.damage(first?.key ?? 0);
    expect(await keeping.putAway(['default|e', 'private|f'], id)).toBe(2);
    expect(await store.waiting()).toEqual([first]);
    expect(store.records(id, 'capture')).toHaveLength(1);
    expect(store.records(id, 'incident')).toHaveLength(1);
  });

  it('a disk that refuses loses nothing: all of it waits, and goes in later', async () => {
    const { keeping, store, id } = await withRooms();
    store.breakDown();
    await expect(keeping.putAway(['default|e'], id)).rejects.toThrow('a write was refused');
    expect(await store.waiting()).toHaveLength(3);
    store.mend();
    await keeping.putAway(['default|e'], id);
    expect(store.records(id, 'incident')).toHaveLength(1);
  });

  it('asked twice at once, puts each thing away once', async () => {
    const { keeping, store, id } = await withRooms();
    await Promise.all([keeping.putAway(['default|e'], id), keeping.putAway(['default|e'], id)]);
    expect(store.records(id, 'incident')).toHaveLength(1);
    expect(store.records(id, 'capture')).toHaveLength(1);
  });

  it('thrown away on request, one room only', async () => {
    const { keeping, store } = await withRooms();
    expect(await keeping.discard('default|e')).toBe(2);
    expect(store.waitingFacts().map((item) => item.room)).toEqual(['private|f']);
    expect(await keeping.discard('default|e')).toBe(0);
  });
});
