import { describe, expect, it } from 'vitest';
import { answers, PORTAL, says, stands } from '../page-tells.ts';
import { TAB, type Woken, wake } from '../waking.ts';
import { networkTells, witnessed } from '../witnessed-tab.ts';

const DEMANDE = '#/demande';

/** The network tells of a server's error. */
const refuses = (woken: Woken, at: number = woken.clock.now()) => networkTells(woken, at, { status: 500 });

describe('a failed answer told by page and network', () => {
  const orders: [string, number, number][] = [
    ['the page first', 0, 50],
    ['the network first, the page within a quarter of a second', 100, 0],
    ['the network first, the page long after', 700, 0],
  ];
  it.each(orders)('%s: one incident', async (_order, pageAfter, networkAfter) => {
    const woken = await witnessed();
    const { clock, tells, store, id } = woken;
    const endedAt = clock.now();
    const page = clock.wait(pageAfter).then(() => tells([answers(endedAt, 500)]));
    const network = clock.wait(networkAfter).then(() => refuses(woken, endedAt));
    await clock.until(Promise.all([page, network]));
    expect(store.records(id, 'incident')).toHaveLength(1);
  });

  it('by the page, which has moved on when the network tells it: one incident, where it was', async () => {
    const woken = await witnessed();
    const { clock, tells, store, id } = woken;
    const endedAt = clock.now();
    const page = tells([answers(endedAt, 500), stands(endedAt + 10, '#/compte')]);
    const network = refuses(woken, endedAt + 30);
    await clock.until(Promise.all([page, network]));
    expect(store.records(id, 'incident')).toMatchObject([{ routeTemplate: '/usagers/#/demande' }]);
  });

  it('by the network alone: an incident all the same, once the page has had its quarter of a second', async () => {
    const woken = await witnessed();
    const { clock, store, id } = woken;
    const told = refuses(woken);
    await clock.pass(249 + 400);
    expect(store.records(id, 'incident')).toEqual([]);
    await clock.until(told);
    expect(store.records(id, 'incident')).toMatchObject([
      { ruleId: 'http-server-error', httpStatus: 500, routeTemplate: '/usagers/#/demande' },
    ]);
  });

  it('by the network, and the user changes before the page could tell: it stays with whom it was seen', async () => {
    const woken = await witnessed();
    const { clock, book, store, changeOfUser, id } = woken;
    const told = refuses(woken);
    const epoch = book.of(TAB)?.documentEpoch;
    await clock.pass(100);
    changeOfUser();
    await clock.until(told);
    expect(store.records(id, 'incident')).toEqual([]);
    expect(store.waitingFacts()[0]).toMatchObject({ room: `default|${epoch}`, facts: { kind: 'incident' } });
  });
});

describe('a failed answer around a change of user', () => {
  it('told by the network before it and by the page after it is one incident, of before', async () => {
    const woken = await witnessed();
    const { clock, tells, store, changeOfUser } = woken;
    const endedAt = clock.now();
    const network = refuses(woken, endedAt);
    await clock.pass(300);
    changeOfUser();
    const page = tells([stands(clock.now(), DEMANDE, { loginReturn: true }), answers(endedAt, 500)]);
    await clock.until(Promise.all([network, page]));
    const incidents = store.waitingFacts().filter(({ facts }) => facts?.kind === 'incident');
    expect(incidents).toHaveLength(1);
  });
});

describe('a page photographed by hand', () => {
  it('prolongs the attempt: what comes after it is counted on', async () => {
    const { clock, tells, witness, book, store, id } = await witnessed();
    await clock.until(tells([answers(clock.now(), 500)]));
    for (const minutes of [20, 20]) {
      await clock.pass(minutes * 60_000);
      await clock.until(witness.photograph(book.open(TAB, 'default', 5), null));
    }
    await clock.until(tells([answers(clock.now(), 500)]));
    expect(store.records(id, 'incident')).toMatchObject([
      { attempt: 1, occurrence: 1 },
      { attempt: 1, occurrence: 2 },
    ]);
  });
});

