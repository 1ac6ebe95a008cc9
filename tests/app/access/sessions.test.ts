import { describe, expect, it } from 'vitest';
import type { PortalEvent } from '../../../lib/core/dossier/portal-session.ts';
import { checkChain } from '../../../lib/core/journal/chain.ts';
import { hashing } from '../../../lib/node/hashing.ts';
import { answers, clicks, stands } from '../page-tells.ts';
import { turn } from '../stepping-clock.ts';
import { TAB, wake } from '../waking.ts';
import { incident } from '../witnessed-builders.ts';

const types = (lines: readonly Record<string, unknown>[]) => lines.map(({ type }) => type);

describe('a change of user', () => {
  it('is known to the next worker, whatever became of this one', async () => {
    const woken = await wake();
    const { epoch } = woken.sessions.of('default');
    await woken.clock.pass(1_000);
    woken.changeOfUser();
    woken.clock.die();
    const again = await wake(woken);
    expect(again.sessions.of('default').epoch).not.toBe(epoch);
  });
});

describe('naming whose session it is', () => {
  it('binds the session and the document in the tab, and the journal says so', async () => {
    const { bind, sessions, book, store } = await wake();
    const id = await bind();
    const tab = book.open(TAB, 'default', 5);
    const { epoch } = sessions.of('default');
    expect(sessions.owner(tab)).toEqual({ kind: 'dossier', id, epoch });
    expect(types(store.lines(id))).toEqual(['dossier.opened', 'session.bound']);
  });

  it('the same twice is said once', async () => {
    const { bind, sessions, book, clock, store } = await wake();
    const id = await bind();
    await clock.until(sessions.bind(book.open(TAB, 'default', 5), id));
    expect(types(store.lines(id))).toEqual(['dossier.opened', 'session.bound']);
  });

  it('another dossier for the same session closes the first', async () => {
    const { bind, sessions, store } = await wake();
    const first = await bind('Dossier A. K.');
    const second = await bind('Dossier B. L.');
    expect(types(store.lines(first))).toEqual(['dossier.opened', 'session.bound', 'session.unbound']);
    expect(sessions.of('default').dossier).toBe(second);
  });

  it('does not make hers a page that stayed open across the change', async () => {
    const { bind, book, clock, sessions, changeOfUser } = await wake();
    const other = book.open(8, 'default', 5);
    changeOfUser();
    const id = await bind();
    await clock.until(sessions.bind(other, id));
    expect(sessions.owner(other)).toMatchObject({ kind: 'room' });
  });

  it('takes the failure that is settling meanwhile: it was seen in her session', async () => {
    const { tells, clock, writer, sessions, book, store } = await wake();
    const told = tells([stands(clock.now(), '#/demande', { first: true }), answers(clock.now(), 500)]);
    await clock.pass(200);
    const id = await writer.open('Dossier A. K.');
    await clock.until(sessions.bind(book.open(TAB, 'default', 5), id));
    expect(await clock.until(told)).toBe(1);
    expect(store.waitingFacts()).toEqual([]);
    expect(store.records(id, 'incident')).toHaveLength(1);
    expect(store.lines(id).find(({ type }) => type === 'incident')).toHaveProperty('witnessedAt');
  });

  it('somebody who logs in meanwhile is not taken for her', async () => {
    const { writer, sessions, book, clock, changeOfUser } = await wake();
    const id = await writer.open('Dossier A. K.');
    const tab = book.open(TAB, 'default', 5);
    const bound = sessions.bind(tab, id);
    changeOfUser();
    await clock.until(bound);
    expect(sessions.of('default').dossier).toBeNull();
    expect(sessions.owner(tab).kind).toBe('room');
  });
});

describe('a change of who the portal serves', () => {
  const changes: [string, readonly PortalEvent[]][] = [
    ['the logout', [{ kind: 'logged-out' }]],
    ['the sign-on page', [{ kind: 'at-sso' }]],
    ['the return of a login', [{ kind: 'login-returned', tab: TAB }]],
    ['a recognition after a 401', [{ kind: 'unauthorised', askedAt: 0 }, { kind: 'authenticated' }]],
  ];
  it.each(changes)('%s unbinds at once, ends the attempt and keeps a suggestion', async (_name, events) => {
    const { bind, writer, sessions, store } = await wake();
    const id = await bind();
    const { epoch } = sessions.of('default');
    await writer.write(id, (draft) => draft.incident(incident({ epoch }), 'live'));
    for (const event of events) sessions.tell('default', event);
    expect(sessions.of('default')).toMatchObject({ dossier: null, previous: id });
    expect(sessions.isStill('default', epoch)).toBe(false);
    await turn();
    expect(types(store.lines(id)).slice(-2)).toEqual(['attempt.ended', 'session.unbound']);
    expect(checkChain(store.rawLines(id), hashing.sha256).problems).toEqual([]);
  });

  const nothing: [string, PortalEvent][] = [
    ['a 401 alone', { kind: 'unauthorised', askedAt: 0 }],
    ['a first recognition', { kind: 'authenticated' }],
  ];
  it.each(nothing)('%s changes nobody', async (_name, event) => {
    const { bind, sessions } = await wake();
    const id = await bind();
    sessions.tell('default', event);
    expect(sessions.of('default').dossier).toBe(id);
  });

  it('makes the tabs of that cookie store forget what was done, and no others', async () => {
    const { tells, clock, book, changeOfUser } = await wake();
    const done = [stands(clock.now(), '#/demande', { first: true }), clicks(clock.now(), 'Envoyer')];
    await clock.until(tells(done));
    await clock.until(tells(done, { tabId: 8, cookieStore: 'private' }));
    changeOfUser('default');
    expect(book.of(TAB)?.trail).toEqual([]);
    expect(book.of(8)?.trail).toHaveLength(2);
  });

  it('holds although the disk refuses to say so, and the trouble is told', async () => {
    const { bind, sessions, store, errors, changeOfUser } = await wake();
    await bind();
    store.breakDown();
    changeOfUser();
    expect(sessions.of('default').dossier).toBeNull();
    await turn();
    expect(errors).toMatchObject([{ trouble: 'disk-full' }]);
  });

  it('outlives the worker', async () => {
    const woken = await wake();
    const id = await woken.bind();
    woken.changeOfUser();
    await woken.clock.pass(200);
    woken.clock.die();
    const again = await wake(woken);
    expect(again.sessions.of('default')).toEqual(woken.sessions.of('default'));
    expect(again.sessions.of('default').previous).toBe(id);
  });
});
