import { describe, expect, it } from 'vitest';
import { StoreError } from '../../../lib/app/witness-ports.ts';
import { answers, clicks, PORTAL, says, stands } from '../page-tells.ts';
import { TAB, type Woken, wake } from '../waking.ts';

const DEMANDE = '#/demande';
const DOWN = { rules: ['generic-unavailable'] };

async function witnessed(): Promise<Woken & { id: string }> {
  const woken = await wake();
  const id = await woken.bind();
  woken.book.granted(woken.book.open(TAB, 'default', 5), PORTAL);
  await woken.clock.until(woken.tells([stands(woken.clock.now(), DEMANDE, { first: true })]));
  return { ...woken, id };
}

describe('a cascade', () => {
  it('is one incident, stored once it has settled and only then acknowledged', async () => {
    const { clock, tells, store, id } = await witnessed();
    let acknowledged = 0;
    const acknowledge = () => acknowledged++;
    tells([answers(clock.now(), 500)]).then(acknowledge, acknowledge);
    await clock.pass(200);
    tells([says(clock.now(), 'Le service est indisponible', DOWN)]).then(acknowledge, acknowledge);
    await clock.pass(199);
    expect(store.records(id, 'incident')).toEqual([]);
    expect(acknowledged).toBe(0);
    await clock.pass(150);
    const [only, ...others] = store.records(id, 'incident');
    expect(others).toEqual([]);
    expect(only?.findings).toContainEqual({
      ruleId: 'http-server-error',
      category: 'server-error',
      status: 500,
    });
    await clock.pass(1_000);
    expect(acknowledged).toBe(2);
  });

  it('that comes back after five seconds is a further sighting of the first', async () => {
    const { clock, tells, store, desk, book, id } = await witnessed();
    for (const after of [0, 2_000, 9_000]) {
      await clock.pass(after);
      await clock.until(tells([answers(clock.now(), 500)]));
    }
    const sightings = store.records(id, 'incident');
    expect(sightings.map(({ occurrence }) => occurrence)).toEqual([1, 2]);
    expect(new Set(sightings.map(({ firstSeq }) => firstSeq))).toEqual(new Set([sightings[0]?.seq]));
    const tab = book.of(TAB);
    expect(tab && desk.failures(tab)).toBe(1);
  });

  it('is counted from one again after half an hour without anything', async () => {
    const { clock, tells, store, id } = await witnessed();
    await clock.until(tells([answers(clock.now(), 500)]));
    await clock.pass(31 * 60_000);
    await clock.until(tells([answers(clock.now(), 500)]));
    expect(store.records(id, 'incident')).toMatchObject([
      { attempt: 1, occurrence: 1 },
      { attempt: 2, occurrence: 1 },
    ]);
  });
});