describe('a whole page', () => {
  it('that never arrived is of the session of now, not of the page before', async () => {
    const woken = await wake();
    const { clock, tells, sessions, store, changeOfUser } = woken;
    await clock.until(tells([stands(clock.now(), DEMANDE)]));
    changeOfUser();
    const request = { mainFrame: true, status: null, error: 'net::ERR_CONNECTION_RESET' };
    await clock.until(networkTells(woken, clock.now(), request));
    const { epoch } = sessions.of('default');
    expect(store.waitingFacts().map(({ room }) => room)).toEqual([`default|${epoch}`, `default|${epoch}`]);
  });

  it('that never arrived is an incident at the address asked for', async () => {
    const woken = await witnessed();
    const { clock, store, id } = woken;
    const request = {
      mainFrame: true,
      url: `${PORTAL}/particuliers/12345`,
      status: null,
      error: 'net::ERR_NAME_NOT_RESOLVED',
    };
    await clock.until(networkTells(woken, clock.now(), request));
    expect(store.records(id, 'incident')).toMatchObject([
      { ruleId: 'page-unreachable', routeTemplate: '/particuliers/{id}', httpStatus: null },
    ]);
  });

  it('that answered with an error speaks for itself', async () => {
    const woken = await witnessed();
    const { clock, store, id } = woken;
    await clock.until(networkTells(woken, clock.now(), { mainFrame: true, status: 503 }));
    expect(store.records(id, 'incident')).toEqual([]);
  });
});

describe('what confirms what', () => {
  const weak = 'Votre demande n’a pas abouti';

  it('a weak answer and a message near it make an incident together', async () => {
    const { clock, tells, store, id } = await witnessed();
    const first = tells([answers(clock.now(), 429)]);
    await clock.pass(500);
    await clock.until(Promise.all([first, tells([says(clock.now(), weak)])]));
    expect(store.records(id, 'incident').length).toBeGreaterThan(0);
  });

  it('what was told elsewhere confirms nothing here', async () => {
    const { clock, tells, store, id } = await witnessed();
    const first = tells([answers(clock.now(), 429)]);
    await clock.pass(500);
    const second = tells([stands(clock.now(), '#/compte'), says(clock.now(), weak)]);
    await clock.until(Promise.all([first, second]));
    const rules = store.records(id, 'incident').map(({ ruleId }) => ruleId);
    expect(rules).not.toContain('http-too-many-requests');
  });

  it('what was told under the session before confirms nothing of the next one’s', async () => {
    const { clock, tells, changeOfUser, store } = await witnessed();
    await clock.until(tells([answers(clock.now(), 429)]));
    changeOfUser();
    await clock.until(tells([says(clock.now(), weak)]));
    const rules = store.waitingFacts().map(({ facts }) => JSON.stringify(facts));
    expect(rules.filter((text) => text.includes('http-too-many-requests'))).toEqual([]);
  });
});

describe('a login that comes back', () => {
  it('starts a session to which its own document belongs', async () => {
    const { clock, tells, sessions, book, store, id } = await witnessed();
    const before = sessions.of('default').epoch;
    const back = [
      stands(clock.now(), DEMANDE, { first: true, loginReturn: true }),
      answers(clock.now(), 500),
    ];
    await clock.until(tells(back, { document: 'document-b' }));
    const { epoch } = sessions.of('default');
    expect(epoch).not.toBe(before);
    expect(book.of(TAB)?.documentEpoch).toBe(epoch);
    expect(store.records(id, 'incident')).toEqual([]);
    expect(store.waitingFacts()[0]?.room).toBe(`default|${epoch}`);
  });

  it('told twice by the same document counts once', async () => {
    const { clock, tells, sessions } = await witnessed();
    const back = [stands(clock.now(), DEMANDE, { first: true, loginReturn: true })];
    await clock.until(tells(back, { document: 'document-b' }));
    const { epoch } = sessions.of('default');
    await clock.until(tells(back, { document: 'document-b' }));
    expect(sessions.of('default').epoch).toBe(epoch);
  });
});

describe('the login page', () => {
  const atLogin = (at: number, first: boolean) => ({
    ...stands(at, '', { first }),
    address: { origin: 'https://sso.anef.dgef.interieur.gouv.fr', path: '/auth', route: '' },
  });

  it('that speaks before the network ends the session before, and belongs to the one that begins', async () => {
    const { clock, tells, sessions, book } = await witnessed();
    const before = sessions.of('default').epoch;
    await clock.until(tells([atLogin(clock.now(), true)], { document: 'document-b' }));
    const { epoch } = sessions.of('default');
    expect(epoch).not.toBe(before);
    sessions.tell('default', { kind: 'at-sso' }, clock.now());
    expect(sessions.of('default')).toMatchObject({ epoch, phase: 'sso' });
    expect(book.of(TAB)?.documentEpoch).toBe(epoch);
  });

  it('left open in a tab says nothing more of who is logged in', async () => {
    const { clock, tells, sessions } = await witnessed();
    await clock.until(tells([atLogin(clock.now(), true)], { document: 'document-b' }));
    sessions.tell('default', { kind: 'login-returned', tab: TAB + 1 }, clock.now());
    const { epoch } = sessions.of('default');
    await clock.until(tells([atLogin(clock.now() + 1, false)], { document: 'document-b' }));
    expect(sessions.of('default')).toMatchObject({ epoch, phase: 'portal' });
  });
});
