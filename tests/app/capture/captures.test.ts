import { describe, expect, it } from 'vitest';
import { StoreError } from '../../../lib/app/witness-ports.ts';
import { answers, stands } from '../page-tells.ts';
import { TAB, type Woken, wake } from '../waking.ts';
import { armed } from '../witnessed-tab.ts';

const fail = ({ clock, tells }: Woken) => clock.until(tells([answers(clock.now(), 500)]));
const byHand = ({ witness, book }: Woken, statement: string | null = null) =>
  witness.photograph(book.open(TAB, 'default', 5), statement);

describe('the capture that an incident is owed', () => {
  it('follows it, tied to its line, with picture, snapshot and small picture', async () => {
    const woken = await armed();
    const { store, id } = woken;
    let meanwhile: ReadonlySet<string> = new Set();
    woken.camera.whileShooting = () => {
      meanwhile = woken.captures.pending();
    };
    await fail(woken);
    await woken.clock.pass(5_000);
    expect([...meanwhile]).toEqual(store.records(id, 'incident').map(({ fingerprint }) => fingerprint));
    const [seen] = store.records(id, 'incident');
    expect(store.records(id, 'capture')).toMatchObject([
      {
        trigger: { kind: 'finding', fingerprint: seen?.fingerprint, incidentSeq: seen?.seq },
        image: { bytes: 4, method: 'captureVisibleTab' },
      },
    ]);
    const kinds = store.files(id).map(({ kind }) => kind);
    expect(kinds).toEqual(['incident', 'capture', 'picture', 'snapshot', 'thumbnail']);
    expect(woken.captures.pending().size).toBe(0);
  });

  it('is taken after the worker died before it, once', async () => {
    const woken = await armed();
    woken.camera.whileShooting = () => new Promise(() => undefined);
    await fail(woken);
    await woken.clock.pass(300);
    woken.clock.die();
    woken.camera.whileShooting = () => undefined;
    const again = await wake(woken);
    expect(again.captures.pending().size).toBe(1);
    again.captures.resume();
    await again.clock.pass(5_000);
    expect(again.store.records(woken.id, 'capture')).toMatchObject([{ trigger: { incidentSeq: 4 } }]);
    again.clock.die();
    const later = await wake(again);
    later.captures.resume();
    await later.clock.pass(5_000);
    expect(later.store.records(woken.id, 'capture')).toHaveLength(1);
  });

  it('stays owed while the disk refuses it', async () => {
    const woken = await armed();
    const { camera, store, captures, clock, id } = woken;
    camera.whileShooting = () => store.breakDown();
    await fail(woken);
    await clock.pass(5_000);
    expect(woken.errors[0]).toMatchObject({ trouble: 'disk-full' });
    expect(captures.pending().size).toBe(1);
    store.mend();
    await clock.pass(20_000);
    expect(store.records(id, 'capture')).toMatchObject([{ image: { bytes: 4 } }]);
    expect(captures.pending().size).toBe(0);
    expect(camera.shots).toBe(1);
  });

  it('is not written twice when the disk took what it said to refuse', async () => {
    const woken = await armed();
    const { camera, store, captures, clock, id } = woken;
    const { commit } = store;
    camera.whileShooting = () => {
      store.commit = async (change) => {
        await commit(change);
        throw new StoreError('disk-full', 'a write was refused');
      };
    };
    await fail(woken);
    await clock.pass(5_000);
    store.commit = commit;
    await clock.pass(20_000);
    expect(store.records(id, 'capture')).toHaveLength(1);
    expect(captures.pending().size).toBe(0);
  });

  it('waits in a room, without a picture, when the user changes while it is taken', async () => {
    const woken = await armed();
    woken.camera.whileShooting = () => woken.changeOfUser();
    await fail(woken);
    await woken.clock.pass(5_000);
    expect(woken.store.records(woken.id, 'capture')).toEqual([]);
    expect(woken.store.waitingFacts()).toMatchObject([
      { facts: { kind: 'capture', snapshotHtml: null, record: { image: null } } },
    ]);
  });

  it('a small picture that fails costs nothing but itself', async () => {
    const woken = await armed();
    woken.camera.shrink = () => Promise.reject(new Error('no canvas'));
    await fail(woken);
    await woken.clock.pass(5_000);
    const kinds = woken.store.files(woken.id).map(({ kind }) => kind);
    expect(kinds).toEqual(['incident', 'capture', 'picture', 'snapshot']);
    expect(woken.errors).toHaveLength(1);
  });
});