describe('while a cascade settles', () => {
  it('a change of route leaves the incident and its capture where they were seen', async () => {
    const { clock, tells, store, id } = await witnessed();
    const first = tells([clicks(clock.now(), 'Envoyer'), answers(clock.now(), 500)]);
    await clock.pass(200);
    const moved = tells([stands(clock.now(), '#/compte'), clicks(clock.now(), 'Mon compte')]);
    await clock.until(Promise.all([first, moved]));
    await clock.pass(5_000);
    expect(store.records(id, 'incident')).toMatchObject([{ routeTemplate: '/usagers/#/demande' }]);
    const [record] = store.records(id, 'capture') as { page: object; trail: { label: string }[] }[];
    expect(record?.page).toMatchObject({ route: DEMANDE });
    expect(record?.trail.map(({ label }) => label)).toEqual(['/usagers/#/demande', 'Envoyer']);
  });

  it('two routes have an incident each', async () => {
    const { clock, tells, store, id } = await witnessed();
    const now = clock.now();
    await clock.until(tells([answers(now, 500), stands(now + 1, '#/compte'), answers(now + 2, 500)]));
    const routes = store.records(id, 'incident').map(({ routeTemplate }) => routeTemplate);
    expect(routes).toEqual(['/usagers/#/demande', '/usagers/#/compte']);
  });

  it('a change of user leaves the incident in the room of whom it was seen with', async () => {
    const { clock, tells, changeOfUser, sessions, store, id } = await witnessed();
    const { epoch } = sessions.of('default');
    const told = tells([answers(clock.now(), 500)]);
    await clock.pass(200);
    changeOfUser();
    await clock.until(told);
    await clock.pass(5_000);
    expect(store.records(id, 'incident')).toEqual([]);
    expect(store.records(id, 'capture')).toEqual([]);
    expect(new Set(store.waitingFacts().map(({ room }) => room))).toEqual(new Set([`default|${epoch}`]));
    expect(store.waitingFacts()[1]?.facts).toMatchObject({
      kind: 'capture',
      record: { imageMissing: { reason: 'page-changed' }, snapshot: null },
    });
  });

  it('what the tab has learnt since, on the same page, is in the capture', async () => {
    const { clock, tells, book, store, id } = await witnessed();
    const told = tells([answers(clock.now(), 500)]);
    const tab = book.of(TAB);
    if (tab) tab.serverOffsetMs = 420;
    await clock.until(told);
    await clock.pass(5_000);
    expect(store.records(id, 'capture')).toMatchObject([{ clock: { serverOffsetMs: 420 } }]);
  });
});

describe('a disk that refuses', () => {
  it('leaves the batch unacknowledged, and the same batch told again is stored, once', async () => {
    const { clock, tells, store, id } = await witnessed();
    const batch = [answers(clock.now(), 500)];
    store.breakDown();
    await expect(clock.until(tells(batch))).rejects.toThrow('a write was refused');
    await expect(clock.until(clock.wait(500).then(() => tells(batch)))).rejects.toThrow();
    store.mend();
    await clock.until(clock.wait(1_000).then(() => tells(batch)));
    expect(store.records(id, 'incident')).toHaveLength(1);
    await clock.until(clock.wait(500).then(() => tells(batch)));
    expect(store.records(id, 'incident')).toHaveLength(1);
  });

  it('and has taken it all the same: it is not written twice', async () => {
    const { clock, tells, store, id } = await witnessed();
    const { commit } = store;
    store.commit = async (change) => {
      await commit(change);
      throw new StoreError('disk-full', 'a write was refused');
    };
    const batch = [answers(clock.now(), 500)];
    await expect(clock.until(tells(batch))).rejects.toThrow('a write was refused');
    store.commit = commit;
    await clock.until(clock.wait(500).then(() => tells(batch)));
    expect(store.records(id, 'incident')).toHaveLength(1);
  });

  it('a batch that joined the cascade is not acknowledged either', async () => {
    const { clock, tells, store } = await witnessed();
    store.breakDown();
    const first = tells([answers(clock.now(), 500)]);
    const second = tells([says(clock.now(), 'Le service est indisponible', DOWN)]);
    const outcomes = await clock.until(Promise.allSettled([first, second]));
    expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  });

  it('later sightings still find the first one’s line', async () => {
    const { clock, tells, store, id } = await witnessed();
    store.breakDown();
    await expect(clock.until(tells([answers(clock.now(), 500)]))).rejects.toThrow();
    store.mend();
    for (const after of [1_000, 9_000]) {
      await clock.pass(after);
      await clock.until(tells([answers(clock.now(), 500)]));
    }
    const [first, second] = store.records(id, 'incident');
    expect(second).toMatchObject({ occurrence: 2, firstSeq: first?.seq });
  });
});

describe('the death of the worker', () => {
  it('while a cascade settles: what the page tells again makes one incident', async () => {
    const woken = await witnessed();
    const { clock, tells, store, id } = woken;
    const batch = [answers(clock.now(), 500)];
    tells(batch).catch(() => undefined);
    await clock.pass(150); // saved, not settled
    clock.die();
    const again = await wake(woken);
    await clock.until(clock.wait(500).then(() => again.tells(batch)));
    expect(store.records(id, 'incident')).toHaveLength(1);
  });
});
