import { describe, expect, it } from 'vitest';
import type { ObservedRequest } from '../../../lib/app/witness/request-log.ts';
import type { Signal } from '../../../lib/core/detect/signals.ts';
import { answers, PORTAL, stands } from '../page-tells.ts';
import { TAB, type Woken, wake } from '../waking.ts';
import { armed, networkTells, type Witnessed } from '../witnessed-tab.ts';

/** A failed answer is known to the network first, and to nobody else if the page cannot tell it. The worker dies then. */
async function saved(): Promise<Witnessed> {
  const woken = await armed();
  // Whatever was to be saved is saved.
  await woken.clock.pass(1_000);
  return woken;
}

/** The network tells, and the worker dies before anything else happens. */
async function dieAtOnce(woken: Woken, changes?: Partial<ObservedRequest>): Promise<Woken> {
  void networkTells(woken, woken.clock.now(), changes);
  await woken.clock.pass(0);
  woken.clock.die();
  return wake(woken);
}

/** As the background does when it wakes. */
const resume = ({ witness, desk }: Woken): void => {
  void desk.resume();
  void witness.resume();
};

const incidentsOf = ({ store, id }: { store: Woken['store']; id: string }) => store.records(id, 'incident');

describe('a failure that the network alone has told, to a worker that dies at once', () => {
  it('is stored by the next one, and photographed', async () => {
    const woken = await saved();
    const again = await dieAtOnce(woken);
    resume(again);
    await again.clock.pass(10_000);
    expect(incidentsOf(woken)).toMatchObject([
      { httpStatus: 502, occurrence: 1, routeTemplate: '/usagers/#/demande' },
    ]);
    expect(woken.store.records(woken.id, 'capture')).toMatchObject([{ image: { bytes: 4 } }]);
  });

  it('is stored when its tab was closed', async () => {
    const woken = await saved();
    const again = await dieAtOnce(woken);
    again.book.close(TAB);
    resume(again);
    await again.clock.pass(10_000);
    expect(incidentsOf(woken)).toHaveLength(1);
  });

  it('is stored where it was seen when the page has gone elsewhere', async () => {
    const woken = await saved();
    const again = await dieAtOnce(woken);
    void again.tells([stands(again.clock.now(), '#/compte')]);
    resume(again);
    await again.clock.pass(10_000);
    expect(incidentsOf(woken)).toMatchObject([{ routeTemplate: '/usagers/#/demande' }]);
  });

  it('waits apart when the user has changed since', async () => {
    const woken = await saved();
    const again = await dieAtOnce(woken);
    const { epoch } = again.sessions.of('default');
    again.changeOfUser();
    resume(again);
    await again.clock.pass(10_000);
    expect(incidentsOf(woken)).toEqual([]);
    const rooms = again.store.waitingFacts().map(({ room, facts }) => `${room} ${facts.kind}`);
    expect(rooms).toEqual([`default|${epoch} incident`, `default|${epoch} capture`]);
  });

  it('outlives the next worker too', async () => {
    const woken = await saved();
    const second = await dieAtOnce(woken);
    resume(second);
    await second.clock.pass(700);
    second.clock.die();
    const third = await wake(woken);
    resume(third);
    await third.clock.pass(10_000);
    expect(incidentsOf(woken)).toHaveLength(1);
  });

  it('is stored when it is a whole page that never arrived', async () => {
    const woken = await saved();
    const error = 'net::ERR_CONNECTION_RESET';
    const again = await dieAtOnce(woken, { mainFrame: true, status: null, error });
    resume(again);
    await again.clock.pass(10_000);
    const waiting = again.store.waitingFacts().map(({ facts }) => facts.kind);
    expect([...incidentsOf(woken).map(({ ruleId }) => ruleId), ...waiting]).toEqual(['page-unreachable']);
  });
});

describe('the page tells the same, once', () => {
  /** What the page tells may come just after the next worker woke, or when its batch was given up for lost. */
  const moments: [string, number][] = [
    ['as it wakes the next one', 0],
    ['half a second later', 500],
    ['a second and a half later', 1_500],
    ['after the network has spoken for it', 3_000],
    ['long after', 21_000],
  ];
  it.each(moments)('%s', async (_name, after) => {
    const woken = await saved();
    const at = woken.clock.now();
    const again = await dieAtOnce(woken);
    resume(again);
    await again.clock.pass(after);
    const batch: Signal[] = [answers(at + 3, 502)];
    await again.clock.until(again.tells(batch));
    await again.clock.pass(30_000);
    expect(incidentsOf(woken)).toMatchObject([{ httpStatus: 502, occurrence: 1 }]);
    expect(woken.store.records(woken.id, 'capture')).toHaveLength(1);
  });

  it('on the route where it stood, of which nobody had heard yet', async () => {
    const woken = await saved();
    const at = woken.clock.now();
    const again = await dieAtOnce(woken);
    resume(again);
    await again.clock.until(again.tells([stands(at - 50, '#/compte'), answers(at + 3, 502)]));
    await again.clock.pass(10_000);
    expect(incidentsOf(woken)).toMatchObject([{ routeTemplate: '/usagers/#/compte' }]);
  });

  it('after it was taken for a consequence of what had happened on the route before', async () => {
    const woken = await saved();
    const { clock, tells } = woken;
    await clock.until(tells([answers(clock.now(), 500, '/api/avant')]));
    await clock.pass(600);
    const at = clock.now();
    // The page has moved on, and is too busy to say so.
    const network = networkTells(woken, at);
    await clock.pass(1_000);
    await clock.until(tells([stands(at - 20, '#/compte'), answers(at + 3, 502)]));
    await clock.until(network);
    await clock.pass(10_000);
    expect(incidentsOf(woken)).toMatchObject([
      { httpStatus: 500, routeTemplate: '/usagers/#/demande' },
      { httpStatus: 502, routeTemplate: '/usagers/#/compte' },
    ]);
  });

  it('and is acknowledged only when the network’s account has been taken back', async () => {
    const woken = await saved();
    const { clock, tells } = woken;
    await clock.until(tells([answers(clock.now(), 500, '/api/avant')]));
    await clock.pass(600);
    const at = clock.now();
    void networkTells(woken, at);
    await clock.pass(50);
    // A consequence of the one before: there is nothing to store of it.
    await clock.until(tells([answers(at + 3, 502)]));
    clock.die();
    const again = await wake(woken);
    resume(again);
    await again.clock.pass(30_000);
    expect(incidentsOf(woken)).toMatchObject([{ httpStatus: 500 }]);
  });
});

describe('a page met again by the back button', () => {
  const path = '/particuliers/';
  const back = (at: number) => ({
    ...stands(at, '#/compte', { loadedAt: at - 60_000 }),
    address: { origin: PORTAL, path, route: '#/compte' },
  });

  it('is given the time to say that it is back, when the network tells who asked', async () => {
    const woken = await saved();
    const { clock } = woken;
    const at = clock.now();
    const told = networkTells(woken, at, { askedBy: `${PORTAL}${path}` });
    await clock.pass(500);
    await clock.until(woken.tells([back(clock.now()), answers(at, 502)], { document: 'document-b' }));
    await clock.until(told);
    expect(incidentsOf(woken)).toMatchObject([{ routeTemplate: '/particuliers/#/compte' }]);
  });

  it('that never says it is told all the same', async () => {
    const woken = await saved();
    await woken.clock.until(networkTells(woken, woken.clock.now(), { askedBy: `${PORTAL}${path}` }));
    expect(incidentsOf(woken)).toHaveLength(1);
  });
});
