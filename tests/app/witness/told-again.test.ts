import { describe, expect, it } from 'vitest';
import { answers, says, stands } from '../page-tells.ts';
import { TAB, type Woken, wake } from '../waking.ts';

/** The page sends a batch again until it is acknowledged: whatever happened meanwhile, it is one incident. */
async function witnessed(): Promise<Woken & { id: string }> {
  const woken = await wake();
  const id = await woken.bind();
  await woken.clock.until(woken.tells([stands(woken.clock.now(), '#/demande', { first: true })]));
  return { ...woken, id };
}

const incidentsOf = ({ store, id }: { store: Woken['store']; id: string }) => [
  ...store.records(id, 'incident'),
  ...store.waitingFacts().filter(({ facts }) => facts.kind === 'incident'),
];

describe('a batch told again', () => {
  it('long after its answer was lost with the worker', async () => {
    const woken = await witnessed();
    const { clock, tells } = woken;
    const batch = [answers(clock.now(), 500), says(clock.now(), 'Service indisponible')];
    await clock.until(tells(batch));
    await clock.pass(20_000);
    clock.die();
    const again = await wake(woken);
    expect(await clock.until(again.tells(batch))).toBe(0);
    expect(incidentsOf(woken)).toHaveLength(1);
  });

  it('after the user changed', async () => {
    const woken = await witnessed();
    const { clock, tells, changeOfUser } = woken;
    const batch = [answers(clock.now(), 500)];
    await clock.until(tells(batch));
    changeOfUser();
    await clock.until(tells(batch));
    expect(incidentsOf(woken)).toHaveLength(1);
  });

  it.each([
    ['by a page that has left', 20_000, true],
    ['by a page that still stands there', 20_000, false],
    ['minutes later', 300_000, false],
  ])('of a login, after somebody else has logged in: %s', async (_how, late, departed) => {
    const woken = await wake();
    const { clock, tells, sessions, store, book } = woken;
    sessions.tell('default', { kind: 'at-sso' });
    await clock.pass(5_000);
    sessions.tell('default', { kind: 'login-returned', tab: TAB });
    await clock.pass(100);
    const loadedAt = clock.now();
    const returned = stands(loadedAt, '#/demande', { first: true, loginReturn: true, loadedAt });
    const batch = [returned, answers(loadedAt, 500)];
    store.breakDown();
    await clock.until(tells(batch)).catch(() => undefined);
    store.mend();
    if (departed)
      await clock.until(tells([stands(clock.now(), '#/', { first: true })], { document: 'document-a2' }));
    await clock.pass(late);
    sessions.tell('default', { kind: 'at-sso' });
    sessions.tell('default', { kind: 'login-returned', tab: 9 });
    await clock.pass(50);
    const elsewhere = { document: 'document-b', tabId: 9 };
    await clock.until(tells([stands(clock.now(), '#/b', { first: true })], elsewhere));
    const id = await woken.bind('Dossier B. L.', book.open(9, 'default', 5));
    const { epoch } = sessions.of('default');
    await clock.pass(late);
    await clock.until(tells(batch));
    await clock.pass(20_000);
    await clock.until(tells([stands(clock.now(), '#/demande', { loadedAt }), answers(clock.now(), 503)]));
    await clock.pass(20_000);
    expect(sessions.of('default')).toMatchObject({ epoch, dossier: id });
    expect(store.records(id, 'incident')).toEqual([]);
  });

  it('after the page moved on', async () => {
    const woken = await witnessed();
    const { clock, tells } = woken;
    const batch = [answers(clock.now(), 500)];
    await clock.until(tells(batch));
    await clock.until(tells([stands(clock.now(), '#/compte')]));
    await clock.until(tells(batch));
    expect(incidentsOf(woken)).toMatchObject([{ routeTemplate: '/usagers/#/demande' }]);
  });

  it('for as long as the disk refuses it', async () => {
    const woken = await witnessed();
    const { clock, tells, store } = woken;
    const batch = [answers(clock.now(), 500)];
    store.breakDown();
    for (const after of [0, 500, 1_000, 2_000, 5_000, 10_000, 30_000]) {
      await clock.pass(after);
      await expect(clock.until(tells(batch))).rejects.toThrow('a write was refused');
    }
    store.mend();
    await clock.until(tells(batch));
    expect(incidentsOf(woken)).toMatchObject([{ occurrence: 1 }]);
  });

  it('that was not stored before the user changed is not lost', async () => {
    const woken = await witnessed();
    const { clock, tells, store, changeOfUser } = woken;
    const batch = [answers(clock.now(), 500)];
    store.breakDown();
    await expect(clock.until(tells(batch))).rejects.toThrow('a write was refused');
    store.mend();
    changeOfUser();
    await clock.until(tells(batch));
    expect(store.records(woken.id, 'incident')).toEqual([]);
    expect(incidentsOf(woken)).toHaveLength(1);
  });

  it('a failure that did come back is another sighting', async () => {
    const woken = await witnessed();
    const { clock, tells } = woken;
    for (const after of [0, 20_000]) {
      await clock.pass(after);
      await clock.until(tells([answers(clock.now(), 500)]));
    }
    expect(incidentsOf(woken)).toMatchObject([{ occurrence: 1 }, { occurrence: 2 }]);
  });
});

describe('a batch that was acknowledged is not told again', () => {
  it('so the next worker knows where the page stands', async () => {
    const woken = await witnessed();
    const { clock, tells } = woken;
    await clock.until(tells([answers(clock.now(), 500)]));
    await clock.until(tells([stands(clock.now(), '#/compte')]));
    clock.die();
    const again = await wake(woken);
    await clock.until(again.tells([answers(clock.now(), 502)]));
    expect(incidentsOf(woken)).toMatchObject([
      { httpStatus: 500, routeTemplate: '/usagers/#/demande' },
      { httpStatus: 502, routeTemplate: '/usagers/#/compte' },
    ]);
  });
});