describe('a disk with little space', () => {
  const kindsOf = ({ store }: Woken, id: string) => store.files(id).map(({ kind }) => kind);

  it('takes the capture that is owed without its picture, and the record says why', async () => {
    const woken = await armed();
    const { camera, store, clock, id, captures } = woken;
    camera.whileShooting = () => store.breakDown(['picture']);
    await fail(woken);
    await clock.pass(5_000);
    const [record] = store.records(id, 'capture');
    expect(record).toMatchObject({ imageMissing: { reason: 'disk-full' }, trigger: { incidentSeq: 4 } });
    expect(record).not.toHaveProperty('image');
    expect(kindsOf(woken, id)).toEqual(['incident', 'capture', 'snapshot']);
    expect(captures.pending().size).toBe(0);
    expect(woken.errors).toMatchObject([{ trouble: 'disk-full' }]);
  });

  it('takes what was asked for by hand without its picture, and the person is told', async () => {
    const woken = await armed();
    woken.store.breakDown(['picture', 'snapshot']);
    const outcome = await woken.clock.until(byHand(woken, 'Le bouton reste gris'));
    expect(outcome).toEqual({ kind: 'stored', imageMissing: 'disk-full' });
    expect(kindsOf(woken, woken.id)).toEqual(['capture']);
    expect(woken.store.records(woken.id, 'capture')).toMatchObject([{ statement: 'Le bouton reste gris' }]);
  });

  it('says nothing of a picture that was not taken anyway', async () => {
    const woken = await armed();
    woken.book.open(TAB, 'default', 5).pictures = 'click-needed';
    woken.store.breakDown(['snapshot']);
    const outcome = await woken.clock.until(byHand(woken));
    expect(outcome).toEqual({ kind: 'stored', imageMissing: 'click-needed' });
  });

  it('that takes nothing at all is told', async () => {
    const woken = await armed();
    woken.store.breakDown();
    await expect(woken.clock.until(byHand(woken))).rejects.toMatchObject({ trouble: 'disk-full' });
  });
});

describe('a picture that is known to be impossible', () => {
  const states = ['not-started', 'click-needed'] as const;
  it.each(states)('%s: the browser is not asked, everything else is kept', async (pictures) => {
    const woken = await armed();
    woken.book.open(TAB, 'default', 5).pictures = pictures;
    await fail(woken);
    await woken.clock.pass(5_000);
    expect(woken.camera.shots).toBe(0);
    const [record] = woken.store.records(woken.id, 'capture');
    expect(record).toMatchObject({ imageMissing: { reason: pictures }, snapshot: { file: '000005.html' } });
    expect(record).not.toHaveProperty('image');
  });

  it('refused by the browser: the tab asks for a click, and the badge is drawn again', async () => {
    const woken = await armed();
    const { camera, book, badges, clock } = woken;
    camera.refusal = 'no-grant';
    camera.whileShooting = () => {
      badges.length = 0;
    };
    await fail(woken);
    await clock.pass(5_000);
    expect(book.open(TAB, 'default', 5)).toMatchObject({ pictures: 'click-needed', grantedOn: null });
    expect(badges[0]).toBe(TAB);
  });
});

describe('« Photographier cette page »', () => {
  it('stores what stands there now, with what the person says of it', async () => {
    const woken = await armed();
    const { clock, store, id } = woken;
    const outcome = await clock.until(byHand(woken, 'Le bouton ne répond pas'));
    expect(outcome).toEqual({ kind: 'stored', imageMissing: null });
    expect(store.records(id, 'capture')).toMatchObject([
      { trigger: { kind: 'manual' }, statement: 'Le bouton ne répond pas' },
    ]);
  });

  it('works on whatever route the page has gone to', async () => {
    const woken = await armed();
    const { camera, clock } = woken;
    if (camera.page) camera.page = { ...camera.page, route: '/usagers/#/ailleurs' };
    expect(await clock.until(byHand(woken))).toEqual({ kind: 'stored', imageMissing: null });
  });

  it('is refused, and nothing kept, when the user changes meanwhile', async () => {
    const woken = await armed();
    const { camera, clock, store, changeOfUser, id } = woken;
    camera.whileShooting = () => changeOfUser();
    expect(await clock.until(byHand(woken))).toEqual({ kind: 'refused', reason: 'session-changed' });
    expect(store.records(id, 'capture')).toEqual([]);
    expect(store.waitingFacts()).toEqual([]);
  });

  it('says why there is no picture', async () => {
    const woken = await armed();
    woken.camera.page = undefined;
    const outcome = await woken.clock.until(byHand(woken));
    expect(outcome).toEqual({ kind: 'stored', imageMissing: 'page-gone' });
  });

  it('before anybody was named, waits', async () => {
    const woken = await wake();
    await woken.clock.until(byHand(woken));
    expect(woken.store.waitingFacts()).toMatchObject([{ facts: { kind: 'capture' } }]);
  });
});

describe('the answer that brought the page', () => {
  const AT = Date.parse('2026-11-21T09:04:07.000Z');
  const cases: [string, number, number | null, boolean][] = [
    ['loaded by it', AT + 40, AT, true],
    ['that does not say when it was loaded', AT + 40, null, true],
    ['met again by the back button after another', AT + 60_000, AT, false],
    ['prepared behind the one that it brought', AT, AT + 60_000, false],
  ];
  it.each(cases)('of a page %s', async (_how, mainAt, loadedAt, isOwn) => {
    const { tells, clock, bind, store, captures, sessions, book } = await wake();
    await clock.until(tells([stands(AT, '#/', { first: true })]));
    const tab = book.open(TAB, 'default', 5);
    const main = { status: 200, fromCache: false, serverIp: null, date: null, headers: {} };
    Object.assign(tab, { main, mainAt, loadedAt });
    const id = await bind();
    await clock.until(captures.manual(tab, sessions.owner(tab), null));
    expect(store.records(id, 'capture')).toMatchObject([{ http: { main: isOwn ? main : null } }]);
  });
});
